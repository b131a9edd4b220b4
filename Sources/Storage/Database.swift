/// A value on its way into SQL. A null keeps its type: PostgreSQL infers an untyped one from its place and may fail.
package enum Value: Sendable, Hashable {
  case int(Int64?)
  case text(String?)
  case bytes([UInt8]?)
  case real(Double?)
  case bool(Bool?)
}

/// A value out of SQL.
package enum Cell: Sendable, Hashable {
  case null
  case int(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
}

/// One SQL text with many argument sets. `expect` is the number of rows that all sets together must change.
package struct Statement: Sendable, Hashable {
  package var sql: String
  package var sets: [[Value]]
  package var expect: Int?

  package init(_ sql: String, _ sets: [[Value]], expect: Int? = nil) {
    self.sql = sql
    self.sets = sets
    self.expect = expect
  }
}

/// What a statement changed, and the rows of its RETURNING clause (in no promised order).
package struct Outcome: Sendable, Hashable {
  package var changed: Int
  package var rows: Rows
  package init(changed: Int, rows: Rows) {
    self.changed = changed
    self.rows = rows
  }
}

/// Rows as one flat array and a width.
package struct Rows: Sendable, Hashable {
  package var width: Int
  package var cells: [Cell]
  package init(width: Int, cells: [Cell]) {
    self.width = width
    self.cells = cells
  }
  package static let none = Rows(width: 0, cells: [])
}

/// The narrow seam. `snapshot` reads many queries as of one moment; `commit` changes all or nothing and returns
/// only when the change is on disk. SQLite and PostgreSQL live below it; every query is written once above it.
package protocol Database: Sendable {
  func snapshot(_ queries: [(sql: String, arguments: [Value])]) async throws -> [Rows]

  /// Blocks until durable; called from the writer's own thread only. Guards come first: a missed `expect` is a
  /// `conflict`, and nothing of the commit remains.
  func commit(_ statements: [Statement]) throws(StorageError) -> [Outcome]

  /// Lets go of the store. Nothing may be running.
  func close()
}

/// What can go wrong below the seam, in the order in which it is judged.
package enum StorageError: Error, Sendable, Hashable {
  /// A guard missed: read again, decide again.
  case conflict(statement: Int, expected: Int, got: Int)
  /// A constraint refused it.
  case violates(String)
  /// Try the same commit again.
  case busy(String)
  /// The commit was sent and no answer came.
  case outcomeUnknown(String)
  case unavailable(String)
  case full(String)
  case broken(String)
}
