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
      "WHERE \(PageSQL.isUnfinished) AND status = 'pending' AND due <= $1 ORDER BY due, id LIMIT $2",
      [.time(now), .count(limit)])
  }

  /// When the next pending page is due; no row when none waits.
  package static let earliestDue = Query(
    "SELECT due FROM page WHERE \(PageSQL.isUnfinished) AND status = 'pending' ORDER BY due LIMIT 1"
  ) { row throws(StorageError) in try row.time(0) }

  /// The channels of pages that are due by `now`, as far as the thousand longest overdue show them, but for some
  /// channels.
  package static func dueChannels(_ now: Timestamp, besides: [String]) -> Query<String> {
    Query(
      """
      SELECT DISTINCT channel FROM (SELECT channel FROM page WHERE \(PageSQL.isUnfinished) AND status = 'pending' \
      AND due <= $1 AND \(isOther("$2")) ORDER BY due LIMIT 1000) AS waiting
      """, [.time(now), .text(listed(besides))]
    ) { row throws(StorageError) in try row.text(0) }
  }

  /// When the next pending page of another channel is due; no row when none waits.
  package static func earliestDue(besides: [String]) -> Query<Timestamp> {
    Query(
      "SELECT due FROM page WHERE \(PageSQL.isUnfinished) AND status = 'pending' AND \(isOther("$1")) ORDER BY due LIMIT 1",
      [.text(listed(besides))]
    ) { row throws(StorageError) in try row.time(0) }
  }

  /// Names of channels hold no comma.
  private static func listed(_ channels: [String]) -> String { ",\(channels.joined(separator: ",,"))," }

  private static func isOther(_ list: String) -> String { "replace(\(list), ',' || channel || ',', '') = \(list)" }

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
