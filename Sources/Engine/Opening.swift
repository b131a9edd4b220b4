import Incidents
import Runbooks

/// What opens an incident: an alert or a person, with the choices that were made for it.
package struct Opening: Sendable, Hashable {
  package var id: Int64
  /// See `IncidentName`.
  package var name: String
  package var title: String
  package var service: String
  /// See `Cause`.
  package var cause: String
  /// Title of the matched scenario.
  package var scenario: String?
  package var severity: SeverityChoice
  /// Why this scenario.
  package var reasons: [Reason]
  /// The pinned runbook revision.
  package var revision: Int64
  /// Who says so: the alert's source, or the person who declares it.
  package var source: String
  /// Practice.
  package var isDrill = false
  /// What makes it private from the start; nil where nothing does.
  package var privateBy: String?

  package init(
    id: Int64, name: String, title: String, service: String = "", cause: String, scenario: String? = nil,
    severity: SeverityChoice, reasons: [Reason] = [], revision: Int64, source: String
  ) {
    self.id = id
    self.name = name
    self.title = Wording.line(title)
    self.service = service
    self.cause = cause
    self.scenario = scenario
    self.severity = severity
    self.reasons = reasons
    self.revision = revision
    self.source = source
  }

  /// The opening for an alert that no open incident's cause covers. `match` is the best scenario, or nil.
  package init(
    _ event: AlertEvent, id: Int64, name: String, cause: String, match: ScenarioMatch?, runbook: Runbook,
    revision: Int64
  ) {
    self.init(
      event, id: id, name: name, cause: cause, match: match,
      severity: SeverityChoice.of(event, scenario: match?.title, runbook: runbook), revision: revision)
  }

  /// The same where the severity is chosen already.
  package init(
    _ event: AlertEvent, id: Int64, name: String, cause: String, match: ScenarioMatch?, severity: SeverityChoice,
    revision: Int64
  ) {
    self.init(
      id: id, name: name, title: event.summary, service: Cause.service(of: event), cause: cause,
      scenario: match?.title, severity: severity,
      reasons: match?.why ?? [], revision: revision, source: event.source.isEmpty ? "An alert" : event.source)
  }

  func incident(opened: Timestamp) -> Incident {
    var incident = Incident(
      id: id, name: name, title: title, service: service, cause: cause, severity: severity.name,
      severityRank: severity.rank, scenario: scenario, reasons: reasons + severity.reasons, runbook: revision,
      opened: opened)
    incident.isDrill = isDrill
    if let privateBy { incident.engagement.room.privacy = Privacy(people: [], by: privateBy, since: opened) }
    return incident
  }
}

extension Engine {
  /// A new incident from its first alert: what it is, its first timeline entries and its first pages.
  package static func open(
    _ opening: Opening, _ policy: Policy, turns: [String: Int] = [:], now: Timestamp
  ) -> Plan {
    begin(opening, policy, turns, now: now, alerts: AlertCounts(firing: 1, total: 1)) { draft in
      draft.note(
        .opened, by: Wording.line(opening.source, limit: 120),
        "Opened as \(opening.severity.name) by \(Wording.line(opening.source, limit: 120)): \(opening.title)",
        detail: opening.scenario.map { "Scenario: \($0)." } ?? "No scenario of the runbook fits.",
        line: opening.severity.line)
      if let by = opening.privateBy {
        draft.note(.privacy, "Private by \(by)", detail: "Seen by whoever is paged for it.")
      }
    }
  }

  /// A new incident that a person declares, without an alert. It is resolved by a person alone.
  package static func declare(
    _ opening: Opening, by actor: String, _ policy: Policy, turns: [String: Int] = [:], now: Timestamp
  ) -> Plan {
    begin(opening, policy, turns, now: now, alerts: AlertCounts(firing: 0, total: 0)) { draft in
      draft.note(
        .declared, by: actor,
        "\(draft.name(of: actor)) \(opening.isDrill ? "began a drill of" : "declared") \(opening.severity.name): \(opening.title)",
        detail: opening.scenario.map { "Scenario: \($0)." } ?? "", line: opening.severity.line)
    }
  }

  static func begin(
    _ opening: Opening, _ policy: Policy, _ turns: [String: Int], now: Timestamp, alerts: AlertCounts,
    _ announce: (inout Draft) -> Void
  ) -> Plan {
    let view = IncidentView(
      incident: opening.incident(opened: now), pages: [], alerts: alerts, policy: policy, turns: turns)
    var draft = Draft(view, now: now)
    announce(&draft)
    draft.settle()
    return draft.plan
  }
}
