import Engine

/// A link of Markdown at the start of a text: `[words](https://…)`, `<https://…>`, or the address alone.
struct InlineLink {
  let text: String
  let target: String
  let rest: Substring

  /// Nobody writes longer ones; nothing is looked for beyond it.
  private static let longest = 2_000

  init?(at line: Substring) {
    if line.first == "[", let found = Self.named(line) {
      (text, target, rest) = found
    } else if line.hasPrefix("<http"), let close = line.prefix(Self.longest).firstIndex(of: ">"),
      Self.isWeb(line[..<close].dropFirst())
    {
      (text, target, rest) = (
        String(line[..<close].dropFirst()), String(line[..<close].dropFirst()), line[close...].dropFirst()
      )
    } else if Self.isWeb(line) {
      let address = Self.bare(line)
      (text, target, rest) = (String(address), String(address), line[address.endIndex...])
    } else {
      return nil
    }
  }

  private static func named(_ line: Substring) -> (String, String, Substring)? {
    let near = line.prefix(longest)
    guard let middle = near.firstRange(of: "]("),
      let close = near[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let (words, target) = (near[..<middle.lowerBound].dropFirst(), near[middle.upperBound..<close])
    guard !words.isEmpty, !words.contains("["), !words.contains("]"), isWeb(target) else { return nil }
    return (MarkdownText.plain(words), String(target), line[close...].dropFirst())
  }

  /// Up to a blank, without the marks that end a sentence around it.
  private static func bare(_ line: Substring) -> Substring {
    var address = line.prefix(longest).prefix { !$0.isWhitespace && !"<>|`".contains($0) }
    while let last = address.last, ".,;:!?)*\"'".contains(last) { address.removeLast() }
    return address
  }

  private static func isWeb(_ text: Substring) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }
}
