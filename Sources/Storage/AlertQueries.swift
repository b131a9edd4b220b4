import Engine
import Incidents

/// Reads of alerts.
package enum AlertQueries {
  package static func byId(_ id: Int64) -> Query<Alert> {
    Query("\(AlertSQL.select) WHERE alert.id = $1", [.int(id)], decode: AlertSQL.decode)
  }

  /// Alerts of an incident, the first one first.
  package static func of(_ incident: Int64, limit: Int = 200) -> Query<Alert> {
    Query(
      "\(AlertSQL.select) WHERE incident = $1 ORDER BY alert.id LIMIT $2", [.int(incident), .count(limit)],
      decode: AlertSQL.decode)
  }

  /// Firing alerts by identifier, in parts: a long list is many short reads, so that none holds back the log.
  package static func firing(after: Int64 = 0, limit: Int = 500) -> Query<Alert> {
    Query(
      "\(AlertSQL.select) WHERE \(AlertSQL.isFiring) AND alert.id > $1 ORDER BY alert.id LIMIT $2",
      [.int(after), .count(limit)], decode: AlertSQL.decode)
  }

  /// Every firing alert's identity, for the index in memory that is built at start. Reads one index from end to end.
  package static let firingKeys = Query(
    """
    SELECT id, integration, dedup, incident, ends_at, began FROM alert \
    LEFT JOIN alert_term ON alert_term.alert = alert.id WHERE \(AlertSQL.isFiring)
    """, decode: firingKey)

  @Sendable static func firingKey(_ row: RowReader) throws(StorageError) -> FiringKey {
    FiringKey(
      alert: try row.int(0), integration: try row.int(1), dedupKey: try row.text(2), incident: try row.int(3),
      ends: try row.optionalTime(4), began: try row.optionalTime(5))
  }

  /// One row: how many alerts an incident has, how many fire, and when the last one was resolved by its source.
  package static func counts(of incident: Int64) -> Query<AlertCounts> {
    Query(
      """
      SELECT count(*), coalesce(CAST(sum(CASE WHEN \(AlertSQL.isFiring) THEN 1 ELSE 0 END) AS bigint), 0), \
      max(resolved_at), \
      coalesce(CAST(sum(CASE WHEN \(AlertSQL.isFiring) AND silenced THEN 1 ELSE 0 END) AS bigint), 0), \
      max(CASE WHEN \(AlertSQL.isFiring) THEN first_seen END) \
      FROM alert WHERE incident = $1
      """, [.int(incident)]
    ) { row throws(StorageError) in
      AlertCounts(
        firing: try row.count(1), total: try row.count(0), silenced: try row.count(3),
        lastResolved: try row.optionalTime(2), lastFired: try row.optionalTime(4))
    }
  }

  /// A row where a silence covers some firing alert.
  package static let someSilenced = Query(
    "SELECT id FROM alert WHERE \(AlertSQL.isFiring) AND silenced LIMIT 1"
  ) { row throws(StorageError) in try row.int(0) }

  /// Alerts that fire and opened nothing because something holds them back.
  package static func heldBack(limit: Int) -> Query<Alert> {
    Query(
      "\(AlertSQL.select) WHERE \(AlertSQL.isFiring) AND silenced AND incident = 0 ORDER BY alert.id LIMIT $1",
      [.count(limit)], decode: AlertSQL.decode)
  }

  /// One row: alerts that fire now.
  package static let firingCount = Query("SELECT count(*) FROM alert WHERE \(AlertSQL.isFiring)") {
    row throws(StorageError) in try row.count(0)
  }
}

/// What the index in memory keeps of a firing alert.
package struct FiringKey: Sendable, Hashable {
  package var alert: Int64
  package var integration: Int64
  package var dedupKey: String
  package var incident: Int64
  /// When it is over unless it is sent again.
  package var ends: Timestamp?
  /// The sender's own time of it.
  package var began: Timestamp?

  package init(
    alert: Int64, integration: Int64, dedupKey: String, incident: Int64, ends: Timestamp? = nil,
    began: Timestamp? = nil
  ) {
    self.began = began
    self.alert = alert
    self.integration = integration
    self.dedupKey = dedupKey
    self.incident = incident
    self.ends = ends
  }
}
