import Engine
import Incidents
import Runbooks
import Storage

extension Site {
  /// Gathers the first page. Only an administrator is offered what only they may do.
  func homeView(for viewer: Viewer, forAdministrator: Bool) async throws -> HomeView {
    let now = context.now()
    let (open, recent) = try await context.database.read(
      IncidentQueries.open(limit: 20), IncidentQueries.recent(limit: 20))
    var cards: [HomeView.Card] = []
    for incident in open where incident.isVisible(to: viewer) { cards.append(try await card(incident.id)) }
    guard let shelved = context.shelf.current().first else { throw Failure.broken }
    let team = context.shelf.team()
    let current = context.shelf.current()
    let duties = current.map { duty($0, team, now, findings: current.count > 1 ? 2 : 4) }
    var view = HomeView(
      now: now, cards: cards, duties: duties,
      quietSince: recent.filter { !$0.isDrill && $0.status != .cancelled }.compactMap(\.resolvedAt).max(),
      firstStart: recent.isEmpty ? firstStart(shelved, team, now, forAdministrator) : nil)
    view.upkeep = current.compactMap { shelved in
      RunbookReview.clock(shelved.runbook, now: now).map { ($0, Citation(shelved)) }
    }.min { $0.0.due < $1.0.due }
    view.items = try await owedItems(team, for: viewer)
    view.held = try await homeHeld()
    view.untruths = try await untruths().map(FindingRow.init)
    return view
  }

  private func duty(_ shelved: ShelvedRunbook, _ team: Team, _ now: Timestamp, findings most: Int) -> HomeView.Duty {
    let runbook = shelved.runbook
    let quiet = QuietRules.faults(context.shelf.current().map(\.runbook), team).map { fault in
      FindingRow(word: "Warning", level: .warning, fact: fault.text, remedy: fault.hint, line: nil)
    }
    let found =
      LadderReading.holes(runbook, team, now: now) + Coverage.year(team, from: now).holes.map(Self.finding) + quiet
      + TeamAnswers.open(runbook, team, at: now).sorted { $0.level < $1.level }.map(FindingRow.init)
    let board = OnCallReading(runbook: runbook, team: team, now: now)
    return HomeView.Duty(
      name: shelved.fileName, onCall: board.first, later: board.later, findings: Array(found.prefix(most)),
      findingCount: found.count, errorCount: found.count { $0.level == .error }, citation: Citation(shelved))
  }

  private func owedItems(_ team: Team, for viewer: Viewer) async throws -> [HomeView.Item] {
    let open = try await context.database.read(ItemQueries.open(limit: 50))
    let incidents = try await incidents(Set(open.map(\.incident)))
    return open.filter { incidents[$0.incident]?.isVisible(to: viewer) ?? true }.prefix(5).map { item in
      HomeView.Item(
        item: item, owner: team.person(item.owner)?.name ?? item.owner, address: "/incidents/\(item.incident)#items")
    }
  }

  private func card(_ id: Int64) async throws -> HomeView.Card {
    let watched = try await watched(id)
    return HomeView.Card(
      incident: watched.incident, mark: watched.mark, clocks: watched.clocks, firing: watched.view.alerts.firing,
      alerts: watched.view.alerts.total, answeredBy: watched.name(watched.incident.acknowledgedBy),
      citation: watched.citation, flaps: watched.flaps(at: context.now()))
  }

  private func firstStart(
    _ shelved: ShelvedRunbook, _ team: Team, _ now: Timestamp, _ forAdministrator: Bool
  ) -> HomeView.FirstStart {
    let runbook = shelved.runbook
    let holes = context.shelf.current().flatMap { LadderReading.holes($0.runbook, team, now: now) }
    let unbound = Reachability.of(runbook, team, at: now).map { hole in
      FindingRow(word: "Nobody", level: .error, fact: hole.role, remedy: "", line: hole.line)
    }
    let worst = runbook.severities.min { $0.rank < $1.rank }
    return HomeView.FirstStart(
      runbook: Words.list(context.shelf.current().map(\.fileName)), citation: Citation(shelved),
      severities: runbook.severities.count, rungs: runbook.escalation.count, scenarios: runbook.scenarios.count,
      assumptions: runbook.assumptions.count, canPage: holes.isEmpty, facts: firstFacts(runbook),
      unbound: Array(unbound.prefix(3)) + more(unbound.count - 3), origin: context.origin,
      mayMakeKeys: forAdministrator,
      ladder: worst.map { LadderReading.drill($0, runbook, team, now: now) })
  }

  private func more(_ count: Int) -> [FindingRow] {
    guard count > 0 else { return [] }
    return [
      FindingRow(word: "Nobody", level: .error, fact: Words.count(count, "more role"), remedy: "", line: nil)
    ]
  }

  private func firstFacts(_ runbook: Runbook) -> [(text: String, line: Int?)] {
    var facts: [(text: String, line: Int?)] = []
    if let severity = runbook.severities.first { facts.append(("Severities, with answer times", severity.line)) }
    if let rung = runbook.escalation.first {
      facts.append(("Ladder of \(Words.count(runbook.escalation.count, "rung"))", rung.line))
    }
    if let cadence = runbook.cadence.first(where: { $0.minutes != nil }), let minutes = cadence.minutes {
      facts.append(
        ("Update every \(Words.minutes(minutes))\(cadence.severity.map { " for \($0)" } ?? "")", cadence.line))
    }
    return facts
  }
}

/// Who is behind the first rungs of the worst severity now, and behind those after them.
struct OnCallReading {
  let runbook: Runbook
  let team: Team
  let now: Timestamp

  private var steps: [LadderStepState] {
    guard let worst = runbook.severities.min(by: { $0.rank < $1.rank }) else { return [] }
    return LadderState.planned(runbook, LadderQuestion(severity: worst.name), team, at: now)
  }

  var first: [HomeView.OnCall] { steps.prefix(2).map(entry) }

  var later: [HomeView.Later] {
    steps.dropFirst(2).map { step in
      let who = step.names.isEmpty ? "nobody" : Words.list(step.names)
      return HomeView.Later(
        words: "\(who) after \(Words.minutes(Double(step.minute)))", reachesNobody: step.names.isEmpty, line: step.line)
    }
  }

  private func entry(_ step: LadderStepState) -> HomeView.OnCall {
    let paged = step.minute == 0 ? "paged at once" : "paged after \(Words.minutes(Double(step.minute)))"
    return HomeView.OnCall(
      role: step.role, line: step.line, name: step.names.isEmpty ? nil : Words.list(step.names),
      words: handover(step.role) ?? paged)
  }

  /// "until Mon 2026-02-16 09:00 UTC, then Bo Lindqvist"
  private func handover(_ role: String) -> String? {
    guard let (schedule, position) = team.binding(for: role).flatMap({ team.schedule(behind: $0) }),
      schedule.people.count > 1, let end = schedule.endOfDuty(at: now)
    else { return nil }
    let next = schedule.person(at: end, position: position).flatMap(team.person)?.name
    let time = schedule.zone.local(end)
    return "until \(Words.weekday(ofDay: time.day)) \(time.text) \(schedule.zone.name)"
      + (next.map { ", then \($0)" } ?? "")
  }
}
