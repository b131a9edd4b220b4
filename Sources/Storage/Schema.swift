import Incidents

/// The store's schema as numbered steps, forward only. Written in what SQLite and PostgreSQL both take:
/// `integer PRIMARY KEY` (a row id in SQLite; the PostgreSQL loader makes it bigint), bigint elsewhere, times in
/// microseconds, JSON as text.
package enum Schema {
  /// Step n leads to version n + 1. A published step is never edited; a change is a new step.
  package static let steps: [[String]] = [
    [
      SchemaTables.runbooks, SchemaTables.incidents, SchemaTables.alerts, SchemaTables.order, SchemaTables.runs,
      SchemaTables.changes, SchemaTables.heartbeats, SchemaTables.onCall, SchemaTables.publicPage, SchemaTables.access,
      SchemaTables.inbox,
    ].flatMap { $0 }
  ]

  /// The version that this build reads and writes.
  package static var version: Int { steps.count }

  /// Brings the store to this build's version, each step one transaction; returns the version that was found.
  /// Throws `SchemaError.newer` without touching a store that a later build has written.
  @discardableResult
  package static func migrate(_ database: some Database, now: Timestamp) async throws -> Int {
    let found = try await currentVersion(of: database)
    guard found <= version else { throw SchemaError.newer(found: found, known: version) }
    for number in found..<version {
      var statements = [
        Statement(
          "INSERT INTO schema_version (version, applied) VALUES ($1, $2)", [[.count(number + 1), .time(now)]],
          expect: 1)
      ]
      statements += steps[number].map { Statement($0, [[]]) }
      _ = try database.commit(statements)
    }
    return found
  }

  /// 0 for a store that is not made yet.
  static func currentVersion(of database: any Database) async throws -> Int {
    let table = "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, applied bigint NOT NULL)"
    _ = try database.commit([Statement(table, [[]])])
    return try await found(in: database)
  }

  /// The version that a store has, which is looked at only. Throws where it is no store of ours.
  package static func found(in database: some Database) async throws -> Int {
    let query = Query("SELECT coalesce(max(version), 0) FROM schema_version") { row throws(StorageError) in
      try row.count(0)
    }
    return try await database.read(query).first ?? 0
  }
}

/// Why a store is not opened.
package enum SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  case newer(found: Int, known: Int)

  package var description: String {
    switch self {
    case .newer(let found, let known):
      """
      The data folder has schema version \(found); this build knows versions up to \(known). \
      Start the newer Tocsin that wrote it, or restore a backup made before the upgrade.
      """
    }
  }
}
