/// Headings underlined with other marks than Markdown knows, as plain text and reStructuredText have them.
enum Underlines {
  /// Below the two levels that Markdown underlines itself.
  static let level = 3

  /// "1. Severities" over a line of dashes is a heading to people; Markdown sees a list of one item and a rule.
  static func numbered(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      if block.kind == .rule, let last = result.last, last.line == block.line - 1, let title = onlyLine(of: last) {
        let heading = Block(
          kind: .heading(level: 2), phrases: [title], children: [], line: last.line, endLine: block.endLine)
        result[result.count - 1] = heading
      } else {
        result.append(block)
      }
    }
    return result
  }

  /// The one line of the one item of a numbered list.
  private static func onlyLine(of block: Block) -> Phrase? {
    guard block.kind == .list(ordered: true), block.children.count == 1, let item = block.children.first,
      item.children.count == 1, let paragraph = item.children.first, paragraph.kind == .paragraph,
      paragraph.phrases.count == 1, let line = paragraph.phrases.first, line.text.utf8.count <= 120
    else { return nil }
    return line
  }

  /// The heading that a paragraph of two lines is; nil where the second line is no underline.
  static func heading(_ block: Block) -> Block? {
    let lines = block.phrases.filter { !$0.isEmpty }
    guard lines.count == 2, let under = lines.last?.text, under.utf8.count >= 3, let mark = under.first,
      ".~^\"'+*:".contains(mark), under.allSatisfy({ $0 == mark }), let title = lines.first, title.text.hasWord,
      title.text.utf8.count <= 120
    else { return nil }
    var heading = block
    heading.phrases = [title]
    return heading
  }
}
