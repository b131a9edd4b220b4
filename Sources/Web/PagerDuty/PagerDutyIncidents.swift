import Hummingbird
import Incidents
import Intake
import Storage

/// `GET /incidents` as PagerDuty tells them.
enum PagerDutyIncidents {
  @Sendable static func list(_ visit: Visit) async throws -> Response {
    let wanted = try statuses(visit)
    let (since, until) = (try time("since", visit), try time("until", visit))
    let services = visit.queries("service_ids[]") + visit.queries("service_ids")
    var found: [IncidentBody] = []
    let viewer = try await visit.viewer()
    for incident in try await visit.context.database.read(IncidentQueries.recent(limit: 10_000)) {
      guard incident.isVisible(to: viewer) else { continue }
      guard wanted.contains(word(incident.status)), incident.opened >= since, incident.opened < until else { continue }
      let body = try await body(incident, visit)
      if services.isEmpty || services.contains(body.service.id) { found.append(body) }
    }
    return try PagerDutyREST.page("incidents", found, visit)
  }

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    struct Whole: Encodable { var incident: IncidentBody }
    return try Reply.json(Whole(incident: try await body(try await APIHandlers.incident(visit), visit)))
  }

  private static func statuses(_ visit: Visit) throws -> Set<String> {
    let known: Set<String> = ["triggered", "acknowledged", "resolved"]
    let asked = Set(visit.queries("statuses[]") + visit.queries("statuses"))
    guard asked.isSubset(of: known) else { throw Failure.bad("statuses[]: triggered, acknowledged or resolved.") }
    return asked.isEmpty ? known : asked
  }

  private static func time(_ name: String, _ visit: Visit) throws -> Timestamp {
    let open = Timestamp(microseconds: name == "since" ? .min : .max)
    guard visit.query("date_range") != "all", let text = visit.query(name), !text.isEmpty else { return open }
    guard let time = EventTime.read(text) else { throw Failure.bad("\(name): a time such as 2026-02-14T03:46:00Z.") }
    return time
  }

  /// Watched is not resolved yet: somebody may still have to look.
  private static func word(_ status: Incident.Status) -> String {
    switch status {
    case .triggered: "triggered"
    case .acknowledged, .monitoring: "acknowledged"
    case .resolved, .closed, .merged, .cancelled: "resolved"
    }
  }

  struct IncidentBody: Encodable {
    struct Assignment: Encodable {
      var at: String
      var assignee: PagerDutyREST.Reference
    }
    struct Acknowledgement: Encodable {
      var at: String
      var acknowledger: PagerDutyREST.Reference
    }
    var id: String
    var type = "incident"
    var summary: String
    var `self`: String
    var html_url: String
    var incident_number: Int64
    var incident_key: String
    var title: String
    var description: String
    var created_at: String
    var updated_at: String
    var last_status_change_at: String
    var resolved_at: String?
    var status: String
    var urgency: String
    var priority: PagerDutyREST.Reference
    var service: PagerDutyREST.Reference
    var escalation_policy: PagerDutyREST.Reference
    var assignments: [Assignment]
    var assigned_via = "escalation_policy"
    var acknowledgements: [Acknowledgement]
    var teams: [String] = []
    var pending_actions: [String] = []
  }

  private static func body(_ incident: Incident, _ visit: Visit) async throws -> IncidentBody {
    let (origin, team) = (visit.context.origin, visit.context.shelf.team())
    let runbook = try await visit.site.runbook(of: incident)
    let changed =
      [incident.resolvedAt, incident.acknowledgedAt, incident.opened].compactMap { $0 }.max() ?? incident.opened
    let holders = incident.acknowledgedBy.map { [$0] } ?? []
    let isWorst = incident.severityRank <= (runbook.runbook.severities.count - 1) / 2
    return IncidentBody(
      id: String(incident.id), summary: "[\(incident.name)] \(incident.title)",
      self: "\(origin)/incidents/\(incident.id)",
      html_url: "\(origin)/incidents/\(incident.name)", incident_number: incident.id, incident_key: incident.cause,
      title: incident.title, description: incident.title, created_at: rfc3339(incident.opened),
      updated_at: rfc3339(changed), last_status_change_at: rfc3339(changed),
      resolved_at: incident.resolvedAt.map(rfc3339),
      status: word(incident.status), urgency: isWorst ? "high" : "low",
      priority: .init(incident.severity, "priority", incident.severity), service: .service(runbook, origin),
      escalation_policy: .policy(runbook, origin),
      assignments: holders.map { .init(at: rfc3339(changed), assignee: .person($0, team, origin)) },
      acknowledgements: holders.map {
        .init(at: rfc3339(incident.acknowledgedAt ?? changed), acknowledger: .person($0, team, origin))
      })
  }
}
