import Engine

/// A run of words in one line.
enum Inline: Sendable, Hashable {
  case text(String)
  case bold(String)
  case code(String)
  /// A place that asks for a person.
  case blank(String)
  /// Words and an address of the web.
  case link(String, String)

  /// The runs of a line; escapes are read, and addresses are links only where that is asked for.
  static func runs(_ line: String, linked: Bool = false) -> [Inline] {
    var runs: [Inline] = []
    var rest = line[...]
    var words = ""
    var isBold = false
    func finish() {
      let text = MarkdownText.plain(words)
      if !text.isEmpty { runs.append(isBold ? .bold(text) : .text(text)) }
      words = ""
    }
    while let first = rest.first {
      if first == "\\", !rest.dropFirst().isEmpty {
        words += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("**") {
        finish()
        isBold.toggle()
        rest = rest.dropFirst(2)
      } else if first == "`", let code = span(rest) {
        finish()
        runs.append(.code(code.text))
        rest = code.rest
      } else if linked, let link = InlineLink(at: rest) {
        finish()
        runs.append(.link(link.text, link.target))
        rest = link.rest
      } else if first == "[", let blank = blank(rest) {
        finish()
        runs.append(.blank(blank.text))
        rest = blank.rest
      } else {
        words.append(first)
        rest = rest.dropFirst()
      }
    }
    finish()
    return runs
  }

  /// A question is short: nothing is looked for beyond 400 characters.
  private static func blank(_ text: Substring) -> (text: String, rest: Substring)? {
    guard let close = text.prefix(400).firstIndex(of: "]") else { return nil }
    let inside = text[..<close].dropFirst()
    return inside.contains(where: \.isLetter) ? (MarkdownText.plain(inside), text[close...].dropFirst()) : nil
  }

  private static func span(_ text: Substring) -> (text: String, rest: Substring)? {
    let fence = text.prefix { $0 == "`" }
    let body = text.dropFirst(fence.count)
    guard let close = body.prefix(4_000).firstRange(of: fence) else { return nil }
    let inside = body[..<close.lowerBound]
    let bare = fence.count > 1 ? inside.trimmingPrefix(" ") : inside
    return (String(fence.count > 1 && bare.last == " " ? bare.dropLast() : bare), body[close.upperBound...])
  }
}
