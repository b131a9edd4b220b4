import GRDBSQLite
import Glibc
import Storage

/// One commit on the writing connection: begin, every statement in order, commit; or nothing at all.
struct Transaction {
  private let cache: StatementCache
  private let connection: OpaquePointer

  init(_ cache: StatementCache, _ connection: OpaquePointer) {
    self.cache = cache
    self.connection = connection
  }

  func commit(_ statements: [Statement]) throws(StorageError) -> [Outcome] {
    try step("BEGIN IMMEDIATE", committing: false)
    do throws(StorageError) {
      var outcomes: [Outcome] = []
      outcomes.reserveCapacity(statements.count)
      for (index, statement) in statements.enumerated() { outcomes.append(try run(statement, index)) }
      try step("COMMIT", committing: true)
      return outcomes
    } catch {
      if sqlite3_get_autocommit(connection) == 0 { try? step("ROLLBACK", committing: false) }
      throw error
    }
  }

  /// Runs every argument set. The count is judged here, in statement order, before the next statement runs.
  private func run(_ statement: Statement, _ index: Int) throws(StorageError) -> Outcome {
    let prepared = try cache.statement(statement.sql)
    let before = sqlite3_total_changes64(connection)
    var cells: [Cell] = []
    for arguments in statement.sets { try prepared.run(arguments, into: &cells) }
    let changed = Int(sqlite3_total_changes64(connection) - before)
    if let expected = statement.expect, expected != changed {
      throw .conflict(statement: index, expected: expected, got: changed)
    }
    return Outcome(changed: changed, rows: prepared.rows(cells))
  }

  private func step(_ sql: String, committing: Bool) throws(StorageError) {
    errno = 0
    let code = sqlite3_exec(connection, sql, nil, nil, nil)
    if code != SQLITE_OK { throw SQLiteFailure.error(code & 0xff, on: connection, committing: committing) }
  }
}
