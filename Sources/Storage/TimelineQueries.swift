import Incidents

/// Reads of an incident's append-only record.
package enum TimelineQueries {
  package enum Order: String, Sendable { case oldestFirst = "ASC", newestFirst = "DESC" }

  package static func of(
    _ incident: Int64, order: Order = .oldestFirst, limit: Int = RowID.limit
  ) -> Query<TimelineEntry> {
    Query(
      """
      SELECT \(TimelineSQL.read) FROM timeline WHERE id >= $1 AND id < $2 ORDER BY id \(order.rawValue) LIMIT $3
      """, RowRange.of(incident) + [.count(limit)], decode: TimelineSQL.decode)
  }

  /// Entries by their identifiers, oldest first.
  package static func some(_ ids: [Int64]) -> Query<TimelineEntry> {
    let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return Query(
      "SELECT \(TimelineSQL.read) FROM timeline WHERE id IN (\(places)) ORDER BY id", ids.map { .int($0) },
      decode: TimelineSQL.decode)
  }

  /// Entries after one that is already known, oldest first: what a live page has not shown yet.
  package static func after(_ entry: Int64, limit: Int) -> Query<TimelineEntry> {
    let end = RowRange.of(RowID.incident(of: entry))[1]
    return Query(
      "SELECT \(TimelineSQL.read) FROM timeline WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3",
      [.int(entry), end, .count(limit)], decode: TimelineSQL.decode)
  }

  /// One row: the latest time of any entry, or nil. Reads the whole table: for a demo's small store only.
  package static let latest = Query("SELECT max(at) FROM timeline") { row throws(StorageError) in
    try row.optionalTime(0)
  }
}
