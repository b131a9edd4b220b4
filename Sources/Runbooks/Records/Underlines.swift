/// Headings underlined with other marks than Markdown knows, as plain text and reStructuredText have them.
enum Underlines {
  /// Below the two levels that Markdown underlines itself.
  static let level = 3

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
