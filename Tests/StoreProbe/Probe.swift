import Engine
import Glibc
import Incidents
import SQLiteDriver
import Storage

/// A process of its own for what cannot be shown inside a test: a kill, a full disk, a flush seen from outside.
/// Prints one line for each thing that it has done, at once.
@main struct Probe {
  static func main() async {
    signal(SIGXFSZ, SIG_IGN)
    let words = CommandLine.arguments
    guard words.count >= 3 else { return say("usage: StoreProbe hold|commits|hammer|fill|bench FOLDER [N]") }
    do {
      let database = try SQLiteDatabase.open(words[2], ballastBytes: 1 << 20)
      try await Schema.migrate(database, now: Timestamp(microseconds: 0))
      let number = words.count > 3 ? Int(words[3]) ?? 0 : 0
      try await run(words[1], database, number)
      database.close()
    } catch {
      say("refused: \(error)")
      exit(2)
    }
  }

  private static func run(_ what: String, _ database: SQLiteDatabase, _ number: Int) async throws {
    switch what {
    case "hold":
      say("ready")
      _ = readLine()
    case "commits": try commits(database, number)
    case "hammer": try await hammer(database)
    case "fill": try await fill(database, limit: number)
    case "bench": try await Bench(database).run(seconds: max(1, number))
    default: say("no such command: \(what)")
    }
  }

  /// So many commits of one row each.
  private static func commits(_ database: SQLiteDatabase, _ number: Int) throws {
    say("ready")
    for index in 0..<number {
      _ = try database.commit([SettingStatements.set("n", [UInt8(truncatingIfNeeded: index)])])
    }
    say("done \(number)")
  }

  /// Opens incidents through the writer until it is killed; prints each identifier once it is durable.
  private static func hammer(_ database: SQLiteDatabase) async throws {
    let highest = try await database.read(IncidentQueries.highestIds).first?.overall ?? 0
    let writer = GroupCommit<Int64>(
      database: database, capacity: 1_000, outcomeUnknown: { say("unknown \($0)") }, planner: { openingPlanner })
    var id = highest + 1
    while true {
      do throws(QueueRefusal) {
        try writer.offer(id)
        id += 1
      } catch {
        try await Task.sleep(for: .milliseconds(1))
      }
    }
  }

  private static func openingPlanner(_ ids: [Int64]) -> WorkGroup {
    var batch = OpeningBatch(owner: "probe")
    for id in ids { add(id, to: &batch) }
    return WorkGroup(
      statements: batch.statements(), committed: { _ in say(ids.map { "\($0)" }.joined(separator: "\n")) },
      refused: { say("refused \($0)") })
  }

  static func add(_ id: Int64, to batch: inout OpeningBatch) {
    let incident = sample(id)
    let page = Page(
      id: 0, incident: id, round: 1, rung: 0, person: "ana", method: ContactMethod(channel: "webhook", address: "a"),
      reason: .first, due: incident.opened, why: "First rung of the ladder.", line: 3, created: incident.opened)
    let entry = TimelineEntry(
      incident: id, at: incident.opened, kind: .opened, actor: "db-1", text: "Opened by an alert from db-1.")
    batch.open(Plan(incident: incident, entries: [entry], pages: [page]))
    batch.add(
      Alert(
        id: id, integration: 1, dedupKey: "key-\(id)", state: .firing, source: "db-1", severity: "critical",
        summary: incident.title, labels: ["service": "checkout", "alertname": "HighLatency"],
        details: #"{"p99":2.4,"dashboard":"https://example.org/d/1"}"#, incident: id, firstSeen: incident.opened,
        lastSeen: incident.opened, count: 1))
  }

  static func sample(_ id: Int64) -> Incident {
    let at = Timestamp(microseconds: 1_771_040_760_000_000 &+ id)
    var incident = Incident(
      id: id, name: "INC-2026-02-14-\(id)", title: "Latency of checkout is above 2 s", service: "checkout",
      cause: "key-\(id)", severity: "P1", severityRank: 1, scenario: "Database overload",
      reasons: [Reason("The alert names \"database\".", line: 12)], runbook: 1, opened: at)
    incident.nextDue = at + .minutes(5)
    return incident
  }

  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
  }
}
