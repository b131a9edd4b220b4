import Incidents

/// Reads of pages. Nothing here claims one; see `Claims`.
package enum PageQueries {
  package static func byId(_ id: Int64) -> Query<Page> {
    select("WHERE id = $1", [.int(id)])
  }

  /// Every page of an incident, in order of number.
  package static func of(_ incident: Int64) -> Query<Page> {
    select("WHERE id >= $1 AND id < $2 ORDER BY id", RowRange.of(incident))
  }

  /// Pages to be sent by `now`, the longest overdue first.
  package static func due(_ now: Timestamp, limit: Int) -> Query<Page> {
    select(
      "WHERE \(isPending) AND due <= $1 ORDER BY due, id LIMIT $2",
      [.time(now), .count(limit)])
  }

  /// Each channel that pages wait for, with the time of the first of them. As many steps as channels, however many
  /// pages wait: what cannot leave now must not be looked through for each that does.
  package static let lanes = Query(
    """
    WITH RECURSIVE lane(name) AS (SELECT min(channel) FROM page WHERE \(isPending) UNION ALL \
    SELECT (SELECT min(channel) FROM page WHERE \(isPending) AND channel > name) FROM lane WHERE name IS NOT NULL) \
    SELECT name, (SELECT min(due) FROM page WHERE \(isPending) AND channel = name) FROM lane WHERE name IS NOT NULL
    """
  ) { row throws(StorageError) in (channel: try row.text(0), due: try row.time(1)) }

  private static let isPending = "\(PageSQL.isUnfinished) AND status = 'pending'"

  /// One row: how many pages wait or are being sent.
  package static let unfinished = Query("SELECT count(*) FROM page WHERE \(PageSQL.isUnfinished)") {
    row throws(StorageError) in try row.count(0)
  }

  private static func select(_ tail: String, _ arguments: [Value]) -> Query<Page> {
    Query("SELECT \(PageSQL.columns) FROM page \(tail)", arguments, decode: PageSQL.decode)
  }
}

/// The identifiers that an incident's timeline entries and pages may bear.
enum RowRange {
  /// First identifier, and the first of the next incident.
  static func of(_ incident: Int64) -> [Value] {
    [.int(RowID.make(incident: incident, number: 0)), .int(RowID.make(incident: incident &+ 1, number: 0))]
  }
}
