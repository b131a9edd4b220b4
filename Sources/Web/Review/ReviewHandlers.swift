import Engine
import HTTPTypes
import Hummingbird
import Incidents
import Storage

/// The review of one incident: read, filled in, edited, published, taken away.
enum ReviewHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    try await page(visit, try await visit.site.review(of: try await visit.knownIncident()))
  }

  static func page(_ visit: Visit, _ state: ReviewState, refused: String? = nil) async throws -> Response {
    guard let reader = visit.reader else { throw Failure.broken }
    let view = ReviewView(state, now: visit.now, reader: reader, refused: refused)
    var frame = visit.site.frame("Review: \(state.incident.plainHeadline)", place: .reviews, reader: reader)
    frame.toast = visit.query("done").flatMap { Said(rawValue: $0)?.words }
    frame.footer = "Runbook revision \(state.watched.shelved.digest), to which this incident is pinned"
    return Reply.page(
      frame.page { ReviewPage.write(view, into: &$0) }, status: refused == nil ? .ok : .unprocessableContent)
  }

  /// Said once, after it was done.
  enum Said: String {
    case kept, published
    var words: String {
      switch self {
      case .kept: "Kept as a new version."
      case .published: "Published. Its clock is met."
      }
    }
  }

  @Sendable static func edit(_ visit: Visit) async throws -> Response {
    editor(visit, try await visit.site.review(of: try await visit.knownIncident()))
  }

  private static func editor(_ visit: Visit, _ state: ReviewState, text: String? = nil, refused: String? = nil)
    -> Response
  {
    guard let reader = visit.reader else { return Reply.text("", status: .forbidden) }
    let view = ReviewEditView(
      incident: state.incident, text: text ?? state.text, base: state.number, refused: refused,
      diff: text == nil ? [] : TextDiff.lines(from: text ?? "", to: state.text), reader: reader)
    let frame = visit.site.frame("Edit the review: \(state.incident.plainHeadline)", place: .reviews, reader: reader)
    return Reply.page(
      frame.page { ReviewEditPage.write(view, into: &$0) }, status: refused == nil ? .ok : .conflict)
  }

  /// The whole text as somebody wrote it.
  @Sendable static func save(_ visit: Visit) async throws -> Response {
    let text = visit.form["text"].replacing("\r\n", with: "\n")
    return try await keeping(visit, text) { _ in text }
  }

  /// Answers to the places that the template left to people.
  @Sendable static func fill(_ visit: Visit) async throws -> Response {
    try await keeping(visit, nil) { state in
      var answers: [Int: String] = [:]
      for index in state.blanks.indices { answers[index] = visit.form["blank-\(index)"].replacing("\r\n", with: "\n") }
      return ReviewBlanks.filled(state.text, answers)
    }
  }

  private static func keeping(
    _ visit: Visit, _ typed: String?, _ text: (ReviewState) -> String
  ) async throws -> Response {
    let state = try await visit.site.review(of: try await visit.knownIncident())
    do {
      try await desk(visit, state).keep(text(state), after: Int(visit.form["base"]) ?? 0)
    } catch is ReviewDesk.Overtaken {
      let now = try await visit.site.review(of: try await visit.knownIncident())
      return editor(visit, now, text: typed ?? now.text, refused: overtaken(now))
    } catch let refusal as Refusal {
      return try await page(visit, state, refused: refusal.message)
    }
    return Reply.seeOther(Address.act("review", on: state.incident) + "?done=kept")
  }

  private static func overtaken(_ state: ReviewState) -> String {
    let who = state.latest.flatMap { state.watched.name($0.actor) } ?? "Somebody"
    return "\(who) kept version \(state.number) while you wrote. Yours is below and is not kept yet."
  }

  @Sendable static func publish(_ visit: Visit) async throws -> Response {
    let state = try await visit.site.review(of: try await visit.knownIncident())
    do {
      try await desk(visit, state).publish(after: Int(visit.form["base"]) ?? 0)
    } catch let refusal as Refusal {
      return try await page(visit, state, refused: refusal.message)
    } catch is ReviewDesk.Overtaken {
      let now = try await visit.site.review(of: try await visit.knownIncident())
      return try await page(visit, now, refused: "A newer version was kept meanwhile. Read it, then publish.")
    }
    return Reply.seeOther(Address.act("review", on: state.incident) + "?done=published")
  }

  static func desk(_ visit: Visit, _ state: ReviewState) -> ReviewDesk {
    ReviewDesk(context: visit.context, state: state, actor: visit.actor, now: visit.now)
  }

  /// One version, and what it changed.
  @Sendable static func version(_ visit: Visit) async throws -> Response {
    guard let incident = try await visit.incident(), let reader = visit.reader,
      let number = Int(visit.parameter("number"))
    else { throw Failure.notFound }
    let pair = try await visit.context.database.read(ReviewQueries.pair(incident.id, number))
    guard let version = pair.first, version.number == number else { throw Failure.notFound }
    let former = pair.dropFirst().first
    let view = ReviewVersionView(
      incident: incident, version: version,
      who: visit.context.shelf.team().person(version.actor)?.name ?? version.actor,
      diff: TextDiff.lines(from: former?.text ?? "", to: version.text), former: former?.number)
    let frame = visit.site.frame(
      "Version \(number) of the review: \(incident.plainHeadline)", place: .reviews, reader: reader)
    return Reply.page(frame.page { ReviewVersionPage.write(view, into: &$0) })
  }

  @Sendable static func markdown(_ visit: Visit) async throws -> Response {
    let state = try await visit.site.review(of: try await visit.knownIncident())
    return Reply.bytes(Array(state.text.utf8), type: "text/markdown; charset=utf-8")
  }

  /// The text alone, as a page that can be printed, kept or sent on.
  @Sendable static func html(_ visit: Visit) async throws -> Response {
    let state = try await visit.site.review(of: try await visit.knownIncident())
    return Reply.page(ReviewExport.page(state, styles: .linked(visit.context.origin)))
  }
}
