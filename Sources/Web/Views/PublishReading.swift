import Engine
import Incidents
import Runbooks
import Storage

extension Site {
  /// Gathers the page on which a message is written, with the template filled as far as Tocsin knows.
  func publishView(
    _ id: Int64, reader: Frame.Reader, audience: TemplateChoice.Audience, state: PublicState?, template: Int
  ) async throws -> PublishView {
    let watched = try await watched(id)
    let (updates, followers, runs) = try await context.database.read(
      PublicQueries.updates(of: id), SubscriberQueries.counts, RunQueries.of(id, limit: 100))
    let said = PublicIncident(updates)
    let state = state ?? Self.state(after: said, watched.incident)
    let templates = TemplateChoice.fitting(
      watched.runbook, audience, state: state, severity: watched.incident.severity)
    var view = PublishView(
      incident: watched.incident, mark: watched.mark, citation: watched.citation, now: watched.now, reader: reader,
      audience: audience, state: state, templates: templates,
      chosen: templates.indices.contains(template) ? template : 0, parts: try await parts(), said: said,
      cadence: TemplateChoice.cadence(watched.runbook, watched.incident.severity), draft: PublishView.Draft())
    view.mails = followers.first { $0.kind == .mail }?.count ?? 0
    view.hooks = followers.first { $0.kind == .webhook }?.count ?? 0
    view.chats = watched.incident.isPrivate ? [] : watched.team.updates.map(\.channel)
    view.origin = context.origin
    view.failed = FailedCheck.of(
      watched.incident, watched.runbook, runs: runs, components: view.parts.map(\.component))
    view.draft = draft(view, watched)
    return view
  }

  /// The message as it will be read. Throws `Refusal` where it could not be posted at all.
  func previewed(_ view: PublishView, by actor: String) async throws -> PublishView {
    var view = view
    view.isPreview = true
    guard view.audience == .internal else {
      for (words, what) in [(view.draft.title, "public title"), (view.draft.text, "public update")]
      where !words.contains(where: { !$0.isWhitespace }) {
        throw Refusal.empty(what)
      }
      return view
    }
    view.spoken = try await context.acts.preview(
      view.incident.id, text: view.draft.text, audience: view.covers, by: actor)
    return view
  }

  /// The page's parts as they stand; made anew where none was made yet.
  private func parts() async throws -> [StatusBoard.Part] {
    if status.board() == nil { try await status.refresh() }
    return status.board()?.parts ?? []
  }

  private static func state(after said: PublicIncident?, _ incident: Incident) -> PublicState {
    guard incident.status.isOpen else { return .resolved }
    return incident.status == .monitoring ? .monitoring : said?.state ?? .investigating
  }

  /// What stands in the fields at first: the last words' title and parts, the template, the runbook's interval.
  private func draft(_ view: PublishView, _ watched: Watched) -> PublishView.Draft {
    var draft = PublishView.Draft()
    draft.title = view.said?.title ?? ""
    draft.minutes = view.state == .resolved ? 0 : view.cadence?.minutes ?? 0
    let touched = view.said?.components ?? [:]
    if view.state != .resolved {
      draft.components = touched
      if view.said == nil, let part = view.parts.first(where: { $0.component.covers(watched.incident.service) }) {
        draft.components[part.component.id] = .degraded
      }
      for check in view.failed where draft.components[check.component] == nil {
        draft.components[check.component] = .degraded
      }
    }
    guard view.templates.indices.contains(view.chosen) else { return draft }
    draft.text = FilledTemplate(view.templates[view.chosen], facts(view, draft, watched)).text
    return draft
  }

  /// Messages to the world are told nothing that only the inside knows.
  private func facts(_ view: PublishView, _ draft: PublishView.Draft, _ watched: Watched) -> KnownFacts {
    let incident = watched.incident
    let minutes = view.audience == .internal ? Self.internalMinutes(watched) : draft.minutes
    var facts = KnownFacts(
      now: watched.now, opened: incident.opened, nextBy: minutes > 0 ? watched.now + .minutes(minutes) : nil)
    facts.state = StatusWords.state(view.state)
    facts.page = context.origin + "/status"
    facts.components = view.parts.filter { draft.components[$0.component.id] != nil }.map(\.component.name)
    guard view.audience == .internal else { return facts }
    facts.name = incident.name
    facts.title = incident.headline
    facts.severity = incident.severity
    facts.severities = watched.runbook.severities.map(\.name)
    facts.responder = watched.name(incident.acknowledgedBy) ?? ""
    facts.room = context.origin + Address.incident(incident)
    return facts
  }

  private static func internalMinutes(_ watched: Watched) -> Int {
    let clock = watched.clocks.first { $0.kind == .updateDue && !$0.state.isQuiet }
    return clock.map { Int(clamping: $0.interval.minutes) } ?? 0
  }
}
