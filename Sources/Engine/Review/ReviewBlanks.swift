import Incidents

/// A place of a review that still asks for a person.
package struct ReviewBlank: Sendable, Hashable {
  /// Index of its line in the text.
  package var line: Int
  /// Bytes of that line which the answer replaces; empty where it is put in.
  package var bytes: Range<Int>
  /// What is asked, in the template's words.
  package var name: String
  /// The whole line is the question, so the answer may be several lines.
  package var isWide: Bool
  /// What stands before it on its line: "Users affected"; empty where it is the whole line.
  package var label = ""
  /// Nothing stands on its line but the label and this place.
  package var isAlone = false
}

/// Finds and fills the places of a review that its template left to people.
package enum ReviewBlanks {
  package static func find(_ markdown: String) -> [ReviewBlank] {
    let lines = lines(of: markdown)
    var blanks: [ReviewBlank] = []
    var isCode = false
    var section = ""
    var columns: [String] = []
    for (index, line) in lines.enumerated() {
      if line.drop(while: \.isWhitespace).hasPrefix("```") { isCode.toggle() }
      guard !isCode else { continue }
      let shape = TemplateLine(line)
      if shape.isHeading { section = shape.title }
      if shape.isTableRule, index > 0 {
        columns = TemplateLine(lines[index - 1]).cells
      } else if !line.contains("|") {
        columns = []
      }
      var found = BlankScan(Array(line.utf8)).blanks(on: index)
      if found.isEmpty, let one = unfinished(shape, at: index, in: lines, section) { found = [one] }
      if found.count == 1, shape.isBracket { found[0].isWide = true }
      if let label = shape.label, !shape.isHeading {
        for place in found.indices { found[place].label = label }
        if found.count == 1 { found[0].isAlone = found[0].isAll(of: shape.value) }
      }
      if !columns.isEmpty {
        for place in found.indices { found[place].label = label(found[place], in: shape, columns) }
      }
      blanks += found
    }
    return blanks
  }

  /// "Improve monitoring, Due date": what a row is about, and the column of the place.
  private static func label(_ place: ReviewBlank, in row: TemplateLine, _ columns: [String]) -> String {
    let bars = row.text.utf8.prefix(place.bytes.lowerBound).count { $0 == UInt8(ascii: "|") }
    let column = row.text.drop(while: \.isWhitespace).first == "|" ? bars - 1 : bars
    guard columns.indices.contains(column) else { return "" }
    let subject = (row.cells.first ?? "").filter { !"[]<>{}".contains($0) }
    return column == 0 || subject.isEmpty ? columns[column] : "\(subject), \(columns[column])"
  }

  /// The text with answers put in; keys are indices into `find`. Blank answers leave their places as they are.
  package static func filled(_ markdown: String, _ answers: [Int: String]) -> String {
    var lines = lines(of: markdown)
    for (index, blank) in find(markdown).enumerated().reversed() {
      guard let answer = answers[index], answer.contains(where: { !$0.isWhitespace }) else { continue }
      var bytes = Array(lines[blank.line].utf8)
      let words = clean(answer, isWide: blank.isWide)
      let gap = blank.bytes.isEmpty && bytes.last != UInt8(ascii: " ") ? " " : ""
      bytes.replaceSubrange(blank.bytes, with: Array((gap + words).utf8))
      lines[blank.line] = String(decoding: bytes, as: UTF8.self)
    }
    return lines.joined(separator: "\n")
  }

  static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func clean(_ answer: String, isWide: Bool) -> String {
    let scalars = answer.unicodeScalars.prefix(20_000).filter { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F }
    let lines = String(String.UnicodeScalarView(scalars)).split(separator: "\n", omittingEmptySubsequences: !isWide)
    return lines.joined(separator: isWide ? "\n" : " ")
  }

  /// A label or a bullet that nothing stands behind.
  private static func unfinished(
    _ line: TemplateLine, at index: Int, in lines: [String], _ section: String
  ) -> ReviewBlank? {
    let end = line.text.utf8.count
    if line.isBareBullet, !line.text.contains("---") {
      return ReviewBlank(line: index, bytes: end..<end, name: section, isWide: false)
    }
    guard let label = line.label, !line.isHeading, line.isItem || line.text.hasPrefix("**") else { return nil }
    if line.value.isEmpty {
      guard endsThere(line, index, lines) else { return nil }
      return ReviewBlank(line: index, bytes: end..<end, name: label, isWide: false)
    }
    let isLetter = ["X", "$X", "X%", "Y/N", "N", "%"].contains(line.value)
    guard isLetter else { return nil }
    let start = line.prefix.utf8.count + (line.text.dropFirst(line.prefix.count).prefix { $0 == " " }).utf8.count
    return ReviewBlank(line: index, bytes: start..<min(start + line.value.utf8.count, end), name: label, isWide: false)
  }

  /// Nothing belongs to a label whose next words are another label, a heading or the end.
  private static func endsThere(_ line: TemplateLine, _ index: Int, _ lines: [String]) -> Bool {
    guard let next = lines[(index + 1)...].first(where: { !TemplateLine($0).isBlank }).map(TemplateLine.init) else {
      return true
    }
    if line.isItem {
      let depth = line.text.prefix { $0 == " " }.count
      return !(next.isItem && next.text.prefix { $0 == " " }.count > depth)
    }
    return next.isHeading || next.text.hasPrefix("**") || next.text == "---"
  }
}

extension ReviewBlank {
  /// Whether a label's words are this place and nothing more.
  fileprivate func isAll(of value: String) -> Bool {
    value.utf8.count == bytes.count
  }
}
