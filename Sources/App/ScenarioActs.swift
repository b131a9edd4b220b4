import Engine
import Incidents
import Runbooks
import Storage
import Web

/// Which scenario of which runbook an incident is about, by a person's word.
extension IncidentActs {
  /// More identities than one incident's alerts ever have in earnest.
  private static let most = 200

  /// The person's choice is kept for the next time that these alerts come, in the same commit.
  func changeScenario(_ incident: Int64, to scenario: String?, by actor: String) async throws {
    guard let view = try await decisions.view(incident) else { throw Decisions.Unknown() }
    let alerts = try await decisions.database.read(AlertQueries.of(incident, limit: Self.most))
    let runbook = try await decisions.shelf.revision(view.incident.runbook)?.name ?? ""
    let title = view.policy.runbook.scenarios.first { $0.title.lowercased() == scenario?.lowercased() }?.title
    let said = identities(alerts).map {
      ScenarioCorrection(
        identity: $0, runbook: runbook, scenario: title, actor: actor, at: decisions.clock.now())
    }
    let isChange = title != view.incident.scenario
    let keep = isChange && !said.isEmpty ? [CorrectionStatements.remember(said)] : []
    try await decisions.decide(incident, also: keep) { [desk] view, now in
      var plan = try Engine.changeScenario(view, to: scenario, by: actor, now: now)
      guard isChange else { return plan }
      let grouped = cause(of: plan.incident, runbook, alerts)
      if desk.isFree(grouped, for: incident) { plan.incident.cause = grouped }
      if let place = plan.entries.firstIndex(where: { $0.kind == .scenario }), !keep.isEmpty {
        plan.entries[place].detail += plan.entries[place].detail.isEmpty ? "" : " "
        plan.entries[place].detail += "Kept for the next time this alert comes."
      }
      return plan
    }
    if isChange { decisions.shelf.remember(said) }
  }

  func forgetScenario(_ incident: Int64, by actor: String) async throws {
    let alerts = try await decisions.database.read(AlertQueries.of(incident, limit: Self.most))
    let known = decisions.shelf.corrections(identities(alerts)).map(\.identity)
    guard !known.isEmpty else { throw Refusal.nothingKept }
    try await decisions.decide(incident, also: [CorrectionStatements.forget(known)]) { view, now in
      Engine.scenarioForgotten(view, by: actor, now: now)
    }
    decisions.shelf.forget(known)
  }

  private func identities(_ alerts: [Alert]) -> [String] { alerts.map(\.identity).filter { !$0.isEmpty }.distinct }

  /// What further alerts are grouped by from now on. An incident without alerts keeps its own.
  private func cause(of incident: Incident, _ runbook: String, _ alerts: [Alert]) -> String {
    guard let first = alerts.first else { return incident.cause }
    let shelf = decisions.shelf.snapshot()
    let place = shelf.current.firstIndex { $0.name == runbook } ?? 0
    if let scenario = incident.scenario {
      return Cause.key(scenario: shelf.subject(scenario, of: place), service: incident.service)
    }
    let event = AlertEvent(action: .trigger, dedupKey: first.dedupKey, summary: first.summary, labels: first.labels)
    return Cause.key(event, scenario: nil, integration: first.integration, unique: first.dedupKey)
  }

  func moveRunbook(_ incident: Int64, to wanted: Int64?, by actor: String) async throws {
    guard let view = try await decisions.view(incident) else { throw Decisions.Unknown() }
    guard let pinned = try await decisions.shelf.revision(view.incident.runbook),
      let newer = decisions.shelf.successor(of: pinned), wanted ?? newer.id == newer.id,
      let policy = try await decisions.shelf.policy(newer.id)
    else { throw Refusal.notInForce }
    let revision = Revision(id: newer.id, read: newer.readAt, policy: policy)
    try await decisions.decide(incident) { view, now in
      try Engine.move(view, to: revision, by: actor, now: now)
    }
  }

  func declare(_ wanted: Declaration, by actor: String) async throws -> Int64 {
    let shelf = decisions.shelf.snapshot()
    guard wanted.title.contains(where: { !$0.isWhitespace }) else { throw Refusal.empty("title") }
    let (place, match) = try Self.place(wanted, shelf)
    guard shelf.current.indices.contains(place) else { throw Decisions.Unknown() }
    let (runbook, now) = (shelf.current[place], decisions.clock.now())
    let scenario = wanted.scenario ?? match?.title
    let chosen = try SeverityChoice.declared(
      wanted.severity, title: wanted.title, scenario: scenario, runbook: runbook.runbook)
    let (id, name) = desk.newIncident(runbook.runbook.incidentNameForm, at: now)
    var opening = Opening(
      id: id, name: name, title: wanted.title, cause: "d:\(id)", scenario: scenario, severity: chosen,
      reasons: match?.why ?? [], revision: runbook.id, source: actor)
    opening.isDrill = wanted.isDrill
    return try await decisions.declare(
      Engine.declare(opening, by: actor, shelf.policies[place], turns: decisions.desk.turns.counts, now: now)
    ).incident.id
  }

  /// The runbook that is named, else the one with the named scenario, else the one whose scenario the title fits.
  private static func place(
    _ wanted: Declaration, _ shelf: RunbookShelf.Snapshot
  ) throws(Refusal) -> (Int, ScenarioMatch?) {
    var among: Set<Int>?
    if let name = wanted.runbook {
      guard let named = shelf.current.firstIndex(where: { $0.name == name || $0.fileName == name }) else {
        throw .unknownRunbook(name, known: shelf.current.map(\.fileName))
      }
      among = [named]
    }
    if let title = wanted.scenario {
      let holder = shelf.current.indices.first { place in
        (among?.contains(place) ?? true) && shelf.current[place].runbook.scenarios.contains { $0.title == title }
      }
      guard let holder else { throw .unknownScenario(title) }
      return (holder, nil)
    }
    let best = shelf.best(summary: wanted.title, labels: [:], among: among)
    return (best?.place ?? among?.first ?? 0, best?.match)
  }
}
