import Incidents
import Runbooks

/// The first draft of a post-incident review, in the runbook's own template: what the record knows is filled in,
/// what only people know keeps its brackets.
package enum ReviewDraft {
  /// The draft as Markdown. `timeline` in order; `pages` of every round.
  package static func markdown(
    _ incident: Incident, timeline: [TimelineEntry], pages: [Page], alerts: [Alert], runbook: Runbook, team: Team
  ) -> String {
    let record = ReviewRecord(
      incident: incident, timeline: timeline, pages: pages, alerts: alerts, runbook: runbook, team: team)
    let own = runbook.templates.filter { $0.kind == .postmortem && !$0.body.isEmpty }
    // A document may hold a short form too; the longest asks for the most.
    let template = own.max { $0.body.utf8.count < $1.body.utf8.count }?.body ?? plain
    return ReviewTemplate(record: record, template: template).filled()
  }

  private static let plain = """
    # Post-Incident Review: [Incident Title]

    - **Incident ID:**
    - **Date:**
    - **Duration:**
    - **Severity:**
    - **Responders:**

    ## Summary

    [What happened, in two sentences]

    ## Impact

    [Who was affected, and how]

    ## Timeline

    - HH:MM - [Event]

    ## Root Cause

    [Why it happened]

    ## Resolution

    [What mended it]

    ## What Went Well

    - [Point]

    ## What Went Wrong

    - [Point]

    ## Action Items

    - [ ] [Action] - Owner: [Name] - Due: [Date]
    """
}

/// What the record knows of an incident, as short texts.
struct ReviewRecord {
  let incident: Incident
  let timeline: [TimelineEntry]
  let pages: [Page]
  let alerts: [Alert]
  let runbook: Runbook
  let team: Team

  var date: String { CivilTime(incident.opened).date }

  var severity: String {
    let label = SeverityWords.find(incident.severity, in: runbook.severities)?.label ?? ""
    return label.isEmpty || label == incident.severity ? incident.severity : "\(incident.severity) (\(label))"
  }

  var duration: String {
    let start = Wording.clock(incident.opened)
    guard let end = incident.resolvedAt else { return "\(start) UTC until now, not resolved" }
    let day = CivilTime(end).date == date ? "" : CivilTime(end).date + " "
    return "\(start) - \(day)\(Wording.clock(end)) UTC (total: \(Wording.span(end - incident.opened)))"
  }

  /// Whoever did something, then whoever was reached.
  var responders: String {
    let actors = timeline.map(\.actor).filter { team.person($0) != nil }
    let reached = pages.filter { $0.status == .accepted || $0.status == .delivered || $0.status == .acknowledged }
    var names: [String] = []
    for id in actors + reached.map(\.person) {
      let name = team.person(id)?.name ?? id
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  var commander: String { incident.acknowledgedBy.map { team.person($0)?.name ?? $0 } ?? "" }

  /// The course of the incident, one line each, oldest first.
  var events: [(clock: String, text: String)] {
    timeline.filter { $0.kind != .delivery }.sorted { $0.at < $1.at }.prefix(500).map { entry in
      let said = entry.kind == .note || entry.kind == .update
      let who = said ? "\(team.person(entry.actor)?.name ?? entry.actor): " : ""
      return (Wording.clock(entry.at), who + Wording.line(entry.text))
    }
  }

  /// What the record knows for a label of a template; nil where only people know.
  func value(of label: String) -> String? {
    let words = Matter.words(of: label)
    let known: [(Set<String>, String)] = [
      (["incident", "id"], incident.name), (["incident", "number"], incident.name), (["id"], incident.name),
      (["incident", "title"], Wording.line(incident.title)), (["title"], Wording.line(incident.title)),
      (["incident", "name"], Wording.line(incident.title)), (["incident"], Wording.line(incident.title)),
      (["date"], date), (["incident", "date"], date), (["duration"], duration), (["severity"], severity),
      (["severity", "level"], severity), (["responder"], responders), (["participant"], responders),
      (["commander"], commander), (["incident", "commander"], commander), (["ic"], commander),
      (["service"], incident.service), (["affected", "service"], incident.service),
      (["start", "time"], "\(date) \(Wording.clock(incident.opened)) UTC"),
      (["end", "time"], incident.resolvedAt.map { "\(CivilTime($0).date) \(Wording.clock($0)) UTC" } ?? ""),
    ]
    return known.first { $0.0 == words && !$0.1.isEmpty }?.1
  }
}
