/// Commands in documents that know no fences: lines set in below one that ends with a colon, after an empty line.
///
/// Markdown takes less than four spaces for nothing, so the two empty lines around them become the fence's.
enum PlainFences {
  /// The lines, equal in number.
  static func fenced(_ lines: [String]) -> [String] {
    if lines.contains(where: { $0.holds("```") || $0.holds("~~~") }) { return lines }
    var result = lines
    var programs: Set<String> = []
    for index in lines.indices.dropLast(2) where opens(lines[index]) && isBlank(lines[index + 1]) {
      let above = depth(lines[index])
      let from = index + 2
      var end = from
      while end < lines.count, !isBlank(lines[end]), depth(lines[end]) >= above + 2, !isItem(lines[end]) { end += 1 }
      guard end > from, end == lines.count || isBlank(lines[end]),
        ActionReader.looksLikeCommands(lines[from..<end].map { $0.trimmed }.joined(separator: "\n"))
      else { continue }
      programs.formUnion(lines[from..<end].compactMap(program))
      guard end < lines.count, depth(lines[from]) < above + 4 else { continue }
      let fence = String(repeating: " ", count: above) + "```"
      result[index + 1] = fence
      result[end] = fence
    }
    return programs.isEmpty ? result : result.map { isItem($0) ? marked($0, programs) : $0 }
  }

  private static func program(_ line: String) -> String? {
    let words = line.split(separator: " ")
    return words.count > 1 ? words.first.map(String.init) : nil
  }

  private static let prose: WordSet = [
    "the", "a", "an", "is", "are", "it", "its", "of", "and", "if", "when", "your", "for", "with", "that", "all", "sure",
  ]

  /// "- mqctl channel stop IN" as "- `$ mqctl channel stop IN`": of a program that the document itself calls elsewhere.
  private static func marked(_ line: String, _ programs: Set<String>) -> String {
    guard !line.utf8.contains(0x60) else { return line }
    let words = line.split(separator: " ")
    guard let at = words.indices.first(where: { $0 > 0 && programs.contains(String(words[$0])) }),
      at == 1 || words[at - 1].hasSuffix(":"), at + 1 < words.count,
      !words[at...].contains(where: { prose.contains(String($0)) }), words.last?.hasSuffix(".") == false
    else { return line }
    return line[..<words[at].startIndex] + "`$ " + line[words[at].startIndex...].trimmed + "`"
  }

  private static func opens(_ line: String) -> Bool { line.utf8.last { !$0.isSpace } == 0x3A }

  private static func isBlank(_ line: String) -> Bool { line.utf8.allSatisfy(\.isSpace) }

  private static func depth(_ line: String) -> Int { line.utf8.prefix { $0 == 0x20 }.count }

  /// "- step", "* step", "3. step".
  private static func isItem(_ line: String) -> Bool {
    let bytes = line.utf8.drop { $0 == 0x20 }
    guard let first = bytes.first else { return false }
    if first == 0x2D || first == 0x2A || first == 0x2B { return bytes.dropFirst().first == 0x20 }
    let rest = bytes.drop(while: \.isDigit)
    return first.isDigit && (rest.first == 0x2E || rest.first == 0x29)
  }
}
