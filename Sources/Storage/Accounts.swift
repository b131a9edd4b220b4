import Incidents

/// Somebody who may sign in. The person is an identifier of the team file.
package struct Account: Sendable, Hashable {
  package var id: Int64
  package var name: String
  package var person: String
  /// The password's hash with its method and parameters, as text.
  package var password: String
  package var created: Timestamp
  package var disabled: Timestamp?

  package init(
    id: Int64, name: String, person: String, password: String, created: Timestamp, disabled: Timestamp? = nil
  ) {
    self.id = id
    self.name = name
    self.person = person
    self.password = password
    self.created = created
    self.disabled = disabled
  }
}

package enum AccountQueries {
  static let columns = "id, name, person, password, created, disabled"

  package static func byId(_ id: Int64) -> Query<Account> {
    Query("SELECT \(columns) FROM account WHERE id = $1", [.int(id)], decode: decode)
  }

  package static func byName(_ name: String) -> Query<Account> {
    Query("SELECT \(columns) FROM account WHERE name = $1", [.text(name)], decode: decode)
  }

  package static let all = Query("SELECT \(columns) FROM account ORDER BY id", decode: decode)

  /// One row: how many accounts there are; none means that nobody has set this store up.
  package static let count = Query("SELECT count(*) FROM account") { row throws(StorageError) in try row.count(0) }

  @Sendable static func decode(_ row: RowReader) throws(StorageError) -> Account {
    Account(
      id: try row.int(0), name: try row.text(1), person: try row.text(2), password: try row.text(3),
      created: try row.time(4), disabled: try row.optionalTime(5))
  }
}

package enum AccountStatements {
  /// Violates where the name is taken.
  package static func create(_ account: Account) -> Statement {
    Statement(
      "INSERT INTO account (id, name, person, password, created) VALUES ($1, $2, $3, $4, $5)",
      [
        [
          .int(account.id), .text(account.name), .text(account.person), .text(account.password),
          .time(account.created),
        ]
      ], expect: 1)
  }

  /// Changes a password and ends the account's sessions with it.
  package static func setPassword(_ password: String, of id: Int64) -> [Statement] {
    [
      Statement("UPDATE account SET password = $2 WHERE id = $1", [[.int(id), .text(password)]], expect: 1),
      SessionStatements.endAll(of: id),
    ]
  }

  /// A better hash of the same password: the sessions go on.
  package static func rehash(_ password: String, of id: Int64) -> Statement {
    Statement("UPDATE account SET password = $2 WHERE id = $1", [[.int(id), .text(password)]], expect: 1)
  }

  /// Shuts an account and ends its sessions with it.
  package static func disable(_ id: Int64, at now: Timestamp) -> [Statement] {
    [
      Statement(
        "UPDATE account SET disabled = $2 WHERE id = $1 AND disabled IS NULL", [[.int(id), .time(now)]], expect: 1),
      SessionStatements.endAll(of: id),
    ]
  }
}
