import GRDBSQLite
import Storage
import Synchronization

/// The seam on one connection that somebody else has opened and set up, without threads: the simulator runs production's
/// statements on a disk of its own with it.
package final class SoleConnection: Storage.Database {
  private struct Parts {
    let connection: OpaquePointer
    let statements: StatementCache
  }
  private let parts: Mutex<Parts>

  /// Takes over the handle of an open database; `close` closes it.
  package init(_ connection: sending OpaquePointer) {
    parts = Mutex(Parts(connection: connection, statements: StatementCache(connection)))
  }

  package func snapshot(_ queries: [(sql: String, arguments: [Value])]) async throws -> [Rows] {
    try parts.withLock { parts throws(StorageError) in
      var answers: [Rows] = []
      for query in queries {
        let prepared = try parts.statements.statement(query.sql)
        var cells: [Cell] = []
        try prepared.run(query.arguments, into: &cells)
        answers.append(prepared.rows(cells))
      }
      return answers
    }
  }

  package func commit(_ statements: [Storage.Statement]) throws(StorageError) -> [Outcome] {
    try parts.withLock { parts throws(StorageError) in
      try Transaction(parts.statements, parts.connection).commit(statements)
    }
  }

  package func close() {
    parts.withLock { parts in
      parts.statements.finalize()
      sqlite3_close_v2(parts.connection)
    }
  }
}
