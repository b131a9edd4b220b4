import Incidents

/// The texts of reviews. A version's incident is in its id.
package enum ReviewQueries {
  /// The text that counts now; no row while nobody has written.
  package static func latest(_ incident: Int64) -> Query<ReviewVersion> {
    select("WHERE id >= $1 AND id < $2 ORDER BY id DESC LIMIT 1", RowRange.of(incident))
  }

  /// All of one incident without their texts, the newest first.
  package static func heads(_ incident: Int64) -> Query<ReviewVersion> {
    select("WHERE id >= $1 AND id < $2 ORDER BY id DESC LIMIT 500", RowRange.of(incident), text: "''")
  }

  /// One version and the one before it.
  package static func pair(_ incident: Int64, _ number: Int) -> Query<ReviewVersion> {
    let id = RowID.make(incident: incident, number: number)
    return select(
      "WHERE id >= $1 AND id <= $2 ORDER BY id DESC LIMIT 2", [RowRange.of(incident)[0], .int(id)])
  }

  /// The newest state of each review of these incidents, without texts.
  package static func states(since first: Int64, limit: Int) -> Query<ReviewVersion> {
    select(
      "WHERE id IN (SELECT max(id) FROM review_version WHERE id >= $1 GROUP BY id >> \(RowID.bits)) "
        + "ORDER BY id DESC LIMIT $2", [.int(RowID.make(incident: first, number: 0)), .count(limit)], text: "''")
  }

  private static func select(_ tail: String, _ arguments: [Value], text: String = "text") -> Query<ReviewVersion> {
    Query("SELECT id, at, actor, published, \(text) FROM review_version \(tail)", arguments) {
      row throws(StorageError) in
      let id = try row.int(0)
      return ReviewVersion(
        incident: RowID.incident(of: id), number: Int(clamping: id & (Int64(RowID.limit) - 1)), at: try row.time(1),
        actor: try row.text(2), isPublished: try row.bool(3), text: try row.text(4))
    }
  }
}

package enum ReviewStatements {
  /// Adds versions. Where somebody else wrote that number first, the store refuses it as `violates`.
  package static func add(_ versions: [ReviewVersion]) -> Statement {
    Statement(
      "INSERT INTO review_version (id, at, actor, published, text) VALUES ($1, $2, $3, $4, $5)",
      versions.map { [.int($0.id), .time($0.at), .text($0.actor), .bool($0.isPublished), .text($0.text)] },
      expect: versions.count)
  }
}
