import Engine
import Incidents

/// Reads of incidents.
package enum IncidentQueries {
  package static func byId(_ id: Int64) -> Query<Incident> {
    select("WHERE id = $1", [.int(id)])
  }

  /// The newest of that name.
  package static func byName(_ name: String) -> Query<Incident> {
    select("WHERE name = $1 ORDER BY id DESC LIMIT 1", [.text(name)])
  }

  /// Incidents that still ask something, the worst first, then the oldest.
  package static func open(limit: Int = 500) -> Query<Incident> {
    select("WHERE \(IncidentSQL.isOpen) ORDER BY severity_rank, opened, id LIMIT $1", [.count(limit)])
  }

  /// These, in no order; the list is kept short by whoever asks.
  package static func all(_ ids: [Int64]) -> Query<Incident> {
    let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return select("WHERE id IN (\(places.isEmpty ? "NULL" : places))", ids.map { .int($0) })
  }

  /// Newest first; `before` is the last identifier of the page of results shown before this one.
  package static func recent(limit: Int, before: Int64? = nil) -> Query<Incident> {
    select("WHERE id < $1 ORDER BY id DESC LIMIT $2", [.int(before ?? .max), .count(limit)])
  }

  /// Every open incident's identity, for the index in memory that is built at start; keyset by identifier.
  package static func openCauses(after: Int64 = 0, limit: Int = 10_000) -> Query<OpenCause> {
    Query(
      "SELECT id, name, cause, severity_rank, status, marks FROM incident WHERE \(IncidentSQL.isOpen) AND id > $1 ORDER BY id LIMIT $2",
      [.int(after), .count(limit)]
    ) { row throws(StorageError) in
      let isSilenced = Incident.Marks(rawValue: try row.int(5)).contains(.silenced)
      let isWatched = try row.text(4) == Incident.Status.monitoring.rawValue
      return OpenCause(
        incident: try row.int(0), name: try row.text(1), cause: try row.text(2), severityRank: try row.count(3),
        isQuiet: isWatched || isSilenced)
    }
  }

  /// Incidents that were resolved since then, among the newest: an alert may open one of them again.
  package static func resolved(since: Timestamp, among newest: Int = 5_000) -> Query<Incident> {
    select(
      """
      WHERE id > (SELECT coalesce(max(id), 0) FROM incident) - $1 AND status = 'resolved' AND resolved_at >= $2 \
      ORDER BY resolved_at
      """, [.count(newest), .time(since)])
  }

  /// Real incidents that opened since then and are over, the newest first.
  package static func ended(openedSince since: Timestamp, limit: Int) -> Query<Incident> {
    select(
      "WHERE opened >= $1 AND is_drill = 0 AND status IN ('resolved', 'closed') ORDER BY id DESC LIMIT $2",
      [.time(since), .count(limit)])
  }

  /// Which runbook revision each open incident is pinned to; keyset by identifier.
  package static func openPins(after: Int64, limit: Int = 500) -> Query<(incident: Int64, runbook: Int64)> {
    Query(
      "SELECT id, runbook FROM incident WHERE \(IncidentSQL.isOpen) AND id > $1 ORDER BY id LIMIT $2",
      [.int(after), .count(limit)]
    ) { row throws(StorageError) in (incident: try row.int(0), runbook: try row.int(1)) }
  }

  /// Incidents at which the engine must look by `now`, the longest overdue first.
  package static func due(_ now: Timestamp, limit: Int) -> Query<Incident> {
    select(
      "WHERE next_due IS NOT NULL AND next_due <= $1 ORDER BY next_due, id LIMIT $2", [.time(now), .count(limit)])
  }

  /// The same by identifier alone, with the moment: what one of them holds cannot keep the others from being read.
  package static func dueIds(_ now: Timestamp, limit: Int) -> Query<(id: Int64, due: Timestamp)> {
    Query(
      """
      SELECT id, next_due FROM incident WHERE next_due IS NOT NULL AND next_due <= $1 ORDER BY next_due, id LIMIT $2
      """, [.time(now), .count(limit)]
    ) { row throws(StorageError) in (id: try row.int(0), due: try row.time(1)) }
  }

  /// When the engine must look next; no row when nothing runs.
  package static let earliestDue = Query(
    "SELECT next_due FROM incident WHERE next_due IS NOT NULL ORDER BY next_due LIMIT 1"
  ) { row throws(StorageError) in try row.time(0) }

  /// One row: how many incidents bear a name that begins so, such as `INC-2026-02-14-`.
  package static func named(prefix: String) -> Query<Int> {
    Query(
      "SELECT count(*) FROM incident WHERE name >= $1 AND name < $2", [.text(prefix), .text(prefix + "\u{10FFFF}")]
    ) { row throws(StorageError) in try row.count(0) }
  }

  /// One row each: the highest identifiers in use; the counter of new ones begins above them.
  package static let highestIds = Query(
    """
    SELECT (SELECT coalesce(max(id), 0) FROM incident), (SELECT coalesce(max(id), 0) FROM alert), \
    (SELECT coalesce(max(id), 0) FROM runbook_revision), (SELECT coalesce(max(id), 0) FROM ingest_key), \
    (SELECT coalesce(max(id), 0) FROM account), (SELECT coalesce(max(id), 0) FROM api_token), \
    (SELECT coalesce(max(id), 0) FROM on_call_override), (SELECT coalesce(max(id), 0) FROM calendar_link), \
    (SELECT coalesce(max(id), 0) FROM change_event), \
    (SELECT coalesce(max(id), 0) FROM public_update), (SELECT coalesce(max(id), 0) FROM maintenance_notice), \
    (SELECT coalesce(max(id), 0) FROM subscriber), (SELECT coalesce(max(id), 0) FROM attachment)
    """
  ) { row throws(StorageError) in
    HighestIds(
      incident: try row.int(0), alert: try row.int(1), runbook: try row.int(2), key: try row.int(3),
      account: try row.int(4), token: try row.int(5), onCall: max(try row.int(6), try row.int(7)),
      change: max(try row.int(8), try row.int(12)), publicPage: max(try row.int(9), try row.int(10), try row.int(11)))
  }

  private static func select(_ tail: String, _ arguments: [Value]) -> Query<Incident> {
    Query("SELECT \(IncidentSQL.columns) FROM incident \(tail)", arguments, decode: IncidentSQL.decode)
  }
}

/// What the index in memory keeps of an open incident.
package struct OpenCause: Sendable, Hashable {
  package var incident: Int64
  package var name: String
  package var cause: String
  package var severityRank: Int
  /// All its alerts are resolved or silenced; it is watched.
  package var isQuiet: Bool
}

/// The highest identifiers in use, by table; 0 where there is none.
package struct HighestIds: Sendable, Hashable {
  package var incident: Int64
  package var alert: Int64
  package var runbook: Int64
  package var key: Int64
  package var account: Int64
  package var token: Int64
  /// Of overrides and calendar links.
  package var onCall: Int64
  /// Of change events and attachments.
  package var change: Int64
  /// Of messages, announcements and subscribers of the public page.
  package var publicPage: Int64

  /// One counter above all of them serves every table.
  package var overall: Int64 {
    max(max(incident, alert, runbook), max(key, account, token, onCall), change, publicPage)
  }
}
