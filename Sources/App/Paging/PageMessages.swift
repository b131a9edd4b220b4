import Channels
import Engine
import Incidents
import Web

/// A page as its receiver reads it.
struct PageMessages: Sendable {
  let origin: String
  let secret: [UInt8]
  let demo: String?

  func make(_ page: Page, _ view: IncidentView, now: Timestamp) -> PageMessage {
    let incident = view.incident
    let severity = view.policy.runbook.severities.first { $0.name == incident.severity }
    let asksForAnswer = page.reason != .resolved
    return PageMessage(
      key: "tocsin-\(page.id)", reason: page.reason, incident: incident.name,
      title: incident.scenario ?? incident.title, severity: incident.severity, severityLabel: severity?.label ?? "",
      severityRank: incident.severityRank, summary: incident.title, opened: incident.opened,
      person: view.policy.team.person(page.person)?.name ?? page.person, why: page.why, line: page.line,
      next: asksForAnswer ? next(view, now: now) : "",
      acknowledgeURL: asksForAnswer ? PageLink.address(page: page.id, origin: origin, secret: secret) : nil,
      incidentURL: "\(origin)/incidents/\(incident.name)", mayBeRepeat: page.mayBeRepeat, demo: demo)
  }

  /// "Bo Lindqvist is paged at 03:27 UTC unless acknowledged."
  private func next(_ view: IncidentView, now: Timestamp) -> String {
    guard let step = LadderState.of(view, now: now).first(where: { $0.state == .willPage }) else { return "" }
    let names = step.names.isEmpty ? "Nobody" : step.names.joined(separator: " and ")
    let verb = step.names.count > 1 ? "are" : "is"
    let due = CivilTime(view.incident.roundStart + .minutes(step.minute)).clock
    return "\(names) \(verb) paged at \(due) UTC unless \(step.untilResolved ? "resolved" : "acknowledged")."
  }
}
