import Incidents
import Runbooks

/// The deadlines of an incident as a drill needs them: the engine's own, and the document's phases.
extension Drill {
  /// How long the last rung has to answer; a quarter of an hour where the document promises no time.
  func timeToAnswer(_ incident: Incident) -> Span {
    let target = deadlines(incident).answerTarget?.interval ?? .zero
    return target > .zero ? target : .minutes(15)
  }

  func review(of incident: Incident) -> Deadlines.Deadline? {
    var incident = incident
    incident.marks.remove(.reviewDue)
    return deadlines(incident).review
  }

  func quietWindow(of incident: Incident) -> (length: Span, line: Int?) { deadlines(incident).quietWindow }

  private func deadlines(_ incident: Incident) -> Deadlines { Deadlines(incident, policy, [], pages: []) }
}

extension DrillRun {
  /// What the document plans by its minutes alone: its phases, and the end of the watch after the resolution.
  mutating func addPlanned() {
    for phase in drill.runbook.phases where phase.startMinutes != nil { add(phase) }
    if let resolved = incident.resolvedAt { addVerified(resolved) }
    events = events.enumerated().sorted {
      ($0.element.at, $0.element.rank, $0.offset) < ($1.element.at, $1.element.rank, $1.offset)
    }.map(\.element)
  }

  private mutating func add(_ phase: Phase) {
    guard let start = phase.startMinutes, start >= 0,
      SeverityWords.cover(phase.severities, incident.severity, in: drill.runbook.severities)
    else { return }
    let until = phase.endMinutes.map { " until \(DrillNight.elapsed(Int(clamping: Span.minutes($0).minutes)))" } ?? ""
    let items = phase.items.isEmpty ? "" : ", \(phase.items.count) \(phase.items.count == 1 ? "item" : "items")"
    tell(
      .phase, at: question.start + .minutes(start), target: phase.title, line: phase.line,
      "\(Wording.line(phase.title)) begins\(until)\(items).")
  }

  private mutating func addVerified(_ resolved: Timestamp) {
    let window = drill.quietWindow(of: incident)
    let assumed =
      window.line == nil
      ? " Assumed: the document states no time to watch, so it is \(Wording.span(window.length))." : ""
    tell(
      .verified, at: resolved + window.length, line: window.line,
      "Quiet for \(Wording.span(window.length)) after the resolution: verified.\(assumed)")
  }

  mutating func tell(
    _ kind: DrillEvent.Kind, at: Timestamp? = nil, target: String? = nil, people: [String] = [],
    reason: Page.Reason? = nil, line: Int? = nil, _ text: String
  ) {
    let at = at ?? now
    events.append(
      DrillEvent(
        minute: Int(clamping: (at - question.start).minutes), at: at, kind: kind, target: target, people: people,
        reason: reason, line: line, text: text))
  }

  var night: DrillNight {
    let severity = SeverityWords.find(opened, in: drill.runbook.severities)
    return DrillNight(
      scenario: question.scenario, severity: opened, label: severity?.label ?? "", opened: question.start,
      events: events, again: again)
  }

  /// The severity under which it opened, whatever it became.
  private var opened: String { events.first { $0.kind == .opened }?.target ?? incident.severity }
}
