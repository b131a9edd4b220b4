import Incidents

package enum ChangeQueries {
  /// Changes of that time, the latest first. `at` is the sender's time, or that of receipt.
  package static func between(_ from: Timestamp, _ to: Timestamp, limit: Int = 20) -> Query<ChangeEvent> {
    Query(
      """
      SELECT summary, source, at, url FROM change_event WHERE at >= $1 AND at <= $2 ORDER BY at DESC, id DESC LIMIT $3
      """, [.time(from), .time(to), .count(limit)]
    ) { row throws(StorageError) in
      ChangeEvent(summary: try row.text(0), source: try row.text(1), at: try row.time(2), url: try row.text(3))
    }
  }
}

package enum ChangeStatements {
  package static func keep(_ change: ChangeEvent, id: Int64, integration: Int64, at now: Timestamp) -> Statement {
    Statement(
      "INSERT INTO change_event (id, integration, summary, source, at, url) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        [
          .int(id), .int(integration), .text(change.summary), .text(change.source), .time(change.at ?? now),
          .text(change.url),
        ]
      ], expect: 1)
  }
}
