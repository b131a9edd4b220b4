import Engine

/// A run of words in one line.
enum Inline: Sendable, Hashable {
  case text(String)
  case bold(String)
  case code(String)
  /// A place that asks for a person.
  case blank(String)

  /// The runs of a line; escapes are read.
  static func runs(_ line: String) -> [Inline] {
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
      if first == "\\", rest.count > 1 {
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
      } else if first == "[", let close = rest.firstIndex(of: "]"),
        rest[..<close].dropFirst().contains(where: \.isLetter)
      {
        finish()
        runs.append(.blank(MarkdownText.plain(rest[rest.index(after: rest.startIndex)..<close])))
        rest = rest[rest.index(after: close)...]
      } else {
        words.append(first)
        rest = rest.dropFirst()
      }
    }
    finish()
    return runs
  }

  private static func span(_ text: Substring) -> (text: String, rest: Substring)? {
    let fence = text.prefix { $0 == "`" }
    let body = text.dropFirst(fence.count)
    guard let close = body.firstRange(of: fence) else { return nil }
    let inside = body[..<close.lowerBound]
    let bare = fence.count > 1 ? inside.trimmingPrefix(" ") : inside
    return (String(fence.count > 1 && bare.last == " " ? bare.dropLast() : bare), body[close.upperBound...])
  }
}
