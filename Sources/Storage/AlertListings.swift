import Incidents

/// A firing alert as lists show it. Labels and details stay the JSON text that they lie in: a list of many thousands
/// is mostly copied.
package struct AlertListing: Sendable, Hashable {
  package var id: Int64
  package var integration: Int64
  package var dedupKey: String
  package var labels: String
  package var details: String
  package var summary: String
  /// 0 where a silence holds it back.
  package var incident: Int64
  package var firstSeen: Timestamp
  package var lastSeen: Timestamp
  package var isSilenced: Bool
  package var term: AlertEvent.Term?
}

package enum AlertListings {
  /// In parts, by identifier; `integration` is the ingest key whose alerts are asked for, nil for all.
  package static func firing(of integration: Int64?, after: Int64 = 0, limit: Int = 500) -> Query<AlertListing> {
    Query(
      """
      SELECT id, integration, dedup, labels, details, summary, incident, first_seen, \
      coalesce(last_seen, first_seen), silenced, starts_at, ends_at, url \
      FROM alert LEFT JOIN alert_seen ON alert_seen.alert = alert.id LEFT JOIN alert_term ON alert_term.alert = alert.id \
      WHERE \(AlertSQL.isFiring) AND alert.id > $1 AND ($2 IS NULL OR integration = $2) ORDER BY alert.id LIMIT $3
      """, [.int(after), .int(integration), .count(limit)], decode: decode)
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> AlertListing {
    var term: AlertEvent.Term?
    if let starts = try row.optionalTime(10), let ends = try row.optionalTime(11) {
      term = AlertEvent.Term(starts: starts, ends: ends, url: try row.text(12))
    }
    return AlertListing(
      id: try row.int(0), integration: try row.int(1), dedupKey: try row.text(2), labels: try row.text(3),
      details: try row.text(4), summary: try row.text(5), incident: try row.int(6), firstSeen: try row.time(7),
      lastSeen: try row.time(8), isSilenced: try row.bool(9), term: term)
  }
}
