import Engine
import Incidents
import Runbooks
import Storage

extension Site {
  /// Entries shown before the rest is asked for.
  static let shownEntries = 100

  /// Gathers the room of an incident for a reader.
  func roomView(
    _ id: Int64, reader: Frame.Reader, whole: Bool = false, problem: RoomView.Problem? = nil
  ) async throws -> RoomView {
    var view = try await roomView(id, whole: whole, isLive: false).seen(by: reader)
    // Whoever asks for the page is about to be there.
    view.present = Set(view.present + [reader.name]).sorted()
    view.problem = problem
    return view
  }

  /// The room as nobody in particular sees it, with what not everybody may know: only `seen` makes a page of it.
  /// A live one leaves out what does not change while somebody looks.
  func roomView(_ id: Int64, whole: Bool = false, isLive: Bool) async throws -> RoomView {
    let watched = try await watched(id)
    let limit = whole ? 5_000 : Site.shownEntries
    let (alerts, entries, runs) = try await context.database.read(
      AlertQueries.of(id, limit: 50), TimelineQueries.of(id, order: .newestFirst, limit: limit), RunQueries.of(id))
    let incident = watched.incident
    var view = RoomView(
      incident: incident, mark: watched.mark, definition: watched.definition, citation: watched.citation,
      runbook: watched.runbook, now: watched.now, people: watched.names, clocks: watched.clocks,
      alerts: alerts.reversed(), firing: watched.view.alerts.firing, entries: entries,
      older: max(0, incident.entries - entries.count), ladder: LadderReading.running(watched),
      paged: paged(watched), next: watched.nextRung, situations: watched.situations, others: watched.others,
      consequence: watched.consequence,
      scenario: watched.runbook.scenarios.first { $0.title == incident.scenario },
      runs: runs, hasReview: !incident.status.isOpen, untruths: try await untruths().filter { $0.incident == id },
      reader: Frame.Reader(name: "", token: ""))
    try await addSurroundings(to: &view, isLive: isLive)
    (view.newer, view.values) = (newer(than: watched), watched.team.values)
    view.flaps = watched.flaps(at: watched.now)
    view.kept = kept(alerts, watched)
    addCandidates(alerts, watched, to: &view)
    view.former = try await former(entries)
    view.phases = PhaseState.of(watched.view, now: watched.now)
    view.lists = Checklists(incident, watched.runbook).all
    view.callable = incident.status.isOpen ? Callable.all(watched.view, now: watched.now) : []
    view.escalation = escalation(watched)
    view.closing = Closing(watched.view, now: watched.now)
    view.roles = RoomRole.all(watched.view, now: watched.now)
    (view.items, view.lostWords) = (watched.view.items, lostWords(watched))
    view.notices = OfferedNotice.of(watched.view)
    let contacts = TeamAnswers.holders(watched.runbook.contacts.map(\.role), watched.team, at: watched.now)
    view.holders = contacts.mapValues { Words.list($0) }
    return view
  }

  private func lostWords(_ watched: Watched) -> [String] {
    let lost = watched.view.pages.filter { $0.reason == .update && Delivery.isLost($0, now: watched.now) }
    return lost.suffix(3).map { page in
      "The update of \(CivilTime(page.created).clock) has not reached \(page.method.channel): \(page.evidence)"
    }
  }

  /// Whom the ladder has reached in this round.
  private func paged(_ watched: Watched) -> [String] {
    let round = watched.incident.round
    let reached = watched.view.pages.filter { $0.round == round && $0.reason.climbs }
    return reached.map { watched.name($0.person) ?? $0.person }.distinct
  }

  private func addSurroundings(to view: inout RoomView, isLive: Bool) async throws {
    let incident = view.incident
    view.present = present.names(in: incident.id)
    let pins = incident.engagement.room.pins.map { RowID.make(incident: incident.id, number: $0) }
    if !pins.isEmpty { view.pinned = try await context.database.read(TimelineQueries.some(pins)) }
    view.files = try await context.database.read(AttachmentQueries.of(incident.id))
    let (changes, others) = try await context.database.read(
      ChangeQueries.between(incident.opened - .hours(6), incident.resolvedAt ?? view.now, limit: 12),
      IncidentQueries.open(limit: 20))
    view.changes = changes
    view.openOthers = incident.status.isOpen ? others.filter { $0.id != incident.id } : []
    view.relations = try await relations(incident)
    if !isLive { view.similar = try await similar(to: incident) }
  }

  private func newer(than watched: Watched) -> RoomView.Newer? {
    guard watched.incident.status.isOpen, let newer = context.shelf.successor(of: watched.shelved),
      newer.id != watched.shelved.id
    else { return nil }
    return RoomView.Newer(
      id: newer.id, read: Words.moment(newer.readAt),
      changes: RunbookDiff.changes(from: watched.runbook, to: newer.runbook), citation: Citation(newer))
  }

  /// What else the alert that opened it may be about; nothing where a person has said it.
  private func addCandidates(_ alerts: [Alert], _ watched: Watched, to view: inout RoomView) {
    let isSaid = alerts.isEmpty ? watched.incident.scenario != nil : !kept(alerts, watched).isEmpty
    guard watched.incident.status.isOpen, !isSaid else { return }
    let (summary, labels) = alerts.last.map { ($0.summary, $0.labels) } ?? (watched.incident.title, [:])
    let found = context.shelf.candidates(summary, labels, of: watched.shelved)
    // A label that names the scenario leaves no doubt, whatever the words say.
    let isNamed = watched.incident.reasons.contains { $0.text.hasPrefix("label ") }
    view.isDoubtful = !isNamed && isDoubtful(found, watched.incident.scenario)
    view.candidates = Array(found.filter { $0.title != watched.incident.scenario }.prefix(3))
  }

  /// No scenario was found, or another has half of what speaks for it.
  private func isDoubtful(_ found: [ScenarioMatch], _ scenario: String?) -> Bool {
    guard let own = found.first(where: { $0.title == scenario }) else { return true }
    return found.contains { $0.title != scenario && $0.score >= own.score * 0.65 }
  }

  /// The runbook's message for an escalation; nil where it has none, or where nothing is to be escalated.
  func escalation(_ watched: Watched) -> (name: String, text: String, asks: [String], line: Int)? {
    let incident = watched.incident
    guard incident.status.isOpen,
      let template = EscalationMessage.template(watched.runbook, severity: incident.severity)
    else { return nil }
    var facts = KnownFacts(now: watched.now, opened: incident.opened)
    facts.name = incident.name
    facts.title = incident.headline
    facts.severity = incident.severity
    facts.severities = watched.runbook.severities.map(\.name)
    facts.responder = watched.name(incident.acknowledgedBy) ?? ""
    facts.room = context.origin + Address.incident(incident)
    let filled = FilledTemplate(template, facts)
    return (template.name, filled.text, filled.asks, template.line)
  }

  /// "Database down, said by Ana Ruiz on 2026-02-14"
  private func kept(_ alerts: [Alert], _ watched: Watched) -> [String] {
    let known = context.shelf.corrections(alerts.map(\.identity).distinct)
    return known.map { said in
      let who = watched.name(said.actor) ?? said.actor
      return "\(said.scenario ?? "No scenario"), corrected by \(who) on \(CivilTime(said.at).date)"
    }.distinct
  }

  /// Lines of entries from before a move lead to the revision that they were written under.
  private func former(_ entries: [TimelineEntry]) async throws -> [Int64: Citation] {
    var citations: [Int64: Citation] = [:]
    for id in Set(entries.compactMap(\.revision)) {
      citations[id] = try await context.shelf.revision(id).map { Citation($0) }
    }
    return citations
  }

  /// Gathers what the link of a page shows. nil where the page is gone or the link too old.
  func acknowledgeView(token: String) async throws -> (view: AcknowledgeView, page: Page)? {
    guard let id = PageLink.page(of: token, secret: context.secret),
      let page = try await context.database.read(PageQueries.byId(id)).first,
      context.now() - page.created < PageLink.life.times(context.pace)
    else { return nil }
    let watched = try await watched(RowID.incident(of: id))
    let alert = try await context.database.read(AlertQueries.of(watched.incident.id, limit: 1)).first
    let next = watched.clocks.filter { !$0.state.isQuiet && $0.kind == .rung }.min { $0.due < $1.due }
    let view = AcknowledgeView(
      incident: watched.incident, mark: watched.mark, summary: alert?.summary ?? "",
      person: watched.name(page.person) ?? "", next: next, nextRung: watched.nextRung,
      consequence: watched.consequence, state: Site.state(watched, page), token: token, now: watched.now,
      citation: watched.citation)
    return (view, page)
  }

  private static func state(_ watched: Watched, _ page: Page) -> AcknowledgeView.State {
    let incident = watched.incident
    guard incident.status.isOpen else { return .over }
    if let own = incident.engagement.answers.first(where: { $0.person == page.person }),
      incident.engagement.handover?.to != page.person
    {
      return .answered(watched.name(page.person) ?? page.person, own.at)
    }
    // Who was called in until it is resolved, or is to take it over, still owes an answer.
    if page.until == .resolved, incident.status != .monitoring { return .open }
    guard incident.acknowledgedAt != nil || incident.status != .triggered else { return .open }
    return .answered(watched.name(incident.acknowledgedBy) ?? "Somebody", incident.acknowledgedAt)
  }
}

extension Span {
  /// For a demo's fast clock: as long for the people who look on.
  func times(_ pace: Double) -> Span {
    let long = Double(microseconds) * max(1, pace)
    return Span(microseconds: long < 9e18 ? Int64(long) : .max)
  }
}
