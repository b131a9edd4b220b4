import Hummingbird
import Incidents
import Storage

/// The one-time link: choosing a name and a password.
enum SetupHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    let link = try await live(visit)
    return page(visit, try await view(visit, link))
  }

  @Sendable static func use(_ visit: Visit) async throws -> Response {
    let link = try await live(visit)
    var view = try await view(visit, link)
    view.name = String(visit.form.text("name").prefix(64))
    view.person = visit.form["person"]
    let password = visit.form["password"]
    let name = view.account ?? view.name
    if let refusal = nameRefusal(name) ?? PasswordRules.refusal(password, name: name) {
      view.error = refusal
      return page(visit, view, refused: true)
    }
    let hash = try await visit.site.doorkeeper.passwords.hash(password)
    do {
      return try await SignInHandlers.start(write(visit, link, view, hash), going: "/", visit)
    } catch StorageError.violates {
      view.error = "Another account has this name. Choose another."
      return page(visit, view, refused: true)
    } catch StorageError.conflict {
      throw Failure.linkOver
    }
  }

  /// Uses the link up and makes the account, all or nothing.
  private static func write(
    _ visit: Visit, _ link: OneTimeLink, _ view: SetupPage.View, _ hash: String
  ) async throws -> Account {
    let use = LinkStatements.use(link.hash, purpose: SetupLink.purpose, now: visit.now)
    if let id = link.account, let known = try await visit.context.database.read(AccountQueries.byId(id)).first {
      _ = try await visit.context.write([use] + AccountStatements.setPassword(hash, of: id))
      return known
    }
    let person = view.people.contains { $0.id == view.person } ? view.person : ""
    let account = Account(
      id: visit.context.newID(), name: view.name, person: person, password: hash, created: visit.now)
    _ = try await visit.context.write([use, AccountStatements.create(account)])
    return account
  }

  private static func live(_ visit: Visit) async throws -> OneTimeLink {
    let secret = visit.parameter("link")
    guard secret.utf8.count <= 128 else { throw Failure.linkOver }
    let query = LinkQueries.live(Secrets.hash(secret), purpose: SetupLink.purpose, now: visit.now)
    guard let link = try await visit.context.database.read(query).first else { throw Failure.linkOver }
    return link
  }

  private static func view(_ visit: Visit, _ link: OneTimeLink) async throws -> SetupPage.View {
    let people = visit.context.shelf.team().people.map { ($0.id, $0.name) }
    var view = SetupPage.View(token: visit.parameter("link"), people: people)
    if let id = link.account {
      view.account = try await visit.context.database.read(AccountQueries.byId(id)).first?.name
    }
    return view
  }

  private static func nameRefusal(_ name: String) -> String? {
    if name.isEmpty { return "Give a name to sign in with." }
    let fits = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0.value != 0x2028 }
    return fits ? nil : "The name holds a character that cannot be typed again."
  }

  private static func page(_ visit: Visit, _ view: SetupPage.View, refused: Bool = false) -> Response {
    let title = view.account == nil ? "Set up your account: Tocsin" : "Choose a new password: Tocsin"
    let html = visit.site.frame(title, reader: nil).page { SetupPage.write(view, into: &$0) }
    return Reply.page(html, status: refused ? .unprocessableContent : .ok)
  }
}
