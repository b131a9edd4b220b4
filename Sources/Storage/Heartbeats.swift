import Incidents

package enum HeartbeatQueries {
  private static let columns = "integration, slug, state, last_ping, due"

  package static let all = Query("SELECT \(columns) FROM heartbeat ORDER BY slug, integration", decode: decode)

  package static func one(_ slug: String, of integration: Int64) -> Query<Heartbeat> {
    Query(
      "SELECT \(columns) FROM heartbeat WHERE integration = $1 AND slug = $2", [.int(integration), .text(slug)],
      decode: decode)
  }

  package static func late(by now: Timestamp, limit: Int) -> Query<Heartbeat> {
    Query(
      "SELECT \(columns) FROM heartbeat WHERE due IS NOT NULL AND due <= $1 ORDER BY due LIMIT $2",
      [.time(now), .count(limit)], decode: decode)
  }

  /// When the next one is late; no row where none is expected.
  package static let earliest = Query("SELECT due FROM heartbeat WHERE due IS NOT NULL ORDER BY due LIMIT 1") {
    row throws(StorageError) in try row.time(0)
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> Heartbeat {
    Heartbeat(
      integration: try row.int(0), slug: try row.text(1), state: try row.named(2), lastPing: try row.time(3),
      due: try row.optionalTime(4))
  }
}

package enum HeartbeatStatements {
  package static func keep(_ heartbeat: Heartbeat) -> Statement {
    Statement(
      """
      INSERT INTO heartbeat (integration, slug, state, last_ping, due) VALUES ($1, $2, $3, $4, $5) \
      ON CONFLICT (integration, slug) DO UPDATE SET state = excluded.state, last_ping = excluded.last_ping, \
      due = excluded.due
      """,
      [
        [
          .int(heartbeat.integration), .text(heartbeat.slug), .text(heartbeat.state.rawValue),
          .time(heartbeat.lastPing), .time(heartbeat.due),
        ]
      ], expect: 1)
  }

  /// It was told to be late. A conflict where it has reported in the meantime.
  package static func late(_ heartbeat: Heartbeat) -> Statement {
    Statement(
      "UPDATE heartbeat SET state = 'late', due = NULL WHERE integration = $1 AND slug = $2 AND due = $3",
      [[.int(heartbeat.integration), .text(heartbeat.slug), .time(heartbeat.due)]], expect: 1)
  }
}
