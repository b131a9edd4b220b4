import Incidents

package enum AttachmentQueries {
  private static let columns = "id, incident, name, size, digest, made_by, at"

  /// What an incident has, the oldest first, without the bytes.
  package static func of(_ incident: Int64) -> Query<Attachment> {
    Query(
      "SELECT \(columns) FROM attachment WHERE incident = $1 ORDER BY id LIMIT 500", [.int(incident)], decode: decode)
  }

  /// One file of an incident with its bytes.
  package static func bytes(_ id: Int64, of incident: Int64) -> Query<(file: Attachment, bytes: [UInt8])> {
    Query(
      "SELECT \(columns), content FROM attachment WHERE id = $1 AND incident = $2", [.int(id), .int(incident)]
    ) { row throws(StorageError) in (file: try decode(row), bytes: try row.bytes(7)) }
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> Attachment {
    Attachment(
      id: try row.int(0), incident: try row.int(1), name: try row.text(2), size: try row.count(3),
      digest: try row.text(4), by: try row.text(5), at: try row.time(6))
  }
}

package enum AttachmentStatements {
  package static func keep(_ file: Attachment, _ bytes: [UInt8]) -> Statement {
    Statement(
      """
      INSERT INTO attachment (id, incident, name, size, digest, made_by, at, content) \
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        [
          .int(file.id), .int(file.incident), .text(file.name), .count(file.size), .text(file.digest), .text(file.by),
          .time(file.at), .bytes(bytes),
        ]
      ], expect: 1)
  }
}
