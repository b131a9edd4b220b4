/// Blocks → records: headings, bold labels, lists and tables become one tree of named things.
enum Outline {
  /// Levels of what can be open: headings have 1…6.
  private static let boldLevel = 7
  private static let plainLevel = 8

  static func document(_ blocks: [Block], lastLine: Int) -> Record {
    var builder = Builder(root: RecordContent(.document, line: 1, endLine: max(1, lastLine)))
    for block in Titles.one(of: blocks) { builder.take(block) }
    return builder.finish()
  }

  private struct Builder {
    /// What is open: it grows until it is closed, and is a record then.
    private var stack: [(level: Int, content: RecordContent)]
    /// Levels of the summaries of the folding parts that are open.
    private var folds: [Int] = []

    init(root: RecordContent) { stack = [(0, root)] }

    mutating func finish() -> Record {
      close(to: 1)
      return Record(stack[0].content)
    }

    /// Closes everything open at this level or deeper.
    private mutating func close(to level: Int) {
      while stack.count > 1, let top = stack.last, top.level >= level {
        stack.removeLast()
        put(Record(top.content))
      }
    }

    private mutating func open(_ content: RecordContent, level: Int) {
      close(to: level)
      stack.append((level, content))
    }

    private mutating func put(_ record: Record) { stack[stack.count - 1].content.add(record) }

    mutating func take(_ block: Block) {
      switch block.kind {
      case .heading(let level):
        // Inside a folding part no heading ends the part.
        let inner = min(6, max(level, (folds.last ?? 0) + 1))
        open(Outline.heading(block, inner), level: inner)
      case .summary: fold(block)
      case .foldEnd: if let level = folds.popLast() { close(to: level) }
      case .paragraph: paragraph(block)
      case .list(let ordered): put(Outline.list(block, ordered: ordered))
      case .table(let table): put(TableRecords.record(table, block))
      case .code(let code):
        var fence = RecordContent(.fence, line: block.line, endLine: block.endLine)
        fence.code = code
        put(Record(fence))
      case .quote:
        var inner = Builder(root: RecordContent(.quote, line: block.line, endLine: block.endLine))
        for child in block.children { inner.take(child) }
        put(inner.finish())
      case .item: for child in block.children { take(child) }
      // A rule ends what a label opened, never what a heading opened.
      case .rule: close(to: Outline.boldLevel)
      }
    }

    /// A summary is a heading of the level below the one that is open.
    private mutating func fold(_ block: Block) {
      let above = stack.last { $0.level < Outline.boldLevel }?.level ?? 0
      let level = min(5, max(2, max(above, folds.last ?? 0) + 1))
      folds.append(level)
      open(Outline.heading(block, level), level: level)
    }

    /// Lines in columns and definitions are lists, though Markdown takes them for a paragraph.
    private mutating func set(_ block: Block) -> Bool {
      if let aligned = AlignedLines.list(block) {
        close(to: Outline.plainLevel)
        put(aligned)
        return true
      }
      guard let terms = Definitions.records(block.phrases) else { return false }
      close(to: Outline.boldLevel)
      for term in terms { put(term) }
      return true
    }

    private mutating func paragraph(_ block: Block) {
      if let title = Underlines.heading(block) {
        return open(Outline.heading(title, Underlines.level), level: Underlines.level)
      }
      if set(block) { return }
      let lines = Outline.logicalLines(block.phrases)
      if lines.count == 1, let line = lines.first, line.split == nil, let title = Outline.title(line.phrase) {
        return open(title, level: Outline.plainLevel)
      }
      for line in lines {
        guard let split = line.split else {
          close(to: Outline.plainLevel)
          put(Outline.plain(line.phrase))
          continue
        }
        let label = Outline.label(split, line.phrase)
        if split.bold {
          open(label, level: Outline.boldLevel)
        } else if split.value.isEmpty {
          open(label, level: Outline.plainLevel)
        } else {
          close(to: Outline.plainLevel)
          put(Record(label))
        }
      }
      if let last = block.phrases.last, last.line > stack[stack.count - 1].content.endLine {
        stack[stack.count - 1].content.endLine = last.line
      }
    }
  }

  /// A line of a paragraph, and its label where it has one.
  struct Line {
    var phrase: Phrase
    var split: Labels.Split?
  }

  /// The source lines of a paragraph, lines without a label of their own joined to the one before.
  static func logicalLines(_ phrases: [Phrase]) -> [Line] {
    var lines: [Line] = []
    for phrase in phrases.flatMap(Labels.parts) where !phrase.isEmpty {
      let last = lines.last
      let split = Labels.split(phrase)
      let opened = last?.split.map { $0.bold && $0.value.isEmpty } ?? true
      let labelled = split.map { $0.bold || !isBroken(last?.phrase, phrase) } ?? false
      if labelled || opened && !continues(last?.phrase, phrase) {
        lines.append(Line(phrase: phrase, split: split))
      } else {
        let whole = lines[lines.count - 1].phrase.joined(phrase)
        lines[lines.count - 1] = Line(phrase: whole, split: Labels.split(whole))
      }
    }
    return lines
  }

  /// Prose wrapped within a sentence: "... mise à" over "jour : 9 janvier" makes no label of the day.
  private static func isBroken(_ last: Phrase?, _ next: Phrase) -> Bool {
    guard next.text.unicodeScalars.first?.properties.isLowercase ?? false else { return false }
    return continues(last, next)
  }

  /// Whether a source line goes on with the sentence of the one before it.
  private static func continues(_ last: Phrase?, _ next: Phrase) -> Bool {
    guard let last, last.line != next.line, last.runs.first?.style != .strong, last.text.utf8.count >= 40 else {
      return false
    }
    guard let end = last.text.unicodeScalars.last, let start = next.text.unicodeScalars.first else { return false }
    if ".!?:;。！？：".unicodeScalars.contains(end) { return false }
    if start == "→" || end == "→" { return true }
    return start.isWordlike
      ? start.properties.isLowercase || start.isASCIIDigit || last.text.utf8.count >= 60 : start == "("
  }

  private static func heading(_ block: Block, _ level: Int) -> RecordContent {
    var record = RecordContent(.heading(level), line: block.line, endLine: block.endLine)
    let phrase = block.phrases.reduce(Phrase(line: block.line)) { $0.joined($1) }
    record.call(phrase.text)
    record.text = record.name
    return record
  }

  /// "SYMPTOMS" or "Verification" on a line of its own is a label without its colon.
  private static func title(_ phrase: Phrase) -> RecordContent? {
    let text = phrase.text
    guard text.utf8.count <= 40, phrase.runs.count == 1, phrase.runs.first?.style != .code,
      let last = text.unicodeScalars.last, last.isWordlike, text.split(separator: " ").count <= 4
    else { return nil }
    let parts: [Concept] = [
      .symptoms, .causes, .diagnosis, .fix, .verification, .prevention, .detection, .rollback,
    ]
    let shouted = text.uppercased() == text && text.lowercased() != text && text.utf8.count >= 5
    guard Lexicon.meaning(of: text).best(parts) >= (shouted ? 0.5 : 0.99),
      text.first?.isUppercase ?? false || !text.utf8.allSatisfy({ $0 < 0x80 })
    else { return nil }
    return label(Labels.Split(name: text, value: Phrase(line: phrase.line), bold: false), phrase)
  }

  static func label(_ split: Labels.Split, _ phrase: Phrase) -> RecordContent {
    var record = RecordContent(.label, line: phrase.line)
    record.call(split.name)
    record.value = split.value
    record.text = phrase.text
    return record
  }

  static func plain(_ phrase: Phrase) -> Record {
    var record = RecordContent(.paragraph, line: phrase.line)
    record.value = phrase
    record.text = phrase.text
    return Record(record)
  }

  private static func list(_ block: Block, ordered: Bool) -> Record {
    var record = RecordContent(.list(ordered: ordered), line: block.line, endLine: block.endLine)
    for (offset, child) in block.children.enumerated() {
      record.add(item(child, number: ordered ? offset + 1 : nil))
    }
    return Record(record)
  }

  private static func item(_ block: Block, number: Int?) -> Record {
    var record = RecordContent(.item(number: number), line: block.line, endLine: block.endLine)
    if case .item(_, let task) = block.kind { record.task = task }
    var rest = block.children[...]
    if let first = rest.first, case .paragraph = first.kind {
      rest = rest.dropFirst()
      let lines = logicalLines(first.phrases)
      if let line = lines.first { name(&record, by: line) }
      for line in lines.dropFirst() {
        record.add(line.split.map { Record(label($0, line.phrase)) } ?? plain(line.phrase))
      }
    }
    var builder = Builder(root: record)
    for child in rest { builder.take(child) }
    return builder.finish()
  }

  private static func name(_ record: inout RecordContent, by line: Line) {
    let phrase = Checkbox.take(from: line.phrase, &record.task)
    record.text = phrase.text
    if let split = phrase == line.phrase ? line.split : Labels.split(phrase) {
      record.call(split.name)
      record.value = split.value
    } else {
      record.value = phrase
    }
  }
}
