import Engine
import Incidents

/// Narrow reads for the figures: no JSON is decoded, and no text of people is read.
package enum FigureQueries {
  /// Incidents that opened since, without practice, false alarms and what was merged into others; the oldest first.
  package static func cases(since: Timestamp, limit: Int = 50_000) -> Query<FigureCase> {
    Query(
      """
      SELECT id, severity, severity_rank, scenario, opened, acknowledged_at, quiet_since, resolved_at FROM incident \
      WHERE opened >= $1 AND is_drill = 0 AND status NOT IN ('cancelled', 'merged') ORDER BY id LIMIT $2
      """, [.time(since), .count(limit)]
    ) { row throws(StorageError) in
      let resolved = try row.optionalTime(7)
      return FigureCase(
        incident: try row.int(0), severity: try row.text(1), severityRank: try row.count(2),
        scenario: try row.optionalText(3), opened: try row.time(4), acknowledged: try row.optionalTime(5),
        quiet: resolved == nil ? nil : try row.optionalTime(6), resolved: resolved)
    }
  }

  /// Calls for help of incidents from this one on, with the incident each is of.
  package static func calls(from incident: Int64, limit: Int = 200_000) -> Query<(incident: Int64, call: FigureCall)> {
    let reasons = [
      Page.Reason.first, .escalated, .situation, .reminder, .nextMethod, .severityRaised, .fallback, .byHand,
    ]
    .map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return Query(
      """
      SELECT id, person, created FROM page WHERE id >= $1 AND status NOT IN ('cancelled', 'pending') \
      AND reason IN (\(reasons)) ORDER BY id LIMIT $2
      """, [.int(RowID.make(incident: incident, number: 0)), .count(limit)]
    ) { row throws(StorageError) in
      (RowID.incident(of: try row.int(0)), FigureCall(person: try row.text(1), at: try row.time(2)))
    }
  }

  /// Words to people, and intervals that were noted as missed, in their order.
  package static func updates(
    from incident: Int64, limit: Int = 200_000
  ) -> Query<(incident: Int64, kind: TimelineEntry.Kind)> {
    Query(
      "SELECT id, kind FROM timeline WHERE id >= $1 AND kind IN ('update', 'updateDue') ORDER BY id LIMIT $2",
      [.int(RowID.make(incident: incident, number: 0)), .count(limit)]
    ) { row throws(StorageError) in (RowID.incident(of: try row.int(0)), try row.named(1)) }
  }

  /// Scenarios that were practised with people, and when last.
  package static let rehearsed = Query(
    "SELECT scenario, max(opened) FROM incident WHERE is_drill = 1 AND scenario IS NOT NULL GROUP BY scenario"
  ) { row throws(StorageError) in (scenario: try row.text(0), at: try row.time(1)) }

  /// One row: practice and false alarms that were left out since.
  package static func leftOut(since: Timestamp) -> Query<(drills: Int, alarms: Int)> {
    Query(
      """
      SELECT coalesce(sum(CASE WHEN is_drill = 1 THEN 1 ELSE 0 END), 0), \
      coalesce(sum(CASE WHEN is_drill = 0 THEN 1 ELSE 0 END), 0) FROM incident \
      WHERE opened >= $1 AND (is_drill = 1 OR status IN ('cancelled', 'merged'))
      """, [.time(since)]
    ) { row throws(StorageError) in (drills: try row.count(0), alarms: try row.count(1)) }
  }
}
