/// A table set with spaces in a fence: cells stand two or more spaces apart.
enum AlignedText {
  /// The table; nil where the fence holds none of at least three columns.
  static func table(_ code: Block.Code) -> Record? {
    guard ["", "text", "txt", "plain", "ascii", "plaintext"].contains(code.language) else { return nil }
    var rows: [(line: Int, cells: [String])] = []
    for (offset, raw) in code.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(64).enumerated() {
      let cells = cells(String(raw))
      if cells.count >= 2, cells.contains(where: \.hasWord) { rows.append((code.firstLine + offset, cells)) }
    }
    guard let head = rows.first, head.cells.count >= 3, rows.count >= 3,
      rows.dropFirst().allSatisfy({ $0.cells.count == head.cells.count })
    else { return nil }
    let columns = head.cells.map { Phrase($0, line: head.line) }
    let body = rows.dropFirst().map { row in row.cells.map { Phrase($0, line: row.line) } }
    let last = rows.last?.line ?? head.line
    return TableRecords.record(
      Block.Table(columns: columns, rows: body), Block(kind: .paragraph, line: head.line, endLine: last))
  }

  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var current = ""
    var spaces = 0
    for character in line {
      if character == " " || character == "\t" {
        spaces += character == "\t" ? 2 : 1
        continue
      }
      if spaces >= 2, !current.isEmpty {
        cells.append(current)
        current = ""
      } else if spaces == 1, !current.isEmpty {
        current.append(" ")
      }
      spaces = 0
      current.append(character)
    }
    if !current.isEmpty { cells.append(current) }
    return cells
  }
}
