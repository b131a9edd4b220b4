/// One idea of the document, whatever shape it has: a name, what is said beside it, and what stands under it.
///
/// A heading with bullets, a table row with its cells, a bullet with a bold label and a bold paragraph all become this.
/// From here on nobody asks which it was, save to tell a section from a line.
struct Record: Sendable {
  enum Shape: Sendable, Hashable {
    case document
    case heading(Int)
    /// A bold or colon-ended paragraph and what follows it.
    case label
    case item(number: Int?)
    case row, cell
    case paragraph
    /// Groups of items and rows; they have no name.
    case list(ordered: Bool)
    case table
    case fence
    case quote
  }

  var shape: Shape
  /// Heading, label, first cell, column of a cell; empty where there is none.
  var name = ""
  /// What stands beside the name; the whole text of a record without one.
  var value: Phrase
  /// Name and value as they stand.
  var text = ""
  var meaning = Meaning()
  var children: [Record] = []
  /// State of the checkbox, where there is one.
  var task: Bool?
  var code: Block.Code?
  /// Titles of the columns of a table.
  var columns: [String] = []
  var line: Int
  var endLine: Int

  init(_ shape: Shape, line: Int, endLine: Int? = nil) {
    self.shape = shape
    self.line = line
    self.endLine = endLine ?? line
    value = Phrase(line: line)
  }

  var isHeading: Bool { if case .heading = shape { true } else { false } }
  var isItem: Bool { if case .item = shape { true } else { false } }
  var isList: Bool { if case .list = shape { true } else { false } }
  /// A heading or label: something that other records stand under.
  var isSection: Bool { isHeading || shape == .label || shape == .document }
  var headingLevel: Int? { if case .heading(let level) = shape { level } else { nil } }

  mutating func add(_ child: Record) {
    endLine = max(endLine, child.endLine)
    children.append(child)
  }
}

extension Record {
  /// The members right under this one, groups opened: items, rows, labels, paragraphs, fences, sub-headings.
  var members: [Record] {
    children.flatMap { child -> [Record] in
      switch child.shape {
      case .list, .table, .quote: child.members
      default: [child]
      }
    }
  }

  /// The members that have a name: what the record says of itself.
  var fields: [Record] {
    members.filter { !$0.name.isEmpty && $0.shape != .fence }
  }

  /// The fields, and those of the headings right under this one: "Response requirements" over a table.
  var facts: [Record] { fields + children.filter(\.isHeading).flatMap { $0.fields } }

  /// The field that is most about a concept; `least` is the share of its name that must say so.
  func field(_ concept: Concept, least: Double = 0.34) -> Record? {
    var best: Record?
    var weight = 0.0
    for field in fields where field.meaning[concept] >= least && field.meaning[concept] > weight {
      best = field
      weight = field.meaning[concept]
    }
    return best
  }

  /// Sibling records that may be instances of one idea: rows of a table, items of a list, labels, sub-headings.
  var collections: [[Record]] {
    var groups: [[Record]] = []
    for child in children where child.isList || child.shape == .table { groups.append(child.children) }
    for child in children where child.shape == .quote { groups += child.collections }
    let labels = children.filter { $0.shape == .label }
    if labels.count > 1 { groups.append(labels) }
    let headings = children.filter(\.isHeading)
    if !headings.isEmpty { groups.append(headings) }
    return groups
  }

  /// Every record under this one, itself first, in the order of the document.
  func walk(_ visit: (Record) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }

  /// All fences under this record.
  var fences: [Record] {
    var found: [Record] = []
    walk { if $0.shape == .fence { found.append($0) } }
    return found
  }

  /// What is said right under the record, a phrase each: its own value, items, paragraphs.
  var statements: [Phrase] {
    var said: [Phrase] = []
    if !value.isEmpty { said.append(value) }
    for child in children { child.gather(&said) }
    return said
  }

  private func gather(_ said: inout [Phrase]) {
    switch shape {
    case .fence: return
    case .row:
      said.append(Phrase(children.map(\.value.text).filter { !$0.isEmpty }.joined(separator: " | "), line: line))
    case .list, .table, .quote: for child in children { child.gather(&said) }
    case .item, .paragraph:
      said.append(Phrase(text, line: line))
    case .label, .heading, .document:
      if !text.isEmpty { said.append(Phrase(text, line: line)) }
      for child in children { child.gather(&said) }
    case .cell: said.append(value)
    }
  }
}
