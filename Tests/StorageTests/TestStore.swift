import Engine
import Foundation
import Incidents
import PostgresDriver
import SQLiteDriver
import Storage

/// A new store with the newest schema, removed afterwards: on SQLite, and once more on PostgreSQL where a server for
/// tests is there. Returns SQLite's answer.
@discardableResult
func withStore<Answer>(_ body: (any Database) async throws -> Answer) async throws -> Answer {
  let answer = try await withSQLiteStore(body)
  if let server = PostgresServer.here {
    _ = try await server.withSchema { address in
      let database = try PostgresDatabase(address)
      defer { database.close() }
      try await Schema.migrate(database, now: night)
      return try await body(database)
    }
  }
  return answer
}

/// For what is SQLite's alone, such as how it says what it plans.
func withSQLiteStore<Answer>(_ body: (any Database) async throws -> Answer) async throws -> Answer {
  try await withFolder { folder in
    let database = try SQLiteDatabase.open(folder, ballastBytes: 0)
    defer { database.close() }
    try await Schema.migrate(database, now: night)
    return try await body(database)
  }
}

func withFolder<Answer>(_ body: (String) async throws -> Answer) async throws -> Answer {
  let folder = NSTemporaryDirectory() + "tocsin-store-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await body(folder)
}

/// 2026-02-14 03:46:00 UTC.
let night = Timestamp(microseconds: 1_771_040_760_000_000)

func someIncident(_ id: Int64, cause: String? = nil) -> Incident {
  var incident = Incident(
    id: id, name: "INC-2026-02-14-\(id)", title: "Checkout is slow", service: "checkout",
    cause: cause ?? "cause-\(id)", severity: "P1", severityRank: 1, scenario: "Database overload",
    reasons: [Reason("The alert names \"checkout\".", line: 12), Reason("A tab\there.")], runbook: 1, opened: night)
  incident.nextDue = night + .minutes(5)
  return incident
}

func somePage(due: Timestamp = night, person: String = "ana") -> Page {
  Page(
    id: 0, incident: 0, round: 1, rung: 0, person: person,
    method: ContactMethod(channel: "ntfy", address: "ana-phone", after: .minutes(2)), reason: .first, due: due,
    why: "First rung of the ladder.", line: 40, created: night)
}

func someEntry(_ text: String, kind: TimelineEntry.Kind = .note, page: Int64? = nil) -> TimelineEntry {
  TimelineEntry(incident: 0, at: night, kind: kind, actor: TimelineEntry.tocsin, text: text, line: 7, page: page)
}

func someAlert(_ id: Int64, incident: Int64, key: String? = nil) -> Alert {
  Alert(
    id: id, integration: 1, dedupKey: key ?? "key-\(id)", state: .firing, source: "db-1", severity: "critical",
    summary: "Latency above 2 s", labels: ["service": "checkout", "region": "eu"], details: #"{"p99":2.4}"#,
    incident: incident, firstSeen: night, lastSeen: night, count: 1)
}

func opening(_ id: Int64, cause: String? = nil) -> Plan {
  Plan(
    incident: someIncident(id, cause: cause),
    entries: [someEntry("Opened.", kind: .opened), someEntry("Ana is paged.", kind: .paged, page: 0)],
    pages: [somePage()])
}

extension Database {
  /// Opens one incident with an alert, an opening entry and a page.
  @discardableResult
  func seed(_ id: Int64, cause: String? = nil) throws -> NumberedPlan {
    var batch = OpeningBatch(owner: "test")
    let plan = batch.open(opening(id, cause: cause))
    batch.add(someAlert(id, incident: id))
    _ = try commit(batch.statements())
    return plan
  }

  func number(_ sql: String, _ arguments: [Value] = []) async throws -> Int64? {
    try await read(Query(sql, arguments) { row throws(StorageError) in try row.optionalInt(0) }).first ?? nil
  }
}
