import Incidents

/// Covers and swaps that people made while the server ran. A withdrawn one stays as a record.
package enum OverrideQueries {
  private static let columns = "id, schedule, person, instead, starts, ends, made_by, note"

  /// Not withdrawn and not over before `now`, from the oldest to the newest.
  package static func live(since now: Timestamp) -> Query<Override> {
    Query(
      "SELECT \(columns) FROM on_call_override WHERE withdrawn IS NULL AND ends > $1 ORDER BY id", [.time(now)],
      decode: decode)
  }

  /// No row where it does not exist or is withdrawn.
  package static func byId(_ id: Int64) -> Query<Override> {
    Query(
      "SELECT \(columns) FROM on_call_override WHERE id = $1 AND withdrawn IS NULL", [.int(id)], decode: decode)
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> Override {
    Override(
      id: try row.int(0), schedule: try row.text(1), person: try row.text(2), instead: try row.optionalText(3),
      from: try row.time(4), until: try row.time(5), by: try row.text(6), note: try row.text(7))
  }
}

package enum OverrideStatements {
  package static func make(_ overrides: [Override], at now: Timestamp) -> Statement {
    Statement(
      """
      INSERT INTO on_call_override (id, schedule, person, instead, starts, ends, made_by, note, made) \
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      overrides.map { override in
        [
          .int(override.id), .text(override.schedule), .text(override.person), .text(override.instead),
          .time(override.from), .time(override.until), .text(override.by), .text(override.note), .time(now),
        ]
      }, expect: overrides.count)
  }

  /// Conflicts where it is withdrawn already.
  package static func withdraw(_ id: Int64, by actor: String, at now: Timestamp) -> Statement {
    Statement(
      "UPDATE on_call_override SET withdrawn = $2, withdrawn_by = $3 WHERE id = $1 AND withdrawn IS NULL",
      [[.int(id), .time(now), .text(actor)]], expect: 1)
  }
}
