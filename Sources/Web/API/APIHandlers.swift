import Engine
import Foundation
import Hummingbird
import Incidents
import Runbooks
import Storage

/// `/api/v1`: what the command line and other programs use.
enum APIHandlers {
  @Sendable static func list(_ visit: Visit) async throws -> Response {
    struct Listing: Encodable { var incidents: [IncidentJSON] }
    let status = visit.query("status") ?? "open"
    let found: [Incident]
    switch status {
    case "open": found = try await visit.context.database.read(IncidentQueries.open(limit: 500))
    case "all": found = try await visit.context.database.read(IncidentQueries.recent(limit: 500))
    default:
      guard let wanted = Incident.Status(rawValue: status) else {
        let known = (["open", "all"] + Incident.Status.allCases.map(\.rawValue)).joined(separator: ", ")
        throw Failure.bad("status: expected one of \(known).")
      }
      found = try await visit.context.database.read(IncidentQueries.recent(limit: 500)).filter { $0.status == wanted }
    }
    var rows: [IncidentJSON] = []
    let viewer = try await visit.viewer()
    for incident in found where incident.isVisible(to: viewer) { rows.append(try await head(incident, visit)) }
    return try Reply.json(Listing(incidents: rows))
  }

  private static func head(_ incident: Incident, _ visit: Visit) async throws -> IncidentJSON {
    let runbook = try await visit.site.runbook(of: incident).runbook
    let label = runbook.severities.first { $0.name == incident.severity }?.label ?? ""
    return IncidentJSON(incident, label: label)
  }

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    try Reply.json(try await whole(try await incident(visit).id, visit))
  }

  /// An incident with its alerts, pages, clocks, reasons and timeline.
  static func whole(_ id: Int64, _ visit: Visit) async throws -> IncidentJSON {
    let watched = try await visit.site.watched(id)
    let opened = watched.incident.opened
    let (alerts, pages, timeline, changes) = try await visit.context.database.read(
      AlertQueries.of(id), PageQueries.of(id), TimelineQueries.of(id, limit: 5_000),
      ChangeQueries.between(opened - .hours(2), watched.incident.resolvedAt ?? visit.now))
    var json = IncidentJSON(watched.incident, label: watched.mark.label)
    json.flapping = watched.flaps(at: visit.now)
    json.reasons = watched.incident.reasons
    json.alerts = alerts.map(AlertJSON.init)
    json.pages = pages.map { PageJSON($0, name: watched.team.receiver(of: $0)?.name ?? $0.person) }
    json.rungs = watched.rungs.map { RungJSON($0, from: watched.incident.roundStart) }
    json.situations = watched.situations.map(SituationJSON.init)
    json.answers = watched.incident.engagement.answers.map(AnswerJSON.init)
    json.handover = watched.incident.engagement.handover.map(HandoverJSON.init)
    json.clocks = watched.clocks.map(ClockJSON.init)
    try await addRoom(to: &json, watched, visit)
    json.items = watched.view.items.map(ItemJSON.init)
    json.timeline = timeline.map(EntryJSON.init)
    json.ladder = LadderState.of(watched.view, now: watched.now).map(StepJSON.init)
    json.files = FileJSON.all(watched.runbook)
    json.newer = newer(than: watched, visit)
    json.changes = changes.map(ChangeJSON.init)
    return json
  }

  private static func newer(than watched: Watched, _ visit: Visit) -> NewerJSON? {
    guard let newer = visit.context.shelf.successor(of: watched.shelved), newer.id != watched.shelved.id else {
      return nil
    }
    return NewerJSON(newer, RunbookDiff.changes(from: watched.runbook, to: newer.runbook))
  }

  static func incident(_ visit: Visit) async throws -> Incident {
    guard let incident = try await visit.incident() else {
      let notice = Notice(
        title: "", words: "There is no incident \(visit.parameter("incident").prefix(80)).", link: nil)
      throw Failure(.notFound, "not_found", notice)
    }
    return incident
  }

  /// The first runbook in force, the one of that name, or any revision that an incident is pinned to.
  @Sendable static func runbook(_ visit: Visit) async throws -> Response {
    let shelf = visit.context.shelf
    var shelved = PageHandlers.inForce(visit, shelf.current())
    if let revision = visit.query("revision") {
      guard let id = Int64(revision) else { throw Failure.bad("revision: expected the number of a revision.") }
      shelved = try await shelf.revision(id)
    }
    guard let shelved else { throw Failure.notFound }
    return try Reply.json(
      RunbookSummaryJSON(
        shelved, inForce: shelf.current().map(\.fileName), trouble: shelf.trouble(), now: visit.now))
  }
}
