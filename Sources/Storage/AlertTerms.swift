import Incidents

/// Alerts that end by themselves: those whose sender repeats them while they last.
package enum AlertTerms {
  /// Alerts whose time was over by `now`, the longest first. A row may be left of an alert that fires no more.
  package static func lapsed(by now: Timestamp, limit: Int) -> Query<FiringKey> {
    Query(
      """
      SELECT id, integration, dedup, incident, ends_at, began FROM alert_term JOIN alert ON alert.id = alert_term.alert \
      WHERE ends_at <= $1 ORDER BY ends_at LIMIT $2
      """, [.time(now), .count(limit)], decode: AlertQueries.firingKey)
  }

  /// When the next one is over; no row where none runs.
  package static let earliest = Query("SELECT ends_at FROM alert_term ORDER BY ends_at LIMIT 1") {
    row throws(StorageError) in try row.time(0)
  }

  /// `$1` alert, `$2` start, `$3` end, `$4` address.
  static let keep = """
    INSERT INTO alert_term (alert, starts_at, ends_at, url) VALUES ($1, $2, $3, $4) \
    ON CONFLICT (alert) DO UPDATE SET ends_at = excluded.ends_at
    """

  static let forget = "DELETE FROM alert_term WHERE alert = $1"
}
