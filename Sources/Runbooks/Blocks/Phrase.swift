/// A line of inline text with its marks, in reading order.
struct Phrase: Sendable, Hashable {
  struct Run: Sendable, Hashable {
    enum Style: Sendable, Hashable { case plain, strong, emphasis, code }
    var text: String
    var style: Style
  }
  struct Target: Sendable, Hashable {
    var title: String
    var url: String
  }

  var runs: [Run] = []
  var links: [Target] = []
  var line: Int

  init(_ text: String = "", line: Int) {
    self.line = line
    if !text.isEmpty { runs = [Run(text: text, style: .plain)] }
  }

  /// The text as people read it.
  var text: String {
    if runs.count == 1 { return runs[0].text.trimmed }
    return runs.reduce(into: "") { $0 += $1.text }.trimmed
  }

  var isEmpty: Bool { !runs.contains { $0.text.utf8.contains { !$0.isSpace } } }

  mutating func append(_ text: String, _ style: Run.Style) {
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }

  /// This phrase from a run on, its links kept.
  func from(run index: Int) -> Phrase {
    var rest = self
    rest.runs = Array(runs.dropFirst(index))
    return rest
  }

  /// Two phrases as one, with a space between.
  func joined(_ other: Phrase) -> Phrase {
    if isEmpty { return other }
    if other.isEmpty { return self }
    var both = self
    both.append(" ", .plain)
    for run in other.runs { both.append(run.text, run.style) }
    both.links += other.links
    return both
  }
}
