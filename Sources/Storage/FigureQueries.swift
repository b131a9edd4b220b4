import Engine
import Incidents

/// Narrow reads for the figures: no JSON is decoded, and no text of people is read.
package enum FigureQueries {
  /// Incidents that opened since, and practice of any time; the oldest first. All that the figures count is read at one
  /// go: no index leads to it, and each look through the incidents costs as much as the first.
  package static func cases(since: Timestamp, limit: Int = 50_000) -> Query<FigureCase> {
    Query(
      """
      SELECT id, severity, severity_rank, scenario, opened, acknowledged_at, quiet_since, resolved_at, \
      CASE WHEN is_drill = 1 THEN 'drill' WHEN status IN ('cancelled', 'merged') THEN 'falseAlarm' ELSE 'real' END \
      FROM incident WHERE opened >= $1 OR is_drill = 1 ORDER BY id LIMIT $2
      """, [.time(since), .count(limit)]
    ) { row throws(StorageError) in
      let resolved = try row.optionalTime(7)
      return FigureCase(
        incident: try row.int(0), kind: try row.named(8), severity: try row.text(1), severityRank: try row.count(2),
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
}
