/// A table as the schema makes it: its columns in order, with their types, and what identifies a row.
package struct TableShape: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case integer, bigint, text, bytea, boolean
    case real = "double"
  }

  package var name: String
  package var columns: [(name: String, kind: Kind)]
  /// One column's name where one column identifies a row; nil where several do.
  package var key: String?

  package static func == (a: TableShape, b: TableShape) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Every table of the schema's steps.
  package static let all: [TableShape] = Schema.steps.joined().compactMap(TableShape.init(sql:))

  /// Nil for what makes no table.
  init?(sql: String) {
    let start = "CREATE TABLE "
    guard sql.hasPrefix(start), let open = sql.firstIndex(of: "("), let close = sql.lastIndex(of: ")") else {
      return nil
    }
    name = String(sql[..<open].dropFirst(start.count)).trimmingSpaces
    columns = []
    for part in Self.parts(sql[sql.index(after: open)..<close]) {
      let words = part.split(whereSeparator: \.isWhitespace)
      guard words.count > 1, let kind = Kind(rawValue: String(words[1])) else { continue }
      columns.append((name: String(words[0]), kind: kind))
      if part.contains("PRIMARY KEY") { key = String(words[0]) }
    }
  }

  /// Parts between commas that stand in no bracket.
  private static func parts(_ text: Substring) -> [Substring] {
    var depth = 0
    return text.split { letter in
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      return letter == "," && depth == 0
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
