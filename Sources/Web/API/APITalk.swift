import Engine
import Foundation
import Hummingbird
import Incidents
import Runbooks

/// Messages before they are posted, for programs: the runbook's own template filled as far as Tocsin knows, and a text
/// as it will be read on each way that it takes.
enum APITalk {
  private struct TemplateJSON: Encodable {
    var name: String
    var line: Int
  }

  private struct DraftJSON: Encodable {
    var text: String
    /// Places of the text that a person must fill in, as they stand there.
    var asks: [String]
    var state: String?
    var title: String?
    var nextUpdateMinutes: Int?
    /// By identifier of the part.
    var components: [String: String]?
    /// Those of the runbook that fit; the text is of the one that was asked for, by its place here.
    var templates: [TemplateJSON]
  }

  @Sendable static func draft(_ visit: Visit) async throws -> Response {
    let incident = try await APIHandlers.incident(visit)
    let wanted = visit.query("audience") ?? "internal"
    if wanted == "escalation" {
      let filled = visit.site.escalation(try await visit.site.watched(incident.id))
      guard let filled else { throw Failure.refused("The runbook has no message for an escalation.") }
      let template = TemplateJSON(name: filled.name, line: filled.line)
      return try Reply.json(DraftJSON(text: filled.text, asks: filled.asks, templates: [template]))
    }
    guard let audience = TemplateChoice.Audience(rawValue: wanted) else {
      throw Failure.bad("audience: expected one of internal, external, escalation.")
    }
    let template = visit.query("template") ?? "0"
    guard (1...2).contains(template.utf8.count), template.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Failure.bad("template: expected a number from 0 to 99.")
    }
    let view = try await visit.site.publishView(
      incident.id, reader: Frame.Reader(name: "", token: ""), audience: audience,
      state: try state(visit.query("state")), template: Int(template) ?? 0)
    return try Reply.json(json(view))
  }

  private static func json(_ view: PublishView) -> DraftJSON {
    var draft = DraftJSON(
      text: view.draft.text, asks: view.asks,
      templates: view.templates.map { TemplateJSON(name: $0.name, line: $0.line) })
    guard view.audience == .external else { return draft }
    (draft.state, draft.title, draft.nextUpdateMinutes) = (view.state.rawValue, view.draft.title, view.draft.minutes)
    draft.components = view.draft.components.mapValues(\.rawValue)
    return draft
  }

  private static func state(_ word: String?) throws -> PublicState? {
    guard let word, !word.isEmpty else { return nil }
    guard let state = PublicState(rawValue: word) else {
      throw Failure.bad("state: expected one of \(PublicState.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return state
  }

  private struct Wish: Decodable {
    var text: String
    var audience: String?
    var state: String?
    var title: String?
    var components: [String: String]?
    var nextUpdateMinutes: Int?
    var actor: String?
  }

  private struct PreviewJSON: Encodable {
    /// Places of the text that are still open; with one of them nothing can be posted.
    var asks: [String]
    var ways: [PublishWay]
  }

  @Sendable static func preview(_ visit: Visit) async throws -> Response {
    let incident = try await APIHandlers.incident(visit)
    let wish: Wish = try APIStatusHandlers.read(visit)
    let audience = Cadence.Audience(rawValue: wish.audience ?? "internal")
    guard let audience else { throw Failure.bad("audience: expected one of internal, external, both.") }
    var view = try await visit.site.publishView(
      incident.id, reader: Frame.Reader(name: "", token: ""), audience: audience == .external ? .external : .internal,
      state: try state(wish.state), template: 0)
    view.draft.text = String(wish.text.prefix(8_000))
    view.covers = audience
    if view.audience == .external {
      view.draft.title = String((wish.title ?? view.draft.title).prefix(200))
      view.draft.minutes = min(max(wish.nextUpdateMinutes ?? view.draft.minutes, 0), 10_080)
      if let given = wish.components {
        view.draft.components = try APIStatusHandlers.components(given, visit)
      }
    }
    let who = try await APIHandlers.actor(wish.actor, visit)
    let seen = try await APIHandlers.refusing { [view] in try await visit.site.previewed(view, by: who) }
    return try Reply.json(PreviewJSON(asks: seen.asks, ways: seen.ways))
  }
}
