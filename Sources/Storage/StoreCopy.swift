import Incidents

/// Everything of one store into another that is empty, and the proof that it arrived. The version of the schema is
/// written last: a copy that was broken off is never taken for a store.
package struct StoreCopy {
  private static var batch: Int { 500 }

  private let source: any Database
  private let target: any Database

  package init(from source: any Database, to target: any Database) {
    self.source = source
    self.target = target
  }

  /// Returns how many rows each table has. Throws `StoreCopyError` where the stores do not fit or the copy differs.
  package func run(now: Timestamp) async throws -> [(table: String, rows: Int)] {
    guard try await version(of: source) == Schema.version else { throw StoreCopyError.otherVersion }
    guard try await version(of: target) == 0 else { throw StoreCopyError.notEmpty }
    _ = try target.commit(Schema.steps.joined().map { Statement($0, [[]]) })
    var copied: [(table: String, rows: Int)] = []
    for table in TableShape.all { copied.append((table.name, try await copy(table))) }
    for (table, rows) in copied { try await compare(table, rows) }
    _ = try target.commit(
      (1...Schema.version).map {
        Statement(
          "INSERT INTO schema_version (version, applied) VALUES ($1, $2)", [[.count($0), .time(now)]], expect: 1)
      })
    return copied
  }

  private func version(of database: any Database) async throws -> Int { try await Schema.currentVersion(of: database) }

  private func copy(_ table: TableShape) async throws -> Int {
    var last: Cell?
    var count = 0
    while true {
      let rows = try await page(table, of: source, after: last)
      guard rows.count > 0 else { return count }
      let sets = rows.indices.map { row in
        table.columns.indices.map { rows.cells[row * rows.width + $0].value(table.columns[$0].kind) }
      }
      _ = try target.commit([Statement(table.insert, sets, expect: rows.count)])
      count += rows.count
      guard let key = table.keyColumn else { return count }
      last = rows.cells[(rows.count - 1) * rows.width + key]
    }
  }

  private func compare(_ name: String, _ count: Int) async throws {
    guard let table = TableShape.all.first(where: { $0.name == name }) else { return }
    var last: Cell?
    var found = 0
    repeat {
      let (here, there) = (
        try await page(table, of: source, after: last), try await page(table, of: target, after: last)
      )
      guard here == there else { throw StoreCopyError.differs(name) }
      found += there.count
      guard there.count > 0, let key = table.keyColumn else { break }
      last = there.cells[(there.count - 1) * there.width + key]
    } while true
    guard found == count else { throw StoreCopyError.differs(name) }
  }

  /// The next rows by their key; all of them where several columns are the key.
  private func page(_ table: TableShape, of database: any Database, after last: Cell?) async throws -> Rows {
    let names = table.columns.map(\.name).joined(separator: ", ")
    guard let key = table.key, let column = table.keyColumn else {
      return try await only(database, "SELECT \(names) FROM \(table.name) ORDER BY \(names)", [])
    }
    let after = last.map { [$0.value(table.columns[column].kind)] } ?? []
    let limit = "ORDER BY \(key) LIMIT \(Self.batch)"
    let filter = last == nil ? "" : "WHERE \(key) > $1 "
    return try await only(database, "SELECT \(names) FROM \(table.name) \(filter)\(limit)", after)
  }

  private func only(_ database: any Database, _ sql: String, _ arguments: [Value]) async throws -> Rows {
    try await database.snapshot([(sql, arguments)]).first ?? .none
  }
}

/// Why a store is not moved.
package enum StoreCopyError: Error, Sendable, Hashable, CustomStringConvertible {
  case otherVersion, notEmpty
  case differs(String)

  package var description: String {
    switch self {
    case .otherVersion:
      "The store was written by another version of Tocsin. Start this version on it once, then move it."
    case .notEmpty: "There is a store at the target already. Give an empty database or a new folder."
    case .differs(let table):
      "What arrived of \(table) is not what was sent. The target is not usable; empty it and try again."
    }
  }
}

extension TableShape {
  /// Where the key stands among the columns.
  fileprivate var keyColumn: Int? { columns.firstIndex { $0.name == key } }

  fileprivate var insert: String {
    let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return "INSERT INTO \(name) (\(columns.map(\.name).joined(separator: ", "))) VALUES (\(places))"
  }
}

extension Cell {
  /// The same on its way back in.
  fileprivate func value(_ kind: TableShape.Kind) -> Value {
    switch (kind, self) {
    case (.integer, .int(let number)), (.bigint, .int(let number)): .int(number)
    case (.boolean, .int(let number)): .bool(number != 0)
    case (.text, .text(let text)): .text(text)
    case (.bytea, .bytes(let bytes)): .bytes(bytes)
    case (.real, .real(let number)): .real(number)
    case (.integer, _), (.bigint, _): .int(nil)
    case (.boolean, _): .bool(nil)
    case (.text, _): .text(nil)
    case (.bytea, _): .bytes(nil)
    case (.real, _): .real(nil)
    }
  }
}
