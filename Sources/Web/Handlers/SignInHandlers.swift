import Hummingbird
import Incidents
import Storage

/// Signing in and out.
enum SignInHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    page(visit, SignInPage.View(next: place(visit.query("next") ?? "/")))
  }

  @Sendable static func signIn(_ visit: Visit) async throws -> Response {
    let door = visit.site.doorkeeper
    let name = visit.form.text("name")
    let view = SignInPage.View(
      name: String(name.prefix(64)), error: "Name and password do not match.", next: place(visit.form["next"]))
    if let seconds = door.limits.wait(name: name, address: visit.peer, now: visit.now) {
      visit.logger.warning("sign-in refused: too many tries", metadata: ["name": "\(name.prefix(64))"])
      throw Failure.busy(max(1, Int(Double(seconds) / max(1, visit.context.pace))))
    }
    guard let account = try await account(name, visit) else {
      door.limits.failed(name: name, address: visit.peer, now: visit.now)
      visit.logger.notice("sign-in failed", metadata: ["name": "\(name.prefix(64))", "peer": "\(visit.peer)"])
      return page(visit, view, refused: true)
    }
    door.limits.succeeded(name: name)
    return try await start(account, going: view.next, visit)
  }

  /// The account whose name and password these are.
  private static func account(_ name: String, _ visit: Visit) async throws -> Account? {
    let passwords = visit.site.doorkeeper.passwords
    let password = String(visit.form["password"].prefix(PasswordRules.longest))
    do {
      guard name.utf8.count <= 200,
        let account = try await visit.context.database.read(AccountQueries.byName(name)).first, account.disabled == nil
      else {
        try await passwords.pretend(password)
        return nil
      }
      switch try await passwords.check(password, against: account.password) {
      case .wrong: return nil
      case .right: break
      case .rightButOld:
        let hash = try await passwords.hash(password)
        _ = try await visit.context.write([AccountStatements.rehash(hash, of: account.id)])
      }
      return account
    } catch is Passwords.Busy {
      throw Failure.unavailable("Many people sign in at this moment. Try again in some seconds.")
    }
  }

  /// Starts a session and sends the browser on its way.
  static func start(_ account: Account, going next: String, _ visit: Visit) async throws -> Response {
    let session = visit.site.doorkeeper.newSession(for: account.id)
    _ = try await visit.context.write([SessionStatements.sweep(visit.now), session.statement])
    visit.logger.info("signed in", metadata: ["name": "\(account.name)"])
    var response = Reply.seeOther(next)
    visit.site.setCookie(session.cookie, on: &response)
    return response
  }

  @Sendable static func signOut(_ visit: Visit) async throws -> Response {
    if let person = visit.person { _ = try await visit.context.write([SessionStatements.end(person.session.hash)]) }
    var response = Reply.seeOther("/sign-in")
    visit.site.setCookie("", on: &response)
    return response
  }

  /// Only places of this server: a link must not send somebody elsewhere after signing in.
  private static func place(_ next: String) -> String {
    guard next.hasPrefix("/"), next.utf8.count <= 200, let safe = Escape.safeTarget(next), !safe.contains("\\") else {
      return "/"
    }
    return safe
  }

  private static func page(_ visit: Visit, _ view: SignInPage.View, refused: Bool = false) -> Response {
    var view = view
    if !refused { view.error = nil }
    let html = visit.site.frame("Sign in: Tocsin", reader: nil).page { SignInPage.write(view, into: &$0) }
    return Reply.page(html, status: refused ? .unauthorized : .ok)
  }
}
