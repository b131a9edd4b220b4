import Foundation
import Hummingbird
import Incidents
import Storage

/// Following the public page by mail or webhook: asked for, confirmed, ended by one click. Opening a link changes
/// nothing, for mail scanners open links too.
enum FollowHandlers {
  static let confirming = "confirm to follow"
  static let leaving = "leave the page"
  /// How long a link to confirm works.
  static let life = Span.hours(48)

  /// Answers alike whether the address is known, new or already follows.
  @Sendable static func follow(_ visit: Visit) async throws -> Response {
    let (kind, address) = try wanted(visit)
    let limits = [("peer \(visit.peer)", 5), ("all", 300), ("address \(address)", 3)]
    if let wait = visit.site.followLimit.take(limits, now: visit.now) { throw Failure.often(wait) }
    let known = try await visit.context.database.read(SubscriberQueries.byAddress(kind, address)).first
    let follows = known.map { $0.confirmed != nil && $0.ended == nil } ?? false
    if !follows {
      let subscriber = Subscriber(
        id: visit.context.newID(), kind: kind, address: address, created: visit.now, asked: visit.now)
      _ = try await visit.context.write(SubscriberStatements.ask(subscriber))
    }
    let words =
      kind == .mail
      ? "A mail is on its way to the address that you gave. Open its link to begin; without that, nothing is sent."
      : "A message is on its way to the webhook. Answer it with its challenge, or open the address that it names, to begin."
    return notice(visit, "One step more", words)
  }

  private static func wanted(_ visit: Visit) throws -> (Subscriber.Kind, String) {
    let mail = visit.form.text("email")
    guard mail.isEmpty else {
      guard visit.site.takesMail, isAddress(mail) else { throw Failure.refused("This is not a mail address.") }
      return (.mail, mail.lowercased())
    }
    let hook = visit.form.text("webhook")
    guard hook.hasPrefix("https://"), hook.utf8.count <= 500, let url = URL(string: hook), url.user == nil,
      url.host()?.contains(".") == true, hook.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw Failure.refused("A webhook is an address that begins with https://.") }
    return (.webhook, hook)
  }

  /// Something that can stand in a mail's header: one @, plain characters, a dot in the domain.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return false }
    let forbidden = Array("<>()[]\\,;:\"' ".utf8)
    return parts[1].contains(".") && !parts[1].hasPrefix(".") && !text.contains("..") && !text.hasPrefix("-")
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }
  }

  // MARK: links

  private static func subscriber(_ visit: Visit, for purpose: String) async throws -> Subscriber {
    guard
      let id = SealedNumber.number(of: visit.parameter("token"), for: purpose, secret: visit.context.secret),
      let found = try await visit.context.database.read(SubscriberQueries.byId(id)).first
    else { throw Failure.linkOver }
    return found
  }

  @Sendable static func showConfirm(_ visit: Visit) async throws -> Response {
    let subscriber = try await confirmable(visit)
    return question(
      visit, "Follow \(visit.site.status.board()?.title ?? "") status?",
      "Updates will be sent to \(subscriber.address). Every one of them holds a link that ends it.",
      act: "Send me updates")
  }

  @Sendable static func confirm(_ visit: Visit) async throws -> Response {
    let subscriber = try await confirmable(visit)
    _ = try await visit.context.write([SubscriberStatements.confirm(subscriber.id, at: visit.now)])
    return notice(visit, "You follow the page", "The next update comes to \(subscriber.address).")
  }

  private static func confirmable(_ visit: Visit) async throws -> Subscriber {
    let found = try await subscriber(visit, for: confirming)
    guard found.ended == nil, found.confirmed != nil || visit.now - found.asked < life.times(visit.context.pace) else {
      throw Failure.linkOver
    }
    return found
  }

  @Sendable static func showLeave(_ visit: Visit) async throws -> Response {
    let subscriber = try await subscriber(visit, for: leaving)
    return question(
      visit, "Stop the updates?", "Nothing more will be sent to \(subscriber.address).", act: "Stop the updates")
  }

  /// Also what a mail program posts by itself (RFC 8058).
  @Sendable static func leave(_ visit: Visit) async throws -> Response {
    let subscriber = try await subscriber(visit, for: leaving)
    _ = try await visit.context.write(SubscriberStatements.leave(subscriber.id, at: visit.now))
    return notice(visit, "You are out", "Nothing more is sent to \(subscriber.address).")
  }

  // MARK: pages

  static func notice(_ visit: Visit, _ title: String, _ words: String) -> Response {
    Reply.page(small(visit, title, words) { _ in })
  }

  private static func question(_ visit: Visit, _ title: String, _ words: String, act: String) -> Response {
    Reply.page(
      small(visit, title, words) { h in
        h.form(.class("field"), Attribute("method", "post"), .action(visit.request.uri.path)) { h in
          h.element("button", [.class("btn"), .type("submit")]) { $0.text(act) }
        }
      })
  }

  private static func small(
    _ visit: Visit, _ title: String, _ words: String, _ more: (inout HTML) -> Void
  ) -> HTML {
    let team = visit.site.status.board()?.title ?? visit.site.teamName
    let frame = PublicFrame(
      title: title, team: team, place: .page, places: StatusPlaces(origin: visit.context.origin))
    return frame.page { h in
      h.main(.id("main")) { h in
        h.div(.class("public page-head")) { h in
          h.line("h1", title, .class("title"))
          h.p(words, class: "lede")
          more(&h)
          h.p(.class("field")) { $0.link("Back to the page", to: "/status") }
        }
      }
    }
  }
}
