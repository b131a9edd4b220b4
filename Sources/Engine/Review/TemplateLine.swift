import Incidents

/// One line of a template and what can be told from its shape.
struct TemplateLine {
  let text: String
  /// The text up to and with the label's colon.
  private(set) var prefix = ""
  private(set) var label: String?
  private(set) var value = ""
  /// Two spaces at the end are a line break in Markdown.
  var trail: String { text.hasSuffix("  ") ? "  " : "" }

  init(_ text: String) {
    self.text = text
    readLabel()
  }

  var isHeading: Bool { text.hasPrefix("#") && text.drop { $0 == "#" }.first == " " }
  var isItem: Bool { ["- ", "* ", "+ "].contains { text.drop(while: \.isWhitespace).hasPrefix($0) } }
  /// A bullet that somebody is to complete.
  var isBareBullet: Bool { ["-", "*", "+"].contains(text.filter { !$0.isWhitespace }) }
  var isTableRule: Bool { text.contains("--") && text.contains("|") && text.allSatisfy { "|-: ".contains($0) } }
  /// What stands between the bars of a row.
  var cells: [String] {
    var row = text[...].drop(while: \.isWhitespace)
    while row.last?.isWhitespace == true { row.removeLast() }
    if row.first == "|" { row.removeFirst() }
    if row.last == "|" { row.removeLast() }
    return row.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      var cell = cell.drop(while: \.isWhitespace)
      while cell.last?.isWhitespace == true { cell.removeLast() }
      return String(cell)
    }
  }
  var isProse: Bool { text.contains(where: \.isLetter) && !isHeading }
  var title: String { isHeading ? String(text.drop { $0 == "#" || $0 == " " }) : label ?? "" }
  /// A heading, or a bold label alone on its line: "**Timeline** (all times UTC):".
  var opensSection: Bool {
    isHeading || (label != nil && !isItem && text.hasPrefix("**") && (value.isEmpty || value.hasPrefix("(")))
  }
  var isBlank: Bool { text.allSatisfy { $0.isWhitespace } }
  /// Nothing but a place for a person: "[Detailed explanation]".
  var isBracket: Bool {
    let bare = text.drop(while: \.isWhitespace)
    guard bare.first == "[", let close = bare.lastIndex(of: "]") else { return false }
    return bare[bare.index(after: close)...].allSatisfy(\.isWhitespace) && bare.contains(where: \.isLetter)
  }

  private mutating func readLabel() {
    let start = text.drop { $0.isWhitespace || "-*+".contains($0) && !text.hasPrefix("**") }
    let bare = text.drop { $0.isWhitespace || $0 == "-" || $0 == "+" }
    if bare.hasPrefix("**"), let close = bare.dropFirst(2).firstRange(of: "**") {
      let inside = bare[bare.index(bare.startIndex, offsetBy: 2)..<close.lowerBound]
      var end = close.upperBound
      if end < bare.endIndex, bare[end] == ":" { end = bare.index(after: end) }
      guard inside.hasSuffix(":") || end != close.upperBound || bare[end...].hasPrefix(" (") else { return }
      take(inside, until: end)
    } else if let colon = start.firstIndex(of: ":"), start.distance(from: start.startIndex, to: colon) <= 30 {
      take(start[..<colon], until: start.index(after: colon))
    }
  }

  private mutating func take(_ inside: Substring, until end: String.Index) {
    let name = inside.filter { $0 != ":" && $0 != "*" }
    guard name.contains(where: \.isLetter) else { return }
    label = String(name)
    prefix = String(text[..<end])
    value = String(text[end...].drop(while: \.isWhitespace))
    while value.last?.isWhitespace == true { value.removeLast() }
  }
}
