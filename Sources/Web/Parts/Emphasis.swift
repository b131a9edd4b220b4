/// People's words in which Markdown's bold is bold: templates are full of it. Asterisks without a partner stay.
extension HTML {
  mutating func emphasised(_ words: some StringProtocol) {
    let parts = words.split(separator: "**", omittingEmptySubsequences: false)
    let bold = parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
    guard parts.count % 2 == 1, bold.allSatisfy({ Self.isBold($0) }) else { return whole(words) }
    for (index, part) in parts.enumerated() {
      if index % 2 == 1 { line("b", String(part)) } else { whole(part) }
    }
  }

  private static func isBold(_ words: some StringProtocol) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    return !first.isWhitespace && !last.isWhitespace && first != "*" && !words.contains(where: \.isNewline)
  }
}
