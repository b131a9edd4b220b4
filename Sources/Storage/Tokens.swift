import Incidents

/// A token for the API, of one scope. Only the hash of its secret is kept.
package struct ApiToken: Sendable, Hashable {
  package var id: Int64
  package var name: String
  /// SHA-256 of the secret.
  package var hash: [UInt8]
  /// The word that the routes' rules know.
  package var scope: String
  /// nil for a token that belongs to nobody, such as the one of this machine's command line.
  package var account: Int64?
  package var created: Timestamp
  package var lastUsed: Timestamp?
  package var revoked: Timestamp?

  package init(
    id: Int64, name: String, hash: [UInt8], scope: String, account: Int64? = nil, created: Timestamp,
    lastUsed: Timestamp? = nil, revoked: Timestamp? = nil
  ) {
    self.id = id
    self.name = name
    self.hash = hash
    self.scope = scope
    self.account = account
    self.created = created
    self.lastUsed = lastUsed
    self.revoked = revoked
  }
}

package enum TokenQueries {
  private static let columns = "id, name, hash, scope, account, created, last_used, revoked"

  /// Not revoked; no row where the hash is unknown.
  package static func live(_ hash: [UInt8]) -> Query<ApiToken> {
    Query("SELECT \(columns) FROM api_token WHERE hash = $1 AND revoked IS NULL", [.bytes(hash)], decode: decode)
  }

  package static let all = Query("SELECT \(columns) FROM api_token ORDER BY id", decode: decode)

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> ApiToken {
    ApiToken(
      id: try row.int(0), name: try row.text(1), hash: try row.bytes(2), scope: try row.text(3),
      account: try row.optionalInt(4), created: try row.time(5), lastUsed: try row.optionalTime(6),
      revoked: try row.optionalTime(7))
  }
}

package enum TokenStatements {
  package static func create(_ token: ApiToken) -> Statement {
    Statement(
      "INSERT INTO api_token (id, name, hash, scope, account, created) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        [
          .int(token.id), .text(token.name), .bytes(token.hash), .text(token.scope), .int(token.account),
          .time(token.created),
        ]
      ], expect: 1)
  }

  package static func revoke(_ id: Int64, at now: Timestamp) -> Statement {
    Statement(
      "UPDATE api_token SET revoked = $2 WHERE id = $1 AND revoked IS NULL", [[.int(id), .time(now)]], expect: 1)
  }

  package static func used(_ id: Int64, at now: Timestamp) -> Statement {
    Statement("UPDATE api_token SET last_used = $2 WHERE id = $1", [[.int(id), .time(now)]])
  }
}
