/// A table set with spaces in a fence: cells stand two or more spaces apart.
enum AlignedText {
  /// The table; nil where the fence holds none of at least three columns.
  static func table(_ code: Block.Code) -> Record? {
    guard ["", "text", "txt", "plain", "ascii", "plaintext"].contains(code.language) else { return nil }
    var rows: [(line: Int, cells: [String])] = []
    var starts: [Int] = []
    for (offset, raw) in code.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(64).enumerated() {
      var cells = cells(String(raw))
      if starts.isEmpty, cells.count >= 3 { starts = self.starts(String(raw)) }
      if cells.count != starts.count, let cut = self.cut(String(raw), at: starts) { cells = cut }
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

  /// Where the cells of the head begin, in columns of a terminal: a Chinese sign takes two.
  private static func starts(_ line: String) -> [Int] {
    var starts: [Int] = []
    var column = 0
    var spaces = 2
    for character in line {
      if character == " " || character == "\t" {
        spaces += 1
      } else {
        if spaces >= 2 { starts.append(column) }
        spaces = 0
      }
      column += width(character)
    }
    return starts
  }

  /// A line cut where the head's cells begin, give or take two columns; nil where words stand across.
  private static func cut(_ line: String, at starts: [Int]) -> [String]? {
    guard starts.count >= 3, line.hasWord else { return nil }
    var places: [(column: Int, index: String.Index)] = []
    var column = 0
    var before: Character = " "
    for index in line.indices {
      if before == " ", line[index] != " " { places.append((column, index)) }
      before = line[index]
      column += width(line[index])
    }
    var bounds: [String.Index] = []
    for start in starts {
      guard let near = places.min(by: { abs($0.column - start) < abs($1.column - start) }),
        abs(near.column - start) <= 2
      else { return nil }
      if bounds.last.map({ $0 >= near.index }) ?? false { return nil }
      bounds.append(near.index)
    }
    return bounds.indices.map { line[bounds[$0]..<(bounds[safe: $0 + 1] ?? line.endIndex)].trimmed }
  }

  private static func width(_ character: Character) -> Int {
    character.unicodeScalars.first.map { $0.isIdeograph || (0xFF00...0xFF60).contains($0.value) } ?? false ? 2 : 1
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
