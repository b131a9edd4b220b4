import Incidents
import Storage

/// The link that opens a server for the first time, or lets somebody choose a password. It works once.
package enum SetupLink {
  static let purpose = "setup"

  /// How long a link may wait for its use.
  package static let life = Span.hours(24)

  /// Makes the link of a first start and takes back earlier ones that were not used. The statements are to be
  /// written before the address is shown.
  package static func first(origin: String, now: Timestamp, pace: Double = 1) -> (
    address: String, statements: [Statement]
  ) {
    let made = make(account: nil, origin: origin, now: now, life: life.times(pace))
    return (made.address, [LinkStatements.withdraw(purpose: purpose)] + made.statements)
  }

  static func make(
    account: Int64?, origin: String, now: Timestamp, life: Span
  ) -> (address: String, statements: [Statement]) {
    let secret = Secrets.newSecret()
    let link = OneTimeLink(
      hash: Secrets.hash(secret), purpose: purpose, account: account, created: now, expires: now + life)
    return ("\(origin)/setup/\(secret)", [LinkStatements.create(link)])
  }
}
