import Incidents

package enum IncidentStatements {
  /// Looks at an incident again later, where it could not be decided now.
  package static func postpone(_ incident: Int64, until later: Timestamp) -> Statement {
    Statement("UPDATE incident SET next_due = $2 WHERE id = $1", [[.int(incident), .time(later)]])
  }
}
