/// Headings and fences of a document as its lines show them, for rules about the form.
struct LineOutline: Sendable {
  struct Heading: Sendable {
    var level: Int
    var text: String
    var line: Int
  }

  struct Fence: Sendable {
    /// The info string behind the opening mark.
    var info: String
    /// The line of the opening mark.
    var line: Int
    var indent: Int
    /// Indexes of the lines between the marks.
    var body: Range<Int>
    var language: String { FenceLanguage.name(info) }
  }

  private(set) var headings: [Heading] = []
  private(set) var fences: [Fence] = []
  /// Indexes of lines that belong to a fence, its marks among them.
  private(set) var fenced: Set<Int> = []

  init(_ lines: [String]) {
    var open: (mark: [UInt8], fence: Fence)?
    for (i, line) in lines.enumerated() {
      let indent = line.utf8.prefix { $0 == Byte.space }.count
      let rest = Array(line.utf8.dropFirst(indent))
      let mark = Self.mark(rest)
      if var current = open {
        fenced.insert(i)
        guard mark.count >= current.mark.count, mark.first == current.mark.first,
          rest.dropFirst(mark.count).allSatisfy(Byte.isBlank)
        else { continue }
        current.fence.body = current.fence.line..<i
        fences.append(current.fence)
        open = nil
      } else if mark.count >= 3 {
        let info = ShellText.trim(ShellText.string(rest.dropFirst(mark.count)))
        open = (mark, Fence(info: info, line: i + 1, indent: indent, body: (i + 1)..<(i + 1)))
        fenced.insert(i)
      } else if indent < 4, let heading = Self.heading(rest, i + 1) {
        headings.append(heading)
      }
    }
    if var last = open?.fence {
      last.body = min(last.line, lines.count)..<lines.count
      fences.append(last)
    }
  }

  /// The run of backticks or tildes at the start.
  private static func mark(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.first, first == Byte.backtick || first == UInt8(ascii: "~") else { return [] }
    return Array(bytes.prefix { $0 == first })
  }

  private static func heading(_ bytes: [UInt8], _ line: Int) -> Heading? {
    let level = bytes.prefix { $0 == Byte.hash }.count
    guard (1...6).contains(level), bytes.count > level, Byte.isBlank(bytes[level]) else { return nil }
    var text = ShellText.trim(ShellText.string(bytes.dropFirst(level)))
    while text.hasSuffix("#") { text.removeLast() }
    return Heading(level: level, text: ShellText.trim(text), line: line)
  }
}

/// The names by which headings can be linked to, as GitHub makes them.
package enum Anchors {
  /// Every anchor of a document: its headings, numbered where they repeat, and what HTML names.
  package static func all(in lines: [String]) -> Set<String> {
    let outline = LineOutline(lines)
    var seen: [String: Int] = [:]
    var anchors: Set<String> = []
    for heading in outline.headings {
      let name = slug(heading.text)
      let count = seen[name, default: 0]
      anchors.insert(count == 0 ? name : "\(name)-\(count)")
      seen[name] = count + 1
    }
    for (i, line) in lines.enumerated() where !outline.fenced.contains(i) {
      for mark in ["id=\"", "name=\"", "{#"] {
        guard let at = ShellText.find(mark, in: line) else { continue }
        let name = line.utf8.dropFirst(at + mark.utf8.count).prefix { $0 != Byte.double && $0 != UInt8(ascii: "}") }
        anchors.insert(ShellText.string(name).lowercased())
      }
    }
    return anchors
  }

  /// "1. Shop Down (P0)" is "1-shop-down-p0".
  static func slug(_ heading: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in plain(heading).lowercased().unicodeScalars {
      if scalar == " " {
        name.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        name.append(scalar)
      }
    }
    return String(name)
  }

  /// A heading's link counts by its text.
  private static func plain(_ heading: String) -> String {
    guard let middle = ShellText.find("](", in: heading), heading.utf8.contains(UInt8(ascii: "[")) else {
      return heading
    }
    let bytes = Array(heading.utf8)
    let rest = bytes[(middle + 2)...]
    guard let close = rest.firstIndex(of: Byte.close) else { return heading }
    return ShellText.string(bytes[..<middle]) + ShellText.string(bytes[(close + 1)...])
  }
}
