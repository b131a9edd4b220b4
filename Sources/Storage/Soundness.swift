import Incidents

/// What must hold of every store at every moment, as queries that find where it does not. They use the partial indexes
/// on what is due and open, so that they cost little however large the store is.
package enum Soundness {
  /// Something that ought to happen and does not, or cannot.
  package struct Fault: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
      /// Burns, and nothing will ever happen by itself.
      case unclocked
      /// An incident's moment has passed and nobody looked at it.
      case unserved
      /// A page was due and did not start.
      case unsent
      /// A claim ran out and the page was neither concluded nor released.
      case stuck
    }
    package var kind: Kind
    /// Name of the incident, or identifier of the page.
    package var what: String
    package var since: Timestamp
  }

  /// `late`: what was due before this moment should have been served by now. At most `limit` of each kind.
  package static func faults(late: Timestamp, limit: Int = 20) -> (
    Query<Fault>, Query<Fault>, Query<Fault>, Query<Fault>
  ) {
    (unclocked(limit), unserved(late, limit), unsent(late, limit), stuck(late, limit))
  }

  /// A ladder that has been climbed to its end, or that silences hold, asks nothing of the clock.
  private static func unclocked(_ limit: Int) -> Query<Fault> {
    let resting = Incident.Marks([.ladderExhausted, .silenced]).rawValue
    return query(
      .unclocked,
      """
      SELECT name, opened FROM incident WHERE \(IncidentSQL.isOpen) AND status = 'triggered' \
      AND acknowledged_at IS NULL AND next_due IS NULL AND (marks & \(resting)) = 0 ORDER BY id LIMIT $1
      """, [.count(limit)])
  }

  private static func unserved(_ late: Timestamp, _ limit: Int) -> Query<Fault> {
    query(
      .unserved,
      "SELECT name, next_due FROM incident WHERE next_due IS NOT NULL AND next_due < $1 ORDER BY next_due LIMIT $2",
      [.time(late), .count(limit)])
  }

  private static func unsent(_ late: Timestamp, _ limit: Int) -> Query<Fault> {
    query(
      .unsent,
      """
      SELECT CAST(id AS text), due FROM page WHERE \(PageSQL.isUnfinished) AND status = 'pending' AND due < $1 \
      ORDER BY due LIMIT $2
      """, [.time(late), .count(limit)])
  }

  private static func stuck(_ late: Timestamp, _ limit: Int) -> Query<Fault> {
    query(
      .stuck,
      """
      SELECT CAST(id AS text), coalesce(claim_until, due) FROM page WHERE \(PageSQL.isUnfinished) \
      AND status = 'sending' AND coalesce(claim_until, due) < $1 ORDER BY due LIMIT $2
      """, [.time(late), .count(limit)])
  }

  private static func query(_ kind: Fault.Kind, _ sql: String, _ arguments: [Value]) -> Query<Fault> {
    Query(sql, arguments) { row throws(StorageError) in
      Fault(kind: kind, what: try row.text(0), since: try row.time(1))
    }
  }
}

/// How much a store holds.
package struct StoreCounts: Sendable, Hashable {
  package var incidents: Int
  package var open: Int
  package var pages: Int
  package var entries: Int
  package var alerts: Int

  package static let query = Query(
    """
    SELECT (SELECT count(*) FROM incident), (SELECT count(*) FROM incident WHERE \(IncidentSQL.isOpen)), \
    (SELECT count(*) FROM page WHERE id >= \(RowID.limit)), (SELECT count(*) FROM timeline), (SELECT count(*) FROM alert)
    """
  ) { row throws(StorageError) in
    StoreCounts(
      incidents: try row.count(0), open: try row.count(1), pages: try row.count(2), entries: try row.count(3),
      alerts: try row.count(4))
  }
}
