import Hummingbird
import Incidents
import Intake
import Storage

/// The status page from inside: whether it is true, who follows it, and the work that is announced on it.
enum AnnouncementHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response { try await page(visit) }

  private static func page(_ visit: Visit, problem: String? = nil) async throws -> Response {
    guard let reader = visit.reader else { throw Failure.broken }
    await visit.site.remakeStatus()
    guard let board = visit.site.status.board() else { throw Failure.unavailable("The store does not answer.") }
    let (followers, sends) = try await visit.context.database.read(SubscriberQueries.counts, BulletinQueries.counts)
    let view = AnnouncementView(
      board: board, untruths: try await visit.site.untruths(), reader: reader, problem: problem,
      mails: followers.first { $0.kind == .mail }?.count ?? 0,
      hooks: followers.first { $0.kind == .webhook }?.count ?? 0,
      waiting: sends.filter { ["pending", "sending"].contains($0.status) }.reduce(0) { $0 + $1.count },
      failed: sends.first { $0.status == "failed" }?.count ?? 0, form: visit.form, takesMail: visit.site.takesMail)
    let frame = visit.site.frame("Status page: Tocsin", reader: reader)
    return Reply.page(
      frame.page { AnnouncementPage.write(view, into: &$0) }, status: problem == nil ? .ok : .unprocessableContent)
  }

  @Sendable static func announce(_ visit: Visit) async throws -> Response {
    let form = visit.form
    let parts = (visit.site.status.board()?.parts ?? []).map(\.component.id)
    let work = Maintenance(
      id: visit.context.newID(), title: String(form.text("title").prefix(200)),
      text: String(form.text("text").prefix(8_000)),
      components: parts.filter { form["part-\($0)"] == "on" },
      starts: EventTime.read(form.text("starts")) ?? Timestamp(microseconds: 0),
      ends: EventTime.read(form.text("ends")) ?? Timestamp(microseconds: 0), announced: visit.now)
    if let problem = problem(of: work, now: visit.now) { return try await page(visit, problem: problem) }
    _ = try await visit.context.write(PublicStatements.announced(work))
    await visit.site.remakeStatus()
    return Reply.seeOther("/public")
  }

  /// Why this cannot be announced; nil where it can.
  static func problem(of work: Maintenance, now: Timestamp) -> String? {
    if !work.title.contains(where: { !$0.isWhitespace }) { return "The title is empty." }
    if work.starts.microseconds == 0 || work.ends.microseconds == 0 {
      return "A time is missing, or is not written like 2026-02-14T08:00Z."
    }
    if work.ends <= work.starts { return "It ends before it begins." }
    if work.ends <= now { return "It is over already." }
    return work.ends - work.starts > .days(30) ? "It lasts longer than 30 days." : nil
  }

  @Sendable static func cancel(_ visit: Visit) async throws -> Response {
    try await cancel(visit.parameter("id"), visit)
    return Reply.seeOther("/public")
  }

  /// Calls it off, or ends it where it runs.
  static func cancel(_ id: String, _ visit: Visit) async throws {
    guard let id = Int64(id) else { throw Failure.notFound }
    do {
      _ = try await visit.context.write([PublicStatements.cancel(id, at: visit.now)])
    } catch StorageError.conflict {
      throw Failure.notFound
    }
    await visit.site.remakeStatus()
  }
}
