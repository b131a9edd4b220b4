import Incidents

/// Everything that the readers of facts look at: the tree of records, the sections with their roles, the scale.
struct Reading: Sendable {
  /// More siblings than this are no scale and no ladder, and reading them as one would only cost time.
  static let mostMembers = 64

  let source: SourceText
  let root: Record
  let sections: Sections
  let statements: [Statement]
  var scale = SeverityScale()
  /// Every collection whose records are named by severities; of one of them the scale is made.
  var scales: [SeverityReader.Scale] = []

  init(_ source: SourceText, root: Record) {
    self.source = source
    self.root = root
    sections = Sections(root)
    statements = Statement.gather(sections)
  }

  /// The line on which a sentence of a statement begins.
  func line(of sentence: String, in statement: Statement) -> Int {
    let head = String(sentence.prefix(24))
    for offset in 0..<12 {
      guard let line = source.lines[safe: statement.line - 1 + offset] else { break }
      if line.holds(head) { return statement.line + offset }
    }
    return statement.line
  }

  /// Whether the statement stands in one scenario of several: a file that is one scenario is its own team's page.
  func isInScenario(_ statement: Statement) -> Bool {
    sections.path(statement.section).contains { $0.role == .scenario && $0.record.headingLevel != 1 }
  }

  /// Whether the statement stands inside a section of one of the roles.
  func isInside(_ statement: Statement, _ roles: [SectionRole]) -> Bool {
    roles.contains { sections.isInside(statement.section, $0) }
  }
}

/// One line of prose outside fences, with its place.
///
/// A class, like `Section`: a dozen readers go through all of them.
final class Statement: Sendable {
  let text: String
  let words: Words
  /// The times that it states: half a dozen readers ask for them.
  let durations: [Duration]
  let line: Int
  /// Index of the section that holds it.
  let section: Int
  /// The name of the item or label that it stands under, or its own.
  let label: String
  let meaning: Meaning
  let links: [Phrase.Target]
  /// The cells of a row of a table, not a sentence.
  let isRow: Bool

  private init(_ record: Record, under owner: Record, in section: Int) {
    let named = record.name.isEmpty ? owner : record
    text = record.text
    words = Words(record.text)
    durations = Durations.all(in: words)
    sentences = Sentences.of(record.text)
    line = record.line
    self.section = section
    label = named.name
    meaning = named.meaning
    links = record.shape == .row ? record.children.flatMap(\.value.links) : record.value.links
    isRow = record.shape == .row
  }

  static func gather(_ sections: Sections) -> [Statement] {
    var found: [Statement] = []
    for (index, section) in sections.all.enumerated() {
      let record = section.record
      if !record.text.isEmpty { found.append(Statement(record, under: record, in: index)) }
      for child in record.children { gather(child, under: record, index, &found) }
    }
    return found
  }

  private static func gather(_ record: Record, under owner: Record, _ section: Int, _ found: inout [Statement]) {
    switch record.shape {
    case .heading, .label, .document, .fence, .cell: return
    case .list, .table, .quote: for child in record.children { gather(child, under: owner, section, &found) }
    case .item where !record.children.isEmpty: return
    case .item, .row, .paragraph: found.append(Statement(record, under: owner, in: section))
    }
  }

  /// The sentences of the text; a full stop inside a number or a name ends none.
  let sentences: [String]

  /// The sentences taken apart; the statement itself where it is one sentence.
  var sayings: [Saying] {
    if sentences.count == 1, sentences[0] == text { return [Saying(text: text, words: words, durations: durations)] }
    return sentences.map { Saying($0) }
  }
}
