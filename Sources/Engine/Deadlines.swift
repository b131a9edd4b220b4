import Incidents
import Runbooks

/// Every deadline that runs on one incident: the one place that says when something is due. The engine acts on
/// them and people see them, so both see the same.
struct Deadlines {
  let incident: Incident
  let policy: Policy
  let ladder: [LadderStep]
  /// When somebody was last paged in this round.
  let lastPaged: Timestamp?

  init(_ incident: Incident, _ policy: Policy, _ ladder: [LadderStep], pages: [Page]) {
    self.incident = incident
    self.policy = policy
    self.ladder = ladder
    lastPaged = pages.filter { $0.round == incident.round && Draft.climbs($0.reason) }.map(\.created).max()
  }

  /// A moment, the whole interval up to it, and the line that sets it.
  struct Deadline: Hashable {
    var due: Timestamp
    var interval: Span
    var line: Int?
  }

  private var runbook: Runbook { policy.runbook }
  /// Something burns and the ladder climbs.
  private var burns: Bool { incident.status == .triggered || incident.status == .acknowledged }

  /// The earliest of all, or nil when nothing can happen by itself any more.
  var next: Timestamp? {
    let steps = wanted.map { due($0) }
    let others = [answer, update, rollback, quiet, review, roundEnd].compactMap { $0?.due }
    return (steps + others).min()
  }

  // MARK: the ladder

  /// Steps that are still to be served, in order of time.
  var wanted: [LadderStep] {
    guard burns else { return [] }
    return ladder.filter { !isServed($0) && (incident.acknowledgedAt == nil || $0.until == .resolved) }
  }

  func isServed(_ step: LadderStep) -> Bool { incident.served & step.bit != 0 }

  func due(_ step: LadderStep) -> Timestamp { incident.roundStart + step.dueAfter }

  /// When a ladder whose every step was served without an answer begins again.
  var roundEnd: Deadline? {
    guard incident.status == .triggered, incident.acknowledgedAt == nil, !incident.marks.contains(.ladderExhausted),
      let last = ladder.last, ladder.allSatisfy(isServed)
    else { return nil }
    // Whoever was paged late, after a downtime, has the same time to answer.
    let from = max(due(last), lastPaged ?? incident.roundStart)
    return Deadline(due: from + largestGap, interval: largestGap, line: last.line)
  }

  /// How long the last step has to answer: the widest distance in the ladder, at least 15 minutes.
  private var largestGap: Span {
    zip(ladder, ladder.dropFirst()).map { $1.dueAfter - $0.dueAfter }.max().map { max($0, .minutes(15)) }
      ?? .minutes(15)
  }

  // MARK: promises

  var severity: Severity? { SeverityWords.find(incident.severity, in: runbook.severities) }

  /// The first answer; nil once it was given or noted as late, or where the document promises no time.
  var answer: Deadline? {
    guard incident.status == .triggered, !incident.marks.contains(.answerLate) else { return nil }
    return answerTarget
  }

  var answerTarget: Deadline? {
    guard let target = severity?.answerTarget, target.minutes > 0 else { return nil }
    let interval = Span.minutes(target.minutes)
    return Deadline(due: incident.opened + interval, interval: interval, line: target.line)
  }

  /// The next word to people, counted from the last one.
  var update: Deadline? {
    guard incident.status.isOpen, let cadence, let minutes = cadence.minutes else { return nil }
    let interval = Span.minutes(minutes)
    let base = incident.lastUpdateAt ?? incident.opened
    let noted = max(incident.updateNotedAt ?? base, base)
    let passed = floorDivide((noted - base).microseconds, interval.microseconds) &+ 1
    let (offset, over) = passed.multipliedReportingOverflow(by: interval.microseconds)
    guard !over else { return nil }
    return Deadline(due: base + Span(microseconds: offset), interval: interval, line: cadence.line)
  }

  /// The strictest cadence that the document states for the severity, before those for all.
  var cadence: Cadence? {
    let timed = runbook.cadence.filter { ($0.minutes ?? 0) >= 1 }
    let own = timed.filter { cadence in
      cadence.severity.map { SeverityWords.cover([$0], incident.severity, in: runbook.severities) } ?? false
    }
    // A severity whose own line sets no time ("when resolved") is not held to the general one.
    let silent = runbook.cadence.contains { cadence in
      cadence.minutes == nil
        && cadence.severity.map { SeverityWords.cover([$0], incident.severity, in: runbook.severities) } ?? false
    }
    let candidates = own.isEmpty && !silent ? timed.filter { $0.severity == nil } : own
    return candidates.min { ($0.minutes ?? 0) < ($1.minutes ?? 0) }
  }

  var rollback: Deadline? {
    guard burns, !incident.marks.contains(.rollbackAsked), let minutes = runbook.rollback?.decideAfterMinutes,
      minutes > 0
    else { return nil }
    return Deadline(
      due: incident.opened + .minutes(minutes), interval: .minutes(minutes), line: runbook.rollback?.decideLine)
  }

  /// The end of the quiet window, after which the incident is resolved.
  var quiet: Deadline? {
    guard incident.status == .monitoring, let since = incident.quietSince else { return nil }
    let window = quietWindow
    return Deadline(due: since + window.length, interval: window.length, line: window.line)
  }

  /// How long to watch before closing; a quarter of an hour where the document does not say.
  var quietWindow: (length: Span, line: Int?) {
    guard let minutes = runbook.quietMinutes, minutes > 0 else { return (.minutes(15), nil) }
    return (.minutes(minutes), runbook.quietLine)
  }

  var review: Deadline? {
    guard incident.status == .resolved, !incident.marks.contains(.reviewDue), let resolved = incident.resolvedAt,
      runbook.review.present, let hours = runbook.review.deadlineHours, hours > 0,
      SeverityWords.cover(runbook.review.severities, incident.severity, in: runbook.severities)
    else { return nil }
    let interval = Span.minutes(hours * 60)
    return Deadline(
      due: resolved + interval, interval: interval, line: runbook.review.deadlineLine ?? runbook.review.line)
  }
}
