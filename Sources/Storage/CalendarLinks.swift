import Incidents

/// A secret link to a calendar of shifts. Only the hash of its secret is kept.
package struct CalendarLink: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable { case person, schedule }
  package var id: Int64
  package var kind: Kind
  /// The person's or the schedule's short name in the team file.
  package var subject: String
  /// SHA-256 of the secret.
  package var hash: [UInt8]
  /// Who made it.
  package var by: String
  package var created: Timestamp
  package var revoked: Timestamp?

  package init(
    id: Int64, kind: Kind, subject: String, hash: [UInt8], by: String, created: Timestamp, revoked: Timestamp? = nil
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.hash = hash
    self.by = by
    self.created = created
    self.revoked = revoked
  }
}

package enum CalendarLinkQueries {
  private static let columns = "id, kind, subject, hash, made_by, created, revoked"

  /// No row where the hash is unknown or the link was revoked.
  package static func live(_ hash: [UInt8]) -> Query<CalendarLink> {
    Query("SELECT \(columns) FROM calendar_link WHERE hash = $1 AND revoked IS NULL", [.bytes(hash)], decode: decode)
  }

  /// Those that still work.
  package static let all = Query(
    "SELECT \(columns) FROM calendar_link WHERE revoked IS NULL ORDER BY id", decode: decode)

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> CalendarLink {
    CalendarLink(
      id: try row.int(0), kind: try row.named(1), subject: try row.text(2), hash: try row.bytes(3),
      by: try row.text(4), created: try row.time(5), revoked: try row.optionalTime(6))
  }
}

package enum CalendarLinkStatements {
  package static func create(_ link: CalendarLink) -> Statement {
    Statement(
      "INSERT INTO calendar_link (id, kind, subject, hash, made_by, created) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        [
          .int(link.id), .text(link.kind.rawValue), .text(link.subject), .bytes(link.hash), .text(link.by),
          .time(link.created),
        ]
      ], expect: 1)
  }

  package static func revoke(_ id: Int64, at now: Timestamp) -> Statement {
    Statement(
      "UPDATE calendar_link SET revoked = $2 WHERE id = $1 AND revoked IS NULL", [[.int(id), .time(now)]], expect: 1)
  }
}
