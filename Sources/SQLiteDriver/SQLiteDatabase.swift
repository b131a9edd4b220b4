import GRDB
import GRDBSQLite
import Storage
import Synchronization

/// A data folder with one SQLite store in it. One connection writes and folds the log (SQLite 3.40.1 has a fault
/// that needs two such); the others only read. Every commit is flushed to disk before it returns.
package final class SQLiteDatabase: Storage.Database {
  package let folder: String
  private let lock: FolderLock
  private let ballast: Ballast
  private let pool: DatabasePool
  private let caches = Mutex<[Int: ConnectionCache]>([:])
  /// Set once a flush has been refused: a later flush on the same handle could succeed without the lost pages.
  private let dead = Mutex<StorageError?>(nil)

  private init(folder: String, lock: FolderLock, ballast: Ballast, pool: DatabasePool) {
    self.folder = folder
    self.lock = lock
    self.ballast = ballast
    self.pool = pool
  }

  /// Opens a folder, making it at need. `Schema.migrate` comes next. Throws `OpenError`.
  package static func open(_ folder: String, ballastBytes: Int = 16 << 20) throws(OpenError) -> SQLiteDatabase {
    let lock = try FolderLock(folder)
    let ballast = Ballast(folder: folder, bytes: ballastBytes)
    let pool: DatabasePool
    do {
      let file = StoreFiles.path(in: folder)
      FolderLock.reserve(file)
      pool = try DatabasePool(path: file, configuration: ConnectionSettings.configuration)
      try pool.writeWithoutTransaction { try ConnectionSettings.makeDurable($0) }
    } catch let error as DatabaseError {
      let isDamage = error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB
      throw isDamage ? .damaged(folder, "\(error)") : .folder(folder, "\(error)")
    } catch let error as StorageError {
      throw .settings(folder, "\(error)")
    } catch {
      throw .folder(folder, "\(error)")
    }
    let database = SQLiteDatabase(folder: folder, lock: lock, ballast: ballast, pool: pool)
    try database.check()
    ballast.keep()
    return database
  }

  /// Folds the log into the store and lets go of the folder. Nothing may be running.
  package func close() {
    dead.withLock { $0 = $0 ?? .unavailable("the store is closed") }
    try? pool.barrierWriteWithoutTransaction { database in
      caches.withLock { all in
        for cache in all.values { cache.statements.finalize() }
        all.removeAll()
      }
      try? database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try? pool.close()
  }

  package func snapshot(_ queries: [(sql: String, arguments: [Value])]) async throws -> [Rows] {
    if let dead = dead.withLock({ $0 }) { throw dead }
    do {
      return try await pool.read { [self] database in
        let statements = try cache(of: database)
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
    if let dead = dead.withLock({ $0 }) { throw dead }
    let result = pool.writeWithoutTransaction { [self] database in
      Result { () throws(StorageError) in
        let cache = try cache(of: database)
        return try Transaction(cache, try handle(of: database)).commit(statements)
      }
    }
    if case .failure(let error) = result { note(error) }
    return try result.get()
  }

  private func note(_ error: StorageError) {
    switch error {
    case .outcomeUnknown:
      dead.withLock { $0 = $0 ?? .unavailable("a flush was refused; restart to go on: \(error)") }
    case .full:
      guard ballast.drop() else { return }
      pool.writeWithoutTransaction { try? $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
    default: break
    }
  }

  private func check() throws(OpenError) {
    let damage: String?
    do { damage = try pool.writeWithoutTransaction(ConnectionSettings.damage) } catch { damage = "\(error)" }
    if let damage { throw .damaged(folder, damage) }
  }

  private func handle(of database: GRDB.Database) throws(StorageError) -> OpaquePointer {
    guard let connection = database.sqliteConnection else { throw .unavailable("the store is closed") }
    return connection
  }

  private func cache(of database: GRDB.Database) throws(StorageError) -> StatementCache {
    let connection = try handle(of: database)
    let key = Int(bitPattern: connection)
    return caches.withLock { all in
      if let known = all[key] { return known }
      let made = ConnectionCache(statements: StatementCache(connection))
      all[key] = made
      return made
    }.statements
  }
}

/// A cache is used only inside GRDB's serialised access to its connection; only the table of caches is shared.
private struct ConnectionCache: @unchecked Sendable {
  let statements: StatementCache
}
