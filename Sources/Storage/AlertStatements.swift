import Incidents

package enum AlertStatements {
  /// The incident is over: what still fires of it is ended with it, so that the next signal opens a new one.
  package static func settle(_ incident: Int64, at now: Timestamp) -> Statement {
    Statement(
      "UPDATE alert SET state = 'resolved', resolved_at = $2 WHERE incident = $1 AND \(AlertSQL.isFiring)",
      [[.int(incident), .time(now)]])
  }
}
