import Incidents

/// An alert as a row. How often and when it was seen again stands apart, in `alert_seen`.
enum AlertSQL {
  /// The words of the partial unique index on the dedup key.
  static let isFiring = "state = 'firing'"

  static let columns = """
    id, integration, dedup, state, source, severity, summary, labels, details, incident, first_seen, resolved_at, \
    silenced, began, path
    """

  static let insert = """
    INSERT INTO alert (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    """

  /// An alert with its sightings; `decode` reads this.
  static let select = """
    SELECT \(columns), coalesce(count, 0), coalesce(last_seen, first_seen) \
    FROM alert LEFT JOIN alert_seen ON alert_seen.alert = alert.id
    """

  static func values(_ alert: Alert) -> [Value] {
    [
      .int(alert.id), .int(alert.integration), .text(alert.dedupKey), .text(alert.state.rawValue),
      .text(alert.source), .text(alert.severity), .text(alert.summary), .text(StoredJSON.text(of: alert.labels)),
      .text(alert.details), .int(alert.incident), .time(alert.firstSeen), .time(alert.resolvedAt),
      .bool(alert.isSilenced), .time(alert.began), .text(alert.path.joined(separator: "\n")),
    ]
  }

  @Sendable static func decode(_ row: RowReader) throws(StorageError) -> Alert {
    Alert(
      id: try row.int(0), integration: try row.int(1), dedupKey: try row.text(2), state: try row.named(3),
      source: try row.text(4), severity: try row.text(5), summary: try row.text(6),
      labels: try StoredJSON.labels(try row.text(7)), details: try row.text(8), incident: try row.int(9),
      firstSeen: try row.time(10), lastSeen: try row.time(16), resolvedAt: try row.optionalTime(11),
      count: try row.int(15) &+ 1, isSilenced: try row.bool(12), began: try row.optionalTime(13),
      path: try row.text(14).split(separator: "\n").map(String.init))
  }
}
