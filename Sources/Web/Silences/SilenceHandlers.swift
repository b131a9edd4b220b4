import Hummingbird
import Incidents
import Storage

/// The page of silences and its forms.
enum SilenceHandlers {
  /// `?alert=ID` fills the form for that alert.
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    var form = SilenceForm()
    if let id = visit.query("alert").flatMap({ Int64($0) }),
      let alert = try await visit.context.database.read(AlertQueries.byId(id)).first
    {
      form = SilenceForm(of: alert)
    }
    return try await page(visit, form: form)
  }

  @Sendable static func make(_ visit: Visit) async throws -> Response {
    let form = SilenceForm(visit.form)
    do {
      let name = visit.reader?.name ?? visit.actor
      _ = try await visit.context.acts.silence(try form.silence(by: name, now: visit.now), reaching: nil)
      return Reply.seeOther("/silences")
    } catch let refusal as SilenceRefusal {
      return try await page(visit, form: form, error: refusal.plainly)
    }
  }

  @Sendable static func expire(_ visit: Visit) async throws -> Response {
    do {
      try await visit.context.acts.expireSilence(visit.parameter("id"), reaching: nil)
    } catch is SilenceRefusal { throw Failure.notFound }
    return Reply.seeOther("/silences")
  }

  private static func page(_ visit: Visit, form: SilenceForm, error: String? = nil) async throws -> Response {
    guard let reader = visit.reader else { throw Failure.broken }
    let view = SilencesView(
      now: visit.now, rows: try await visit.site.silenceRows(endedAfter: visit.now - .days(1)),
      waiting: try await visit.context.database.read(AlertQueries.heldBack(limit: 50)), form: form, error: error,
      reader: reader)
    let frame = visit.site.frame("Silences: Tocsin", place: .silences, reader: reader)
    return Reply.page(
      frame.page { SilencesPage.write(view, into: &$0) }, status: error == nil ? .ok : .unprocessableContent)
  }
}

extension Site {
  /// Stored silences and the windows of the team file; those that hold first.
  func silenceRows(endedAfter since: Timestamp) async throws -> [SilencesView.Row] {
    let now = context.now()
    let stored = try await context.database.read(SilenceQueries.all(endedAfter: since, limit: 500))
    let windows = context.shelf.maintenance().filter { $0.ends > since }
    let all = (windows + stored).sorted { ($0.state(at: now).order, $0.ends) < ($1.state(at: now).order, $1.ends) }
    let active = all.filter { $0.state(at: now) == .active }
    var covers: [String: Int] = [:]
    var last: Int64 = 0
    // Beyond some thousand alerts nobody needs the exact count.
    for _ in 0..<10 where !active.isEmpty {
      let part = try await context.database.read(AlertQueries.firing(after: last))
      guard let end = part.last?.id else { break }
      last = end
      for silence in active {
        covers[silence.id, default: 0] += part.count { silence.covers($0.labels, of: $0.integration) }
      }
    }
    return all.map { .init(silence: $0, state: $0.state(at: now), covers: covers[$0.id] ?? 0) }
  }
}

extension Silence.State {
  fileprivate var order: Int {
    switch self {
    case .active: 0
    case .pending: 1
    case .expired: 2
    }
  }
}
