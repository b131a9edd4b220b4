/// Takes tables of absurd size out of the text before parsing.
///
/// cmark-gfm pads every short row to the width of its table and splits wide rows in quadratic time: one line of 100,000
/// pipes costs seven seconds. A table is what has a delimiter row, so blanking that row leaves plain text.
enum TableGuard {
  static let mostPipesOnALine = 64
  static let mostCells = 30_000

  /// Lines for the parser, equal in number, and a finding for each table that was left as text.
  static func guarding(_ lines: [String]) -> (lines: [String], findings: [Finding]) {
    var result = lines
    var findings: [Finding] = []
    var cells = 0
    var index = 0
    while index < lines.count {
      let end = groupEnd(lines, from: index)
      let delimiters = (index..<end).filter { isDelimiter(lines[$0]) }
      if let first = delimiters.first {
        let width = (index..<end).reduce(0) { max($0, pipes(lines[$1])) }
        cells += (width + 1) * (end - index) * delimiters.count
        if width > mostPipesOnALine || cells > mostCells {
          cells -= (width + 1) * (end - index) * delimiters.count
          for line in delimiters { result[line] = "" }
          findings.append(tooLarge(line: first + 1, width: width, rows: end - index))
        }
      }
      index = end + 1
    }
    return (result, findings)
  }

  /// The first blank line from here on: no table spans one.
  private static func groupEnd(_ lines: [String], from start: Int) -> Int {
    var end = start
    while end < lines.count, lines[end].utf8.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }) { end += 1 }
    return end
  }

  /// Unescaped pipes on a line.
  static func pipes(_ line: String) -> Int {
    var count = 0
    var escaped = false
    for byte in line.utf8 {
      if byte == 0x7C, !escaped { count += 1 }
      escaped = byte == 0x5C && !escaped
    }
    return count
  }

  /// Only dashes, colons, pipes and what may stand before a table: quotes, list marks, space.
  private static func isDelimiter(_ line: String) -> Bool {
    var dash = false
    var other = false
    for byte in line.utf8 {
      switch byte {
      case 0x2D: dash = true
      case 0x7C, 0x3A: other = true
      case 0x20, 0x09, 0x3E, 0x2A, 0x2B: continue
      case 0x30...0x39, 0x2E, 0x29: if dash || other { return false }
      default: return false
      }
    }
    return dash && other
  }

  private static func tooLarge(line: Int, width: Int, rows: Int) -> Finding {
    Finding(
      rule: "R016", level: .warning,
      message: "A table of \(width) columns and \(rows) rows is too large and was read as plain text.",
      hint: "Split the table: at most \(mostPipesOnALine) columns and \(mostCells) cells in all.", line: line)
  }
}
