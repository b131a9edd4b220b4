import Incidents

/// Incidents like another, and what mended them.
package enum SimilarQueries {
  /// Those that are over and had the same scenario; where it has none, the same cause. Newest first.
  package static func like(_ incident: Incident, limit: Int) -> Query<Incident> {
    let isOver = "status IN ('resolved', 'closed') AND id <> $2 AND is_drill = 0 ORDER BY id DESC LIMIT $3"
    let (place, value) =
      incident.scenario.map { ("scenario = $1", $0) } ?? ("scenario IS NULL AND cause = $1", incident.cause)
    return Query(
      "SELECT \(IncidentSQL.columns) FROM incident WHERE \(place) AND \(isOver)",
      [.text(value), .int(incident.id), .count(limit)], decode: IncidentSQL.decode)
  }

  /// The entries that say how each of them ended, oldest first.
  package static func ends(of incidents: [Int64]) -> Query<TimelineEntry> {
    let ranges = incidents.indices.map { "(id >= $\($0 * 2 + 1) AND id < $\($0 * 2 + 2))" }.joined(separator: " OR ")
    return Query(
      "SELECT \(TimelineSQL.read) FROM timeline WHERE kind = 'resolved' AND (\(ranges)) ORDER BY id",
      incidents.flatMap(RowRange.of), decode: TimelineSQL.decode)
  }

  /// What people ran for them, newest first.
  package static func runs(of incidents: [Int64]) -> Query<CommandRun> {
    let places = incidents.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return RunQueries.select(
      "WHERE incident IN (\(places)) ORDER BY id DESC LIMIT 100", incidents.map { .int($0) })
  }
}
