import Hummingbird
import Incidents
import Storage

/// Shifts as calendars: behind a secret link, or with a token.
enum CalendarHandlers {
  @Sendable static func linked(_ visit: Visit) async throws -> Response {
    let name = visit.parameter("file")
    let secret = name.hasSuffix(".ics") ? String(name.dropLast(4)) : name
    guard let link = try await visit.context.database.read(CalendarLinkQueries.live(Secrets.hash(secret))).first,
      let feed = feed(link.kind, link.subject, visit)
    else { throw Failure.linkOver }
    return calendar(feed, visit)
  }

  @Sendable static func withToken(_ visit: Visit) async throws -> Response {
    let subject = visit.parameter("subject")
    let name = subject.hasSuffix(".ics") ? String(subject.dropLast(4)) : subject
    guard let kind = CalendarLink.Kind(rawValue: visit.parameter("kind")), let feed = feed(kind, name, visit) else {
      throw Failure.notFound
    }
    return calendar(feed, visit)
  }

  private static func feed(_ kind: CalendarLink.Kind, _ subject: String, _ visit: Visit) -> CalendarFeed? {
    let team = visit.context.shelf.team()
    switch kind {
    case .person: return team.person(subject).map { CalendarFeed(person: $0, of: team, now: visit.now) }
    case .schedule:
      return team.schedule(named: subject).map { CalendarFeed(schedule: $0, of: team, now: visit.now) }
    }
  }

  private static func calendar(_ feed: CalendarFeed, _ visit: Visit) -> Response {
    Reply.bytes(Array(feed.text(now: visit.now).utf8), type: "text/calendar; charset=utf-8")
  }

  /// Makes a link and shows it this once.
  @Sendable static func make(_ visit: Visit) async throws -> Response {
    let parts = visit.form["subject"].split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = CalendarLink.Kind(rawValue: parts[0]), feed(kind, parts[1], visit) != nil else {
      return try await OnCallHandlers.page(visit, error: "Say whose calendar it is.")
    }
    let secret = Secrets.newSecret()
    _ = try await visit.context.write([
      CalendarLinkStatements.create(
        CalendarLink(
          id: visit.context.newID(), kind: kind, subject: parts[1], hash: Secrets.hash(secret), by: visit.actor,
          created: visit.now))
    ])
    return try await OnCallHandlers.page(visit, link: "\(visit.context.origin)/calendar/\(secret).ics")
  }

  @Sendable static func revoke(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("id")) else { throw Failure.notFound }
    do {
      _ = try await visit.context.write([CalendarLinkStatements.revoke(id, at: visit.now)])
    } catch StorageError.conflict {
      // It is revoked already, which is what was asked for.
    }
    return Reply.seeOther("/on-call")
  }
}
