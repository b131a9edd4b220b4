import Hummingbird
import Incidents
import Storage

/// Keys, tokens and accounts: the administrator's page.
enum KeyHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response { try await page(visit) }

  @Sendable static func makeKey(_ visit: Visit) async throws -> Response {
    guard let name = name(visit) else { return try await page(visit, error: "Say what the key is for.") }
    let secret = Secrets.newIngestKey()
    _ = try await visit.context.write([
      KeyStatements.create(
        IngestKey(id: visit.context.newID(), name: name, hash: Secrets.hash(secret), created: visit.now))
    ])
    try await visit.site.keys.refresh()
    return try await page(
      visit,
      made: .init(
        what: "The key for \(name). It is shown once:", secret: secret,
        hint: "PagerDuty's protocol: routing_key. Alertmanager's webhook: "
          + "\(visit.context.origin)/integrations/v1/alertmanager/KEY/"))
  }

  @Sendable static func revokeKey(_ visit: Visit) async throws -> Response {
    try await revoke(visit) { KeyStatements.revoke($0, at: visit.now) }
    try await visit.site.keys.refresh()
    return Reply.seeOther("/keys")
  }

  @Sendable static func makeToken(_ visit: Visit) async throws -> Response {
    guard let name = name(visit) else { return try await page(visit, error: "Say what the token is for.") }
    let scope = Scope(rawValue: visit.form["scope"]).flatMap { $0 == .admin ? nil : $0 } ?? .read
    let secret = Secrets.newToken()
    _ = try await visit.context.write([
      TokenStatements.create(
        ApiToken(
          id: visit.context.newID(), name: name, hash: Secrets.hash(secret), scope: scope.rawValue,
          account: visit.person?.account.id, created: visit.now))
    ])
    return try await page(
      visit,
      made: .init(
        what: "The token for \(name). It is shown once:", secret: secret,
        hint: "For the command line: TOCSIN_TOKEN. For the API: Authorization: Bearer TOKEN."))
  }

  @Sendable static func revokeToken(_ visit: Visit) async throws -> Response {
    try await revoke(visit) { TokenStatements.revoke($0, at: visit.now) }
    return Reply.seeOther("/keys")
  }

  @Sendable static func newAccountLink(_ visit: Visit) async throws -> Response {
    try await link(visit, account: nil, what: "A link for a new account. It works once, within a day:")
  }

  @Sendable static func passwordLink(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("id")),
      let account = try await visit.context.database.read(AccountQueries.byId(id)).first
    else { throw Failure.notFound }
    return try await link(
      visit, account: id, what: "A link with which \(account.name) chooses a new password. It works once, within a day:"
    )
  }

  private static func link(_ visit: Visit, account: Int64?, what: String) async throws -> Response {
    let made = SetupLink.make(
      account: account, origin: visit.context.origin, now: visit.now, life: visit.site.doorkeeper.linkLife)
    _ = try await visit.context.write(made.statements)
    return try await page(
      visit, made: .init(what: what, secret: made.address, hint: "Send it on a way that only this person reads."))
  }

  private static func revoke(_ visit: Visit, _ statement: (Int64) -> Statement) async throws {
    guard let id = Int64(visit.parameter("id")) else { throw Failure.notFound }
    do {
      _ = try await visit.context.write([statement(id)])
    } catch StorageError.conflict {
      // It is revoked already, which is what was asked for.
    }
  }

  private static func name(_ visit: Visit) -> String? {
    let name = String(visit.form.text("name").prefix(64))
    return name.isEmpty ? nil : name
  }

  private static func page(
    _ visit: Visit, made: KeysView.Made? = nil, error: String? = nil
  ) async throws -> Response {
    let (keys, accounts, tokens) = try await visit.context.database.read(
      KeyQueries.all, AccountQueries.all, TokenQueries.all)
    guard let reader = visit.reader else { throw Failure.broken }
    let people = visit.context.shelf.team().people
    let view = KeysView(
      keys: keys, accounts: accounts, tokens: tokens,
      people: Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }, now: visit.now, reader: reader,
      origin: visit.context.origin, made: made, error: error)
    let frame = visit.site.frame("Keys: Tocsin", place: .keys, reader: reader)
    return Reply.page(
      frame.page { KeysPage.write(view, into: &$0) }, status: error == nil ? .ok : .unprocessableContent)
  }
}
