import Hummingbird
import Incidents
import Storage

/// The on-call page and its forms.
enum OnCallHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response { try await page(visit) }

  @Sendable static func override(_ visit: Visit) async throws -> Response {
    let team = visit.context.shelf.team()
    return try await acted(visit) { fields in
      [try OverrideDesk.override(fields, team, by: visit.actor, now: visit.now)]
    }
  }

  @Sendable static func swap(_ visit: Visit) async throws -> Response {
    let team = visit.context.shelf.team()
    return try await acted(visit) { try OverrideDesk.swap($0, team, by: visit.actor, now: visit.now) }
  }

  @Sendable static func withdraw(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("id")) else { throw Failure.notFound }
    try await OverrideDesk.withdraw(id, by: visit.actor, visit)
    return Reply.seeOther("/on-call")
  }

  private static func acted(
    _ visit: Visit, _ make: (OverrideDesk.Fields) throws -> [Override]
  ) async throws -> Response {
    let form = visit.form
    let fields = OverrideDesk.Fields(
      schedule: form["schedule"], person: form["person"], instead: form["instead"], from: form.text("from"),
      until: form.text("until"), note: form.text("note"))
    do {
      _ = try await OverrideDesk.keep(try make(fields), visit)
      return Reply.seeOther("/on-call")
    } catch let failure as Failure where failure.code == "refused" {
      return try await page(visit, fields: fields, error: failure.notice.words)
    }
  }

  static func page(
    _ visit: Visit, fields: OverrideDesk.Fields = .init(), error: String? = nil, link: String? = nil
  ) async throws -> Response {
    guard let reader = visit.reader else { throw Failure.broken }
    let view = try await visit.site.onCallView(
      month: visit.query("month").flatMap { Month($0) }, reader: reader, fields: fields, error: error, link: link)
    let frame = visit.site.frame("On call: Tocsin", place: .onCall, reader: reader)
    return Reply.page(
      frame.page { OnCallPage.write(view, into: &$0) }, status: error == nil ? .ok : .unprocessableContent)
  }
}
