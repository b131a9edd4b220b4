import Incidents

/// A signed-in browser. Only the hash of its cookie is kept.
package struct Session: Sendable, Hashable {
  /// SHA-256 of the cookie's value.
  package var hash: [UInt8]
  package var account: Int64
  package var csrf: String
  package var created: Timestamp
  package var lastSeen: Timestamp
  package var expires: Timestamp

  package init(
    hash: [UInt8], account: Int64, csrf: String, created: Timestamp, lastSeen: Timestamp, expires: Timestamp
  ) {
    self.hash = hash
    self.account = account
    self.csrf = csrf
    self.created = created
    self.lastSeen = lastSeen
    self.expires = expires
  }
}

package enum SessionQueries {
  /// A session that has not ended, with its account if that is not shut; otherwise no row. Idle time is the caller's.
  package static func live(_ hash: [UInt8], now: Timestamp) -> Query<SignedIn> {
    Query(
      """
      SELECT a.id, a.name, a.person, a.password, a.created, a.disabled, s.csrf, s.created, s.last_seen, s.expires \
      FROM session s JOIN account a ON a.id = s.account \
      WHERE s.hash = $1 AND s.expires > $2 AND a.disabled IS NULL
      """, [.bytes(hash), .time(now)]
    ) { row throws(StorageError) in
      let account = try AccountQueries.decode(row)
      return SignedIn(
        account: account,
        session: Session(
          hash: hash, account: account.id, csrf: try row.text(6), created: try row.time(7), lastSeen: try row.time(8),
          expires: try row.time(9)))
    }
  }
}

/// Who a request comes from.
package struct SignedIn: Sendable, Hashable {
  package var account: Account
  package var session: Session
  package init(account: Account, session: Session) {
    self.account = account
    self.session = session
  }
}

package enum SessionStatements {
  package static func start(_ session: Session) -> Statement {
    Statement(
      "INSERT INTO session (hash, account, csrf, created, last_seen, expires) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        [
          .bytes(session.hash), .int(session.account), .text(session.csrf), .time(session.created),
          .time(session.lastSeen), .time(session.expires),
        ]
      ], expect: 1)
  }

  /// Notes that it was used; not on every request, but when some minutes have passed.
  package static func seen(_ hash: [UInt8], at now: Timestamp) -> Statement {
    Statement("UPDATE session SET last_seen = $2 WHERE hash = $1", [[.bytes(hash), .time(now)]])
  }

  package static func end(_ hash: [UInt8]) -> Statement {
    Statement("DELETE FROM session WHERE hash = $1", [[.bytes(hash)]])
  }

  package static func endAll(of account: Int64) -> Statement {
    Statement("DELETE FROM session WHERE account = $1", [[.int(account)]])
  }

  package static func sweep(_ now: Timestamp) -> Statement {
    Statement("DELETE FROM session WHERE expires <= $1", [[.time(now)]])
  }
}
