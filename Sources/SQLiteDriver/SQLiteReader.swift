import GRDB
import GRDBSQLite
import Storage

/// A store's file opened only to be looked at: beside the server that lives on it, or a backup. It has a connection
/// of its own and can neither write nor fold the log, so it is no second writer (SQLite 3.40.1 has a fault that needs two).
package final class SQLiteReader: Storage.Database {
  private let queue: DatabaseQueue

  /// Throws `OpenError`.
  package init(file: String) throws(OpenError) {
    var settings = Configuration()
    settings.label = "reader"
    settings.readonly = true
    settings.busyMode = .timeout(5)
    settings.prepareDatabase { database in
      try database.execute(sql: "PRAGMA query_only = ON")
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      try database.execute(sql: "PRAGMA cell_size_check = ON")
      try database.execute(sql: "PRAGMA mmap_size = 0")
    }
    do {
      queue = try DatabaseQueue(path: file, configuration: settings)
    } catch let error as DatabaseError {
      throw .unreadable(file, error.message ?? "\(error.resultCode)")
    } catch {
      throw .unreadable(file, "\(error)")
    }
  }

  package func snapshot(_ queries: [(sql: String, arguments: [Value])]) async throws -> [Rows] {
    do {
      return try await queue.read { database in
        guard let connection = database.sqliteConnection else { throw StorageError.unavailable("closed") }
        let statements = StatementCache(connection)
        return try queries.map { query in
          let prepared = try statements.statement(query.sql)
          var cells: [Cell] = []
          try prepared.run(query.arguments, into: &cells)
          return prepared.rows(cells)
        }
      }
    } catch let error as DatabaseError {
      throw StorageError.unavailable("\(error)")
    }
  }

  package func commit(_ statements: [Storage.Statement]) throws(StorageError) -> [Outcome] {
    throw .unavailable("this connection only reads")
  }

  /// Stops whatever it is doing; the read that is under way fails.
  package func interrupt() { queue.interrupt() }

  package func close() { try? queue.close() }

  /// What SQLite itself finds wrong with the whole file, at most twenty of each kind; empty where it is sound.
  package func damage() async -> [String] {
    do {
      return try await queue.read { database in
        let words = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(20)
        return words
          + orphans.map {
            "a row of \($0[0] as String? ?? "?") refers to one of \($0[2] as String? ?? "?") that is gone"
          }
      }
    } catch {
      return ["\(error)"]
    }
  }

  /// Copies all of it, as of one moment, into a new file that is a store of its own; `also` is committed in the copy.
  /// Writers go on meanwhile. The file is on disk when this returns; it is readable by its owner alone.
  package func copy(to file: String, also: [Storage.Statement]) throws(OpenError) {
    FolderLock.reserve(file)
    do {
      let copy = try DatabaseQueue(path: file)
      try queue.backup(to: copy)
      try copy.writeWithoutTransaction { database in
        guard let connection = database.sqliteConnection else { throw StorageError.unavailable("closed") }
        // One file, without a log beside it that somebody could forget to copy.
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        try database.execute(sql: "PRAGMA synchronous = FULL")
        _ = try Transaction(StatementCache(connection), connection).commit(also)
      }
      try copy.close()
    } catch {
      throw .folder(file, "\(error)")
    }
  }
}
