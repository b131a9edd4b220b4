import Incidents

/// A link that works once: to set this store up, to choose a password. Only the hash of its secret is kept.
package struct OneTimeLink: Sendable, Hashable {
  /// SHA-256 of the secret.
  package var hash: [UInt8]
  package var purpose: String
  package var account: Int64?
  package var created: Timestamp
  package var expires: Timestamp
  package var used: Timestamp?

  package init(
    hash: [UInt8], purpose: String, account: Int64? = nil, created: Timestamp, expires: Timestamp,
    used: Timestamp? = nil
  ) {
    self.hash = hash
    self.purpose = purpose
    self.account = account
    self.created = created
    self.expires = expires
    self.used = used
  }
}

package enum LinkQueries {
  /// A link that can still be used for that purpose; looking does not use it up.
  package static func live(_ hash: [UInt8], purpose: String, now: Timestamp) -> Query<OneTimeLink> {
    Query(
      """
      SELECT hash, purpose, account, created, expires, used FROM one_time_link \
      WHERE hash = $1 AND purpose = $2 AND used IS NULL AND expires > $3
      """, [.bytes(hash), .text(purpose), .time(now)]
    ) { row throws(StorageError) in
      OneTimeLink(
        hash: try row.bytes(0), purpose: try row.text(1), account: try row.optionalInt(2), created: try row.time(3),
        expires: try row.time(4), used: try row.optionalTime(5))
    }
  }
}

package enum LinkStatements {
  package static func create(_ link: OneTimeLink) -> Statement {
    Statement(
      "INSERT INTO one_time_link (hash, purpose, account, created, expires) VALUES ($1, $2, $3, $4, $5)",
      [
        [
          .bytes(link.hash), .text(link.purpose), .int(link.account), .time(link.created), .time(link.expires),
        ]
      ], expect: 1)
  }

  /// Uses a link up; the first statement of the commit that it allows. Conflicts the second time.
  package static func use(_ hash: [UInt8], purpose: String, now: Timestamp) -> Statement {
    Statement(
      "UPDATE one_time_link SET used = $3 WHERE hash = $1 AND purpose = $2 AND used IS NULL AND expires > $3",
      [[.bytes(hash), .text(purpose), .time(now)]], expect: 1)
  }

  /// Ends every unused link of a purpose, so that only the newest works.
  package static func withdraw(purpose: String) -> Statement {
    Statement("DELETE FROM one_time_link WHERE purpose = $1 AND used IS NULL", [[.text(purpose)]])
  }
}
