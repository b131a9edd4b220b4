import Incidents

/// When alerts were over by their senders' own clocks, remembered for a day: an older signal that comes late, or
/// again, changes nothing.
package enum AlertEnds {
  package static let kept = Span.days(1)

  /// The newest, at most as many as are remembered.
  package static func recent(since: Timestamp, limit: Int = 25_000) -> Query<End> {
    Query(
      "SELECT integration, dedup, ended FROM alert_end WHERE noted >= $1 ORDER BY noted DESC LIMIT $2",
      [.time(since), .count(limit)]
    ) { row throws(StorageError) in
      End(integration: try row.int(0), dedupKey: try row.text(1), ended: try row.time(2))
    }
  }

  package struct End: Sendable, Hashable {
    package var integration: Int64
    package var dedupKey: String
    package var ended: Timestamp
  }

  /// `$1` key, `$2` dedup key, `$3` the sender's time, `$4` ours.
  static let note = """
    INSERT INTO alert_end (integration, dedup, ended, noted) VALUES ($1, $2, $3, $4) \
    ON CONFLICT (integration, dedup) DO UPDATE SET ended = excluded.ended, noted = excluded.noted \
    WHERE excluded.ended > alert_end.ended
    """

  /// What is older than is remembered.
  package static func forget(notedBefore time: Timestamp) -> Statement {
    Statement("DELETE FROM alert_end WHERE noted < $1", [[.time(time)]])
  }
}
