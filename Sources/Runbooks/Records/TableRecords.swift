/// A table's rows as records: named by their first cell, with a field for each column.
enum TableRecords {
  static func record(_ given: Block.Table, _ block: Block) -> Record {
    let table = turned(given) ?? given
    var record = RecordContent(.table, line: block.line, endLine: block.endLine)
    record.columns = table.columns.map(\.text)
    let titles = record.columns.map { Words($0) }
    let meanings = titles.map { Lexicon.meaning(of: $0) }
    let naming = nameColumn(table)
    for cells in table.rows {
      record.add(row(cells, titles, meanings, naming: naming))
    }
    // A table with one record laid out sideways has its facts in the head too.
    if table.columns.count == 2, !table.columns[0].isEmpty, isFact(table) {
      record.children.insert(row(table.columns, [.none, .none], [Meaning(), Meaning()], naming: 0), at: 0)
    }
    return Record(record)
  }

  /// A table with a column for each severity and a row for each fact, turned so that each severity has its row.
  private static func turned(_ table: Block.Table) -> Block.Table? {
    let names = table.columns.dropFirst().compactMap { SeverityNames.read($0.text) }.filter(\.coded)
    guard names.count >= 2, names.count == table.columns.count - 1, Set(names.map(\.name)).count == names.count,
      (1...24).contains(table.rows.count)
    else { return nil }
    // A row for each role or moment is a ladder, not a scale.
    let heads = table.rows.map { $0.first?.text ?? "" }
    let others = heads.filter { People.names($0) || !Durations.all(in: $0).isEmpty || Durations.isImmediate(Words($0)) }
    // A row for each audience with how often in each cell is a table of updates.
    let cells = table.rows.flatMap { $0.dropFirst() }
    let repeated = cells.filter { Durations.all(in: $0.text).contains(where: \.every) }
    guard others.isEmpty || repeated.count * 2 >= cells.count else { return nil }
    // Rows of thresholds, "CPU | > 95% | > 90%", tell severities apart and say nothing of how they are answered.
    let told = heads.filter { Lexicon.meaning(of: $0).best(facts) >= 0.34 }
    guard !told.isEmpty || !cells.contains(where: { isThreshold($0.text) }) else { return nil }
    let line = table.rows.first?.first?.line ?? 1
    let columns = [Phrase("Severity", line: line)] + table.rows.map { $0.first ?? Phrase(line: line) }
    let rows = table.columns.indices.dropFirst().map { index in
      [table.columns[index]] + table.rows.map { $0[safe: index] ?? Phrase(line: line) }
    }
    return Block.Table(columns: columns, rows: rows)
  }

  private static func isThreshold(_ cell: String) -> Bool { cell.utf8.contains(0x25) || cell.hasPrefix(">") }

  private static let facts: [Concept] = [
    .response, .acknowledge, .definition, .examples, .impact, .updates, .resolutionTarget, .escalation, .time,
    .firstContact, .escalateTo, .communication, .via, .review,
  ]

  /// A head that is itself a fact: `| **Owner** | SRE |` over more of the kind.
  private static func isFact(_ table: Block.Table) -> Bool {
    let head = Lexicon.meaning(of: table.columns[0].text)
    return head.best([.owner, .lastUpdated, .nextReview]) >= 0.6 && table.columns[0].runs.first?.style == .strong
  }

  /// The column that names the rows: the first, unless it only counts.
  private static func nameColumn(_ table: Block.Table) -> Int {
    guard table.columns.count > 1, !table.rows.isEmpty else { return 0 }
    let counts = table.rows.allSatisfy { row in
      let cell = row.first?.text ?? ""
      return cell.utf8.allSatisfy { $0.isDigit || $0 == 0x2E } && cell.utf8.count <= 3
    }
    return counts ? 1 : 0
  }

  private static func row(
    _ cells: [Phrase], _ columns: [Words], _ meanings: [Meaning], naming: Int
  ) -> Record {
    let line = cells.first?.line ?? 1
    var record = RecordContent(.row, line: line)
    for (index, phrase) in cells.enumerated() where index < columns.count {
      var cell = RecordContent(.cell, line: line)
      cell.call(columns[index].text, columns[index], meaning: meanings[index])
      cell.value = phrase
      cell.text = phrase.text
      record.add(Record(cell))
    }
    record.call(naming < cells.count ? cells[naming].text : "")
    if columns.count == 2, cells.count == 2 { record.value = cells[1] }
    record.text = cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " | ")
    return Record(record)
  }
}
