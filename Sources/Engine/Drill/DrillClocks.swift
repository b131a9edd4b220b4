import Incidents
import Runbooks

/// The deadlines of an incident as a drill needs them: the engine's own, and the document's phases.
extension Drill {
  /// How long the last rung has to answer; a quarter of an hour where the document promises no time.
  func timeToAnswer(_ incident: Incident) -> Span {
    let target = deadlines(incident).severity?.answerTarget?.minutes ?? 0
    return target > 0 ? .minutes(target) : .minutes(15)
  }

  func review(of incident: Incident) -> Promise? { deadlines(incident).review }

  /// What is owed so late that no night is played until then.
  func planned(of incident: Incident) -> [Promise] {
    let all = deadlines(incident)
    let answer = all.answerTarget?.isBusiness == true ? all.answerPromise : nil
    return all.notices + [answer, all.review == nil ? all.upkeep : nil].compactMap { $0 }
  }

  func upkeep(of incident: Incident) -> Promise? { deadlines(incident).upkeep }

  func quietWindow(of incident: Incident) -> QuietWindow { deadlines(incident).quietWindow }

  private func deadlines(_ incident: Incident) -> Deadlines { Deadlines(incident, policy, [], pages: []) }
}

extension DrillRun {
  /// What the document plans by its minutes alone: its phases, and the end of the watch after the resolution.
  mutating func addPlanned() {
    for phase in drill.runbook.phases where phase.startMinutes != nil { add(phase) }
    if let resolved = incident.resolvedAt { addVerified(resolved) }
    for promise in drill.planned(of: incident) where promise.state.noted == nil { add(promise) }
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

  /// A duty of days, which is listed at its time although the drill ends before it.
  private mutating func add(_ promise: Promise) {
    let assumed = promise.assumption.map { " Assumed: \($0)" } ?? ""
    switch promise.kind {
    case .answer:
      tell(
        .late, at: promise.due, target: incident.severity, line: promise.line, promise.told + "." + assumed)
    case .legalNotice:
      tell(
        .updateDue, at: promise.due, target: "legal notice", line: promise.line,
        "Legal notice due, \(Wording.span(promise.interval)) after opening: \(promise.why).")
    default:
      tell(
        .reviewDue, at: promise.due, target: "runbook", line: promise.line,
        "The runbook is to be brought up to date with what this taught." + assumed)
    }
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
