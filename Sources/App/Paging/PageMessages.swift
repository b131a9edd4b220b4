import Channels
import Engine
import Incidents
import Runbooks
import Web

/// A page as its receiver reads it.
struct PageMessages: Sendable {
  let origin: String
  let secret: [UInt8]
  let demo: String?

  func make(_ page: Page, _ view: IncidentView, now: Timestamp) -> PageMessage {
    let incident = view.incident
    let severity = view.policy.runbook.severities.first { $0.name == incident.severity }
    let asksForAnswer = page.reason.climbs
    let (why, line) = Self.source(of: page, view.policy.runbook)
    var message = PageMessage(
      key: "tocsin-\(page.id)", reason: page.reason, incident: incident.name,
      title: incident.scenario ?? incident.title, severity: incident.severity, severityLabel: severity?.label ?? "",
      severityRank: incident.severityRank, summary: incident.title, opened: incident.opened,
      person: view.policy.team.receiver(of: page)?.name ?? page.person, why: why, line: line,
      next: asksForAnswer ? next(view, now: now) : "",
      // Whoever reads a channel may open the incident; nobody is asked to answer for all of them.
      acknowledgeURL: asksForAnswer && !page.isToChannel
        ? PageLink.address(page: page.id, origin: origin, secret: secret) : nil,
      incidentURL: "\(origin)/incidents/\(incident.name)", mayBeRepeat: page.mayBeRepeat, demo: demo)
    message.isDrill = incident.isDrill
    if incident.isPrivate, page.isToChannel {
      // Everybody reads a channel.
      (message.title, message.summary, message.why, message.next) = ("A private incident", "", "", "")
    }
    return message
  }

  /// The reason with its line; a line of another file than the main one is called by that file.
  private static func source(of page: Page, _ runbook: Runbook) -> (why: String, line: Int?) {
    guard let place = page.line.flatMap({ runbook.parts.place(of: $0) }) else { return (page.why, page.line) }
    if place.file == runbook.parts.first?.file { return (page.why, place.line) }
    return ("\(page.why) (\(place.file) L\(place.line))", nil)
  }

  /// "Bo Lindqvist is paged at 03:27 UTC unless acknowledged."
  private func next(_ view: IncidentView, now: Timestamp) -> String {
    guard let step = LadderState.next(view, now: now) else { return "" }
    let names = step.names.isEmpty ? "Nobody" : step.names.joined(separator: " and ")
    let verb = step.names.count > 1 ? "are" : "is"
    let due = CivilTime(view.incident.roundStart + .minutes(step.minute)).clock
    return "\(names) \(verb) paged at \(due) UTC unless \(step.untilResolved ? "resolved" : "acknowledged")."
  }
}
