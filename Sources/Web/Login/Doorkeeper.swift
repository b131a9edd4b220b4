import Incidents
import Storage

/// Knows who a request comes from: sessions of browsers, tokens of tools. Lives once per server.
final class Doorkeeper: Sendable {
  let passwords = Passwords()
  let limits = SignInLimits()
  private let context: WebContext

  init(_ context: WebContext) { self.context = context }

  /// A demo's clock runs fast; nobody is to be signed out after some real minutes for it.
  private func paced(_ span: Span) -> Span { span.times(context.pace) }

  private var idle: Span { paced(.hours(12)) }
  var sessionLife: Span { paced(.days(14)) }
  var linkLife: Span { paced(.hours(24)) }

  // MARK: sessions

  /// The account behind a cookie, unless the session has ended or was idle too long.
  func signedIn(cookie: String) async throws -> SignedIn? {
    guard !cookie.isEmpty, cookie.utf8.count <= 128 else { return nil }
    let now = context.now()
    let hash = Secrets.hash(cookie)
    guard let found = try await context.database.read(SessionQueries.live(hash, now: now)).first,
      now - found.session.lastSeen < idle
    else { return nil }
    if now - found.session.lastSeen > paced(.minutes(5)) {
      _ = try? await context.write([SessionStatements.seen(hash, at: now)])
    }
    return found
  }

  /// Starts a session; returns what the cookie is to hold and what is to be written.
  func newSession(for account: Int64) -> (cookie: String, statement: Statement) {
    let cookie = Secrets.newSecret()
    let now = context.now()
    let session = Session(
      hash: Secrets.hash(cookie), account: account, csrf: Secrets.newSecret(), created: now, lastSeen: now,
      expires: now + sessionLife)
    return (cookie, SessionStatements.start(session))
  }

  // MARK: tokens

  func token(_ secret: String) async throws -> ApiToken? {
    guard !secret.isEmpty, secret.utf8.count <= 128 else { return nil }
    let now = context.now()
    guard let token = try await context.database.read(TokenQueries.live(Secrets.hash(secret))).first else { return nil }
    if token.lastUsed.map({ now - $0 > .minutes(5) }) ?? true {
      _ = try? await context.write([TokenStatements.used(token.id, at: now)])
    }
    return token
  }

  /// Who stands behind an account in timelines: the person of the team file, or the account's own name.
  static func actor(_ account: Account) -> String { account.person.isEmpty ? account.name : account.person }
}
