import Engine
import Hummingbird
import Incidents
import Runbooks
import Storage

/// Writing and posting a message, with or without script.
enum PublishHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    page(try await view(visit, { visit.query($0) ?? "" }), visit)
  }

  private static func page(_ view: PublishView, _ visit: Visit) -> Response {
    let title = "\(view.audience == .external ? "Public update" : "Update"): \(view.incident.plainHeadline)"
    let frame = visit.site.frame(title, place: .now, reader: visit.reader)
    return Reply.page(
      frame.page { PublishPage.write(view, into: &$0) }, status: view.problem == nil ? .ok : .unprocessableContent)
  }

  private static func view(_ visit: Visit, _ field: (String) -> String) async throws -> PublishView {
    guard let reader = visit.reader, let incident = try await visit.incident() else {
      throw Failure.notFound
    }
    return try await visit.site.publishView(
      incident.id, reader: reader, audience: .init(rawValue: field("audience")) ?? .external,
      state: PublicState(rawValue: field("state")), template: Int(field("template")) ?? 0)
  }

  /// What the room's own form holds, as it will be read; nothing is posted.
  static func look(at text: String, covers: Cadence.Audience, on incident: Incident, _ visit: Visit) async throws
    -> Response
  {
    guard let reader = visit.reader else { throw Failure.broken }
    var view = try await visit.site.publishView(
      incident.id, reader: reader, audience: .internal, state: nil, template: 0)
    view.draft.text = text
    view.covers = covers
    return try await preview(view, visit)
  }

  private static func preview(_ view: PublishView, _ visit: Visit) async throws -> Response {
    do {
      return page(try await visit.site.previewed(view, by: visit.actor), visit)
    } catch let refusal as Refusal {
      return page(refused(view, refusal), visit)
    }
  }

  private static func refused(_ view: PublishView, _ refusal: Refusal) -> PublishView {
    var view = view
    view.problem = (field(of: refusal), refusal.message)
    if case .leftOver(let place) = refusal, view.promised.contains(place) {
      view.problem = ("minutes", "The text says when the next update comes. Choose a time, or take \(place) out of it.")
    }
    return view
  }

  /// Puts the answers in their places; then shows it, or posts it.
  @Sendable static func post(_ visit: Visit) async throws -> Response {
    let form = visit.form
    var view = try await view(visit, { form[$0] })
    view.draft = draft(form, view)
    view.covers = Cadence.Audience(rawValue: form["covers"]) ?? .internal
    guard form["do"] != "preview" else { return try await preview(view, visit) }
    do {
      try await carryOut(view, visit)
    } catch let refusal as Refusal {
      return page(refused(view, refusal), visit)
    }
    return Reply.seeOther("\(Address.incident(view.incident))?done=update#timeline")
  }

  private static func draft(_ form: Form, _ view: PublishView) -> PublishView.Draft {
    var draft = PublishView.Draft()
    draft.title = String(form.text("title").prefix(200))
    let answers = (0..<12).map { (slot: String(form["ask-\($0)-slot"].prefix(200)), words: form.text("ask-\($0)")) }
    draft.text = form.text("text")
    draft.minutes = min(max(Int(form["minutes"]) ?? 0, 0), 10_080)
    if view.promises, draft.minutes > 0 {
      draft.text = PromisedPlaces(draft.text, slots: view.slots)
        .answered(view.now + .minutes(draft.minutes), now: view.now)
    }
    draft.text = FilledTemplate.answered(draft.text, answers)
    guard view.state != .resolved else { return draft }
    for part in view.parts {
      guard let state = ComponentState(rawValue: form["part-\(part.component.id)"]), state != .operational else {
        continue
      }
      draft.components[part.component.id] = state
    }
    return draft
  }

  private static func field(of refusal: Refusal) -> String {
    switch refusal {
    case .empty(let what): what.contains("title") ? "title" : "text"
    case .promisePassed: "minutes"
    default: "text"
    }
  }

  private static func carryOut(_ view: PublishView, _ visit: Visit) async throws {
    let acts = visit.context.acts
    guard view.audience == .external else {
      if let left = view.asks.first { throw Refusal.leftOver(left) }
      return try await acts.postUpdate(
        view.incident.id, text: view.draft.text, audience: view.covers, by: visit.actor)
    }
    try await acts.publish(
      PublicUpdate(
        incident: view.incident.id, at: visit.now, state: view.state, title: view.draft.title, text: view.draft.text,
        components: view.draft.components, nextBy: view.state == .resolved ? nil : view.nextBy, began: visit.now),
      by: visit.actor)
    await visit.site.remakeStatus()
  }
}

extension Site {
  /// Makes the public page anew at once after a change. Where that does not go, the loop tries again.
  func remakeStatus() async {
    do {
      try await status.refresh()
    } catch {
      context.logger.error("the public page could not be made anew", metadata: ["error": "\(error)"])
    }
  }
}
