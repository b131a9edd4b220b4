import Incidents

/// A key by which a tool may create alerts and nothing else. Only the hash of its secret is kept.
package struct IngestKey: Sendable, Hashable {
  package var id: Int64
  /// The integration's name, as people gave it.
  package var name: String
  /// SHA-256 of the secret.
  package var hash: [UInt8]
  package var created: Timestamp
  package var lastUsed: Timestamp?
  package var revoked: Timestamp?

  package init(
    id: Int64, name: String, hash: [UInt8], created: Timestamp, lastUsed: Timestamp? = nil, revoked: Timestamp? = nil
  ) {
    self.id = id
    self.name = name
    self.hash = hash
    self.created = created
    self.lastUsed = lastUsed
    self.revoked = revoked
  }
}

package enum KeyQueries {
  private static let columns = "id, name, hash, created, last_used, revoked"

  /// Every key, the revoked ones too, oldest first.
  package static let all = Query("SELECT \(columns) FROM ingest_key ORDER BY id", decode: decode)

  package static func byHash(_ hash: [UInt8]) -> Query<IngestKey> {
    Query("SELECT \(columns) FROM ingest_key WHERE hash = $1", [.bytes(hash)], decode: decode)
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> IngestKey {
    IngestKey(
      id: try row.int(0), name: try row.text(1), hash: try row.bytes(2), created: try row.time(3),
      lastUsed: try row.optionalTime(4), revoked: try row.optionalTime(5))
  }
}

package enum KeyStatements {
  package static func create(_ key: IngestKey) -> Statement {
    Statement(
      "INSERT INTO ingest_key (id, name, hash, created) VALUES ($1, $2, $3, $4)",
      [[.int(key.id), .text(key.name), .bytes(key.hash), .time(key.created)]], expect: 1)
  }

  /// Conflicts where there is no such key or it is revoked already.
  package static func revoke(_ id: Int64, at now: Timestamp) -> Statement {
    Statement(
      "UPDATE ingest_key SET revoked = $2 WHERE id = $1 AND revoked IS NULL", [[.int(id), .time(now)]], expect: 1)
  }

  /// Notes when keys were last used; many in one statement, now and then, never once an event.
  package static func used(_ keys: [Int64: Timestamp]) -> Statement {
    Statement(
      "UPDATE ingest_key SET last_used = $2 WHERE id = $1",
      keys.sorted { $0.key < $1.key }.map { [.int($0.key), .time($0.value)] })
  }
}
