import Engine
import Incidents

/// What two incidents that become one change beside their own rows.
package enum MergeStatements {
  /// Alerts, the public messages and the causes of the one go to the other. `cause` opens no new incident while the
  /// other is open.
  package static func move(_ incident: Int64, cause: String, into other: Int64) -> [Statement] {
    let both: [[Value]] = [[.int(incident), .int(other)]]
    return [
      Statement("UPDATE alert SET incident = $2 WHERE incident = $1", both),
      Statement("UPDATE public_update SET incident = $2 WHERE incident = $1", both),
      Statement("UPDATE merged_cause SET incident = $2 WHERE incident = $1", both),
      Statement(
        """
        INSERT INTO merged_cause (cause, incident) VALUES ($1, $2) \
        ON CONFLICT (cause) DO UPDATE SET incident = excluded.incident
        """, [[.text(cause), .int(other)]], expect: 1),
    ]
  }

  package static func move(alert: Int64, from incident: Int64, to other: Int64) -> Statement {
    Statement(
      "UPDATE alert SET incident = $3 WHERE id = $1 AND incident = $2", [[.int(alert), .int(incident), .int(other)]],
      expect: 1)
  }
}

package enum MergeQueries {
  /// Causes that lead to an open incident with which theirs was merged.
  package static let causes = Query<(cause: String, incident: Int64)>(
    """
    SELECT merged_cause.cause, incident FROM merged_cause \
    JOIN incident ON incident.id = merged_cause.incident WHERE \(IncidentSQL.isOpen)
    """
  ) { row throws(StorageError) in (cause: try row.text(0), incident: try row.int(1)) }

  /// Names and titles of incidents, for links to them.
  package static func heads(_ ids: [Int64]) -> Query<Incident> {
    let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return Query(
      "SELECT \(IncidentSQL.columns) FROM incident WHERE id IN (\(places)) ORDER BY id", ids.map { .int($0) },
      decode: IncidentSQL.decode)
  }
}
