import GRDB
import Storage

/// How connections are opened, and the proof that the settings hold.
enum ConnectionSettings {
  /// Above this size the check at start would hold up a restart; a backup is checked whole instead.
  private static let checkedBytes: Int64 = 64 << 20

  static var configuration: Configuration {
    var settings = Configuration()
    settings.label = "store"
    settings.foreignKeysEnabled = true
    settings.busyMode = .timeout(5)
    settings.maximumReaderCount = 4
    settings.persistentReadOnlyConnections = true
    settings.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      try database.execute(sql: "PRAGMA cell_size_check = ON")
      try database.execute(sql: "PRAGMA mmap_size = 0")
      if database.configuration.readonly { try database.execute(sql: "PRAGMA query_only = ON") }
    }
    return settings
  }

  /// GRDB's pool lowers `synchronous` to NORMAL after `prepareDatabase`, so it is set last and read back.
  static func makeDurable(_ database: GRDB.Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    try demand("journal_mode", "wal", String.fetchOne(database, sql: "PRAGMA journal_mode"))
    try demand("synchronous", 2, Int.fetchOne(database, sql: "PRAGMA synchronous"))
    try demand("foreign_keys", 1, Int.fetchOne(database, sql: "PRAGMA foreign_keys"))
  }

  /// What a bounded look at the store finds wrong; nil where it finds nothing.
  static func damage(_ database: GRDB.Database) throws -> String? {
    let pages = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    let size = try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0
    guard pages.multipliedReportingOverflow(by: size).partialValue <= checkedBytes else { return nil }
    let words = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer"
    return words == "ok" ? nil : words
  }

  private static func demand<Held: Equatable>(_ name: String, _ wanted: Held, _ held: Held?) throws {
    guard held == wanted else {
      throw StorageError.broken("\(name) is \(held.map { "\($0)" } ?? "unknown"), not \(wanted)")
    }
  }
}
