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
      } else if let mark = mark(rest, linked: linked) {
        finish()
        runs.append(mark.run)
        rest = mark.rest
      } else {
        words.append(first)
        rest = rest.dropFirst()
      }
    }
    finish()
    return runs
  }

  /// Code, a link or a place at the start of a text.
  private static func mark(_ text: Substring, linked: Bool) -> (run: Inline, rest: Substring)? {
    if text.first == "`", let code = span(text) { return (.code(code.text), code.rest) }
    if linked, let link = InlineLink(at: text) { return (.link(link.text, link.target), link.rest) }
    if text.first == "[", let blank = blank(text) { return (.blank(blank.text), blank.rest) }
    return nil
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
