import GRDBSQLite
import Incidents
import SQLiteDriver
import Storage

/// The store of one run: production's driver and settings on the simulated disk.
final class Store {
  private let driver: DiskDriver
  private(set) var database: SoleConnection
  private let isFlushed: Bool
  private var number: Int64 = 0
  /// Writes that were not flushed and are gone.
  var lostWrites: Int { driver.disk.lostWrites }

  /// `isFlushed` false leaves out the flush of each commit, on purpose.
  init(_ driver: DiskDriver, _ images: [String: [UInt8]], isFlushed: Bool) throws {
    self.driver = driver
    self.isFlushed = isFlushed
    driver.disk = Disk(images)
    database = try Self.open(isFlushed: isFlushed)
  }

  /// An empty store of the present schema, made once.
  static func template(_ driver: DiskDriver) async throws -> [String: [UInt8]] {
    driver.disk = Disk()
    let database = try open(isFlushed: true)
    _ = try await Schema.migrate(database, now: Timestamp(microseconds: 0))
    _ = try database.commit([
      Statement("CREATE TABLE last_doomed (number integer)", [[]]),
      Statement("INSERT INTO last_doomed VALUES (0)", [[]]),
    ])
    database.close()
    return driver.disk.images
  }

  /// A commit in which the power goes after so many of the disk's operations, or just after it. Says whether it is
  /// there when the power is back.
  func commitDoomed(_ statements: [Statement], after operations: Int, _ dice: inout Dice) async throws -> Bool {
    number += 1
    driver.disk.doom(after: operations)
    let mark = Statement("UPDATE last_doomed SET number = $1", [[.int(number)]])
    let hasReturned = (try? database.commit(statements + [mark])) != nil
    try await losePower(&dice)
    let found = try await database.read(
      Query("SELECT number FROM last_doomed") { row throws(StorageError) in try row.int(0) })
    let isKept = found == [number]
    if hasReturned, !isKept { throw Violation("I1: a commit had returned, and is gone after the power was cut") }
    return isKept
  }

  /// The process is gone, and with it what the disk had not flushed. The store is opened again and looked through.
  func losePower(_ dice: inout Dice) async throws {
    let survivor = driver.disk.afterPowerCut(&dice)
    // What the old connection still does on its way out, it does to the disk that is gone.
    database.close()
    driver.disk = survivor
    database = try Self.open(isFlushed: isFlushed)
    let words = try await database.read(Query("PRAGMA quick_check(1)") { row throws(StorageError) in try row.text(0) })
    guard words == ["ok"] else { throw Violation("I1: the store is damaged after the power was cut: \(words)") }
  }

  func close() { database.close() }

  /// As `ConnectionSettings` of the driver, but for a lock of its own instead of memory shared between processes.
  private static func open(isFlushed: Bool) throws -> SoleConnection {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    guard sqlite3_open_v2("store", &opened, flags, DiskDriver.name) == SQLITE_OK, let connection = opened else {
      throw Violation("the simulated disk does not open")
    }
    let settings = """
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = \(isFlushed ? "FULL" : "NORMAL");
      PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;
      """
    guard sqlite3_exec(connection, settings, nil, nil, nil) == SQLITE_OK else {
      throw Violation("I1: the store does not open: \(String(cString: sqlite3_errmsg(connection)))")
    }
    return SoleConnection(connection)
  }
}
