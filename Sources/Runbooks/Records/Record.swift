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

  private var box: RecordBox

  init(_ shape: Shape, line: Int, endLine: Int? = nil) {
    self.init(RecordContent(shape, line: line, endLine: endLine))
  }

  init(_ content: RecordContent) { box = RecordBox(content) }

  var shape: Shape { box.content.shape }
  /// Heading, label, first cell, column of a cell; empty where there is none.
  var name: String { box.content.name }
  /// The name taken apart; every reader of names looks at it.
  var nameWords: Words { box.content.nameWords }
  /// What stands beside the name; the whole text of a record without one.
  var value: Phrase {
    get { box.content.value }
    set { change { $0.value = newValue } }
  }
  /// Name and value as they stand.
  var text: String {
    get { box.content.text }
    set { change { $0.text = newValue } }
  }
  var meaning: Meaning { box.content.meaning }
  var children: [Record] {
    get { box.content.children }
    set { change { $0.children = newValue } }
  }
  /// State of the checkbox, where there is one.
  var task: Bool? {
    get { box.content.task }
    set { change { $0.task = newValue } }
  }
  var code: Block.Code? {
    get { box.content.code }
    set { change { $0.code = newValue } }
  }
  /// Titles of the columns of a table.
  var columns: [String] {
    get { box.content.columns }
    set { change { $0.columns = newValue } }
  }
  var line: Int { box.content.line }
  var endLine: Int {
    get { box.content.endLine }
    set { change { $0.endLine = newValue } }
  }

  /// Gives the record its name, and the meaning of that.
  mutating func call(_ name: String) { change { $0.call(name) } }

  /// The content with a change, in a box of its own. The old box is let go first, so that lists grow in place.
  private mutating func change(_ edit: (inout RecordContent) -> Void) {
    var content = box.content
    box = .empty
    edit(&content)
    box = RecordBox(content)
  }

  var isHeading: Bool { if case .heading = shape { true } else { false } }
  var isItem: Bool { if case .item = shape { true } else { false } }
  var isList: Bool { if case .list = shape { true } else { false } }
  /// A heading or label: something that other records stand under.
  var isSection: Bool { isHeading || shape == .label || shape == .document }
  var headingLevel: Int? { if case .heading(let level) = shape { level } else { nil } }

  mutating func add(_ child: Record) { change { $0.add(child) } }
}

extension Record {
  /// The members right under this one, groups opened: items, rows, labels, paragraphs, fences, sub-headings.
  var members: [Record] {
    var found: [Record] = []
    gather(members: &found)
    return found
  }

  private func gather(members found: inout [Record], named: Bool = false) {
    for child in children {
      switch child.shape {
      case .list, .table, .quote: child.gather(members: &found, named: named)
      case .fence where named: continue
      default: if !named || !child.name.isEmpty { found.append(child) }
      }
    }
  }

  /// The members that have a name: what the record says of itself.
  var fields: [Record] {
    var found: [Record] = []
    gather(members: &found, named: true)
    return found
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
