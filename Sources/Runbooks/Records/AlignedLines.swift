/// Lines of plain text set in columns with spaces: each is an item, named by its first column.
enum AlignedLines {
  /// The list that a paragraph is; nil where its lines do not stand in columns.
  static func list(_ block: Block) -> Record? {
    let phrases = block.phrases.filter { !$0.isEmpty }
    guard (2...64).contains(phrases.count), phrases.allSatisfy({ $0.text.holds("  ") }) else { return nil }
    let rows = phrases.map { cells($0.text) }
    let numbered = rows.allSatisfy { $0.count >= 3 && isNumber($0[0].text) }
    let lead = numbered ? 1 : 0
    guard let head = rows.first, head.count > lead + 1,
      rows.allSatisfy({ row in
        row.count > lead + 1 && (1...(lead + 1)).allSatisfy { row[$0].column == head[$0].column }
      }), !rows.allSatisfy({ $0[0].text.hasSuffix(":") })
    else { return nil }
    var list = Record(.list(ordered: numbered), line: block.line, endLine: block.endLine)
    for (index, row) in rows.enumerated() {
      list.add(item(row.dropFirst(lead).map(\.text), number: numbered ? index + 1 : nil, line: phrases[index].line))
    }
    return list
  }

  private static func item(_ cells: [String], number: Int?, line: Int) -> Record {
    var record = Record(.item(number: number), line: line)
    record.call(cells.first?.stripped(":") ?? "")
    let rest = cells.dropFirst().joined(separator: "; ")
    record.value = Phrase(rest, line: line)
    record.text = record.name + ": " + rest
    return record
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.stripped(".)")
    return (1...2).contains(digits.utf8.count) && digits.utf8.allSatisfy(\.isDigit)
  }

  /// What stands two or more spaces apart, with the column where it begins.
  private static func cells(_ line: String) -> [(column: Int, text: String)] {
    var cells: [(column: Int, text: String)] = []
    var current = ""
    var spaces = 2
    for (column, character) in line.enumerated() {
      if character == " " || character == "\t" {
        spaces += character == "\t" ? 2 : 1
        continue
      }
      if spaces >= 2 {
        if !current.isEmpty { cells[cells.count - 1].text = current }
        cells.append((column, ""))
        current = ""
      } else if spaces == 1 {
        current.append(" ")
      }
      spaces = 0
      current.append(character)
    }
    if !cells.isEmpty { cells[cells.count - 1].text = current }
    return cells
  }
}
