import Engine
import Hummingbird
import Incidents
import Runbooks
import Storage

/// The pages that only show.
enum PageHandlers {
  @Sendable static func home(_ visit: Visit) async throws -> Response {
    let view = try await visit.site.homeView(
      for: try await visit.viewer(), forAdministrator: visit.isAdministrator)
    var frame = visit.site.frame(view.title, place: .now, reader: visit.reader)
    frame.live = "/live?page=home&seen=\(view.version)"
    return Reply.page(frame.page { HomePage.write(view, into: &$0) })
  }

  @Sendable static func runbook(_ visit: Visit) async throws -> Response {
    let current = visit.context.shelf.current()
    guard let shelved = try await wanted(visit, current) else { throw Failure.notFound }
    let team = visit.context.shelf.team()
    let runbook = shelved.runbook
    let roles = runbook.escalation.map(\.target) + runbook.escalationRules.map(\.target) + runbook.contacts.map(\.role)
    let view = RunbookView(
      shelved: shelved, runbooks: RunbookSwitch(current, shown: shelved.id, on: "/runbook"),
      isCurrent: current.contains { $0.id == shelved.id },
      unreachable: LadderReading.holes(runbook, team, now: visit.now),
      holders: TeamAnswers.holders(roles, team, at: visit.now).mapValues { Words.list($0) },
      findings: TeamAnswers.open(runbook, team, at: visit.now))
    let frame = visit.site.frame("The runbook, as understood: Tocsin", place: .runbook, reader: visit.reader)
    return Reply.page(frame.page { RunbookPage.write(view, into: &$0) })
  }

  private static func wanted(_ visit: Visit, _ current: [ShelvedRunbook]) async throws -> ShelvedRunbook? {
    guard let wanted = visit.query("revision") else { return inForce(visit, current) }
    guard let id = Int64(wanted) else { return nil }
    if let known = current.first(where: { $0.id == id }) { return known }
    return try await visit.context.shelf.revision(id)
  }

  /// The runbook that the address names, or the first.
  static func inForce(_ visit: Visit, _ current: [ShelvedRunbook]) -> ShelvedRunbook? {
    guard let name = visit.query("runbook") else { return current.first }
    return current.first { $0.fileName == name || $0.name == name }
  }

  @Sendable static func ladder(_ visit: Visit) async throws -> Response {
    let current = visit.context.shelf.current()
    guard let shelved = inForce(visit, current) else { throw Failure.notFound }
    let team = visit.context.shelf.team()
    let view = LadderView(
      ladders: shelved.runbook.severities.map {
        LadderReading.drill($0, shelved.runbook, team, now: visit.now)
      }, holes: LadderReading.holes(shelved.runbook, team, now: visit.now), citation: Citation(shelved),
      runbooks: RunbookSwitch(current, shown: shelved.id, on: "/ladder"))
    let frame = visit.site.frame("Who is paged: Tocsin", place: .ladder, reader: visit.reader)
    return Reply.page(frame.page { LadderPage.write(view, into: &$0) })
  }

  @Sendable static func incidents(_ visit: Visit) async throws -> Response {
    try await history(visit, error: nil)
  }

  static func history(_ visit: Visit, error: String?) async throws -> Response {
    let count = 50
    let found = try await visit.context.database.read(
      IncidentQueries.recent(limit: count + 1, before: visit.query("before").flatMap { Int64($0) }))
    let team = visit.context.shelf.team()
    var rows: [HistoryView.Row] = []
    let viewer = try await visit.viewer()
    for incident in found.prefix(count) where incident.isVisible(to: viewer) {
      let runbook = try await visit.site.runbook(of: incident).runbook
      rows.append(
        HistoryView.Row(
          incident: incident, mark: SeverityMark(incident.severity, rank: incident.severityRank, in: runbook),
          answeredBy: incident.acknowledgedBy.map { team.person($0)?.name ?? $0 }))
    }
    guard let reader = visit.reader else { throw Failure.broken }
    let current = visit.context.shelf.current()
    let more = found.count > count ? found.dropLast().last.map { "/incidents?before=\($0.id)" } : nil
    let view = HistoryView(
      rows: rows, more: more, now: visit.now, reader: reader,
      severities: current.flatMap { $0.runbook.severities.map(\.name) }.distinct,
      choices: current.map { HistoryView.Choice(runbook: $0.fileName, scenarios: $0.runbook.scenarios.map(\.title)) },
      error: error)
    let frame = visit.site.frame("Incidents: Tocsin", place: .incidents, reader: reader)
    return Reply.page(
      frame.page { HistoryPage.write(view, into: &$0) }, status: error == nil ? .ok : .unprocessableContent)
  }
}
