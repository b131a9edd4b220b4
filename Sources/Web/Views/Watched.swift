import Engine
import Incidents
import Runbooks
import Storage

/// One incident with all that governs it: what every page about it starts from.
struct Watched: Sendable {
  var view: IncidentView
  var shelved: ShelvedRunbook
  var now: Timestamp

  var incident: Incident { view.incident }
  var runbook: Runbook { shelved.runbook }
  var team: Team { view.policy.team }
  var citation: Citation { Citation(shelved) }
  var mark: SeverityMark { SeverityMark(incident.severity, rank: incident.severityRank, in: runbook) }
  var clocks: [Clock] { Clocks.running(view, now: now) }
  var names: [String: String] { Dictionary(team.people.map { ($0.id, $0.name) }) { first, _ in first } }
  /// It begins to burn again and again.
  func flaps(at time: Timestamp) -> Bool {
    team.gathering.flapping.holds(incident.engagement.beginnings, at: time)
  }
  func name(_ id: String?) -> String? { id.map { names[$0] ?? $0 } }
  var situations: [Situations.Row] { Situations.rows(view, now: now) }
  var rungs: [LadderStepState] { steps }
  /// Whom it may be handed to: everybody who can be paged but whoever has it. Nobody while nobody has it.
  var others: [(id: String, name: String)] {
    guard incident.status.isOpen, let holder = incident.acknowledgedBy else { return [] }
    return team.people.filter { $0.id != holder && !$0.methods.isEmpty }.map { ($0.id, $0.name) }
  }

  /// The severity's own words in the runbook.
  var definition: Said? {
    SeverityWords.find(incident.severity, in: runbook.severities).map { Said($0.definition, line: $0.line) }
  }

  private var steps: [LadderStepState] { LadderState.of(view, now: now) }

  /// The next rung that reaches somebody and was not climbed yet; it can be paged by hand at any time.
  var nextRung: (step: Int, name: String)? {
    guard incident.status.isOpen else { return nil }
    let waiting = steps.first { ($0.state == .willPage || $0.state == .stopped) && !$0.names.isEmpty }
    return waiting.map { ($0.index, Words.list($0.names)) }
  }

  /// "Acknowledging stops the pages to you and the rungs at 45 min and 60 min. The rung at 30 min goes on until
  /// resolved."
  var consequence: String {
    let waiting = steps.filter { $0.state == .willPage }
    let stops = waiting.filter { !$0.untilResolved }.map { Words.minutes(Double($0.minute)) }
    let goes = waiting.filter(\.untilResolved).map { Words.minutes(Double($0.minute)) }
    let stopped = stops.isEmpty ? "" : " and the \(stops.count == 1 ? "rung" : "rungs") at \(Words.list(stops))"
    guard !goes.isEmpty else { return "Acknowledging stops the pages to you\(stopped)." }
    let going = goes.count == 1 ? "rung at \(goes[0]) goes" : "rungs at \(Words.list(goes)) go"
    return "Acknowledging stops the pages to you\(stopped). The \(going) on until resolved."
  }
}

extension Site {
  /// The incident that an address names: its identifier, or its name. nil where there is none.
  func incident(_ reference: String) async throws -> Incident? {
    if let id = Int64(reference), let found = try await context.database.read(IncidentQueries.byId(id)).first {
      return found
    }
    guard reference.utf8.count <= 200, !reference.utf8.contains(0) else { return nil }
    return try await context.database.read(IncidentQueries.byName(reference)).first
  }

  /// One incident with its runbook and team; throws `notFound` where there is none.
  func watched(_ id: Int64) async throws -> Watched {
    guard let stored = try await context.database.view(id) else { throw Failure.notFound }
    let shelved = try await runbook(of: stored.incident)
    guard let policy = try await context.shelf.policy(shelved.id) else { throw Failure.broken }
    let view = IncidentView(
      incident: stored.incident, pages: stored.pages, alerts: stored.alerts, policy: policy, items: stored.items,
      turns: try await turns(policy.team))
    return Watched(view: view, shelved: shelved, now: context.now())
  }

  /// Whose turn it is, where the team file has anybody take turns.
  private func turns(_ team: Team) async throws -> [String: Int] {
    guard team.roles.contains(where: \.inTurn) else { return [:] }
    return Dictionary(try await context.database.read(TurnQueries.all).map { ($0.role, $0.taken) }) { first, _ in first
    }
  }

  /// The revision that the incident pinned; the one in force where that cannot be read any more.
  func runbook(of incident: Incident) async throws -> ShelvedRunbook {
    if let pinned = try await context.shelf.revision(incident.runbook) { return pinned }
    guard let first = context.shelf.current().first else { throw Failure.broken }
    return first
  }
}
