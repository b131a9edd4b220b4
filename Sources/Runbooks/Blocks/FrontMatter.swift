/// The `key: value` lines between two `---` at the head of a file.
enum FrontMatter {
  struct Entry: Sendable, Hashable {
    var key: String
    var value: String
    var line: Int
  }

  /// Lines covered, both fences included; 0 where there is none.
  static func length(_ lines: [String]) -> Int {
    guard let first = lines.first, first.trimmed == "---" else { return 0 }
    for index in lines.indices.dropFirst().prefix(200) {
      let line = lines[index].trimmed
      if line == "---" || line == "..." { return index + 1 }
      // A thematic break at the top of a document is followed by a heading or by nothing, never by front matter.
      if line.hasPrefix("# ") && index == 1 { return 0 }
    }
    return 0
  }

  static func read(_ lines: [String]) -> [Entry] {
    let count = length(lines)
    guard count > 2 else { return [] }
    var entries: [Entry] = []
    for index in 1..<(count - 1) {
      let line = lines[index]
      guard let first = line.utf8.first, first != 0x20, first != 0x23, first != 0x2D,
        let colon = line.firstIndex(of: ":")
      else { continue }
      let value = line[line.index(after: colon)...].trimmed.unquoted
      entries.append(Entry(key: line[..<colon].trimmed.lowercased(), value: value, line: index + 1))
    }
    return entries
  }
}

extension SourceText {
  /// The lines as Markdown: those of the front matter are blank.
  var markdown: [String] {
    guard frontMatterLines > 0 else { return lines }
    return Array(repeating: "", count: frontMatterLines) + lines.dropFirst(frontMatterLines)
  }
}
