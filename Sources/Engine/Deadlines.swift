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
  let items: [ActionItem]

  init(_ incident: Incident, _ policy: Policy, _ ladder: [LadderStep], pages: [Page], items: [ActionItem] = []) {
    self.incident = incident
    self.policy = policy
    self.ladder = ladder
    self.items = items
    lastPaged = pages.filter { $0.round == incident.round && $0.reason.climbs }
      .map { $0.isHeld ? $0.due : $0.created }.max()
  }

  /// A moment, the whole interval up to it, and the line that sets it.
  struct Deadline: Hashable {
    var due: Timestamp
    var interval: Span
    var line: Int?
    /// "2 working days", where it is counted in them.
    var words = ""
    var assumption: String?

    var isBusiness: Bool { !words.isEmpty }
  }

  var runbook: Runbook { policy.runbook }
  /// Something burns and the ladder climbs.
  var burns: Bool { incident.status == .triggered || incident.status == .acknowledged }
  /// Nobody is to be paged: the ladder stands still.
  var isSilenced: Bool { incident.marks.contains(.silenced) }

  /// The earliest of all, or nil when nothing can happen by itself any more.
  var next: Timestamp? {
    let steps = wanted.map { due($0) } + said
    let others = [quiet, roundEnd].compactMap { $0?.due } + promises.compactMap(\.next)
    return (steps + others).min()
  }

  // MARK: the ladder

  /// Steps that are still to be served, in order of time.
  var wanted: [LadderStep] {
    guard burns, !isSilenced else { return [] }
    return ladder.filter { !isServed($0) && (incident.acknowledgedAt == nil || $0.until == .resolved) }
  }

  func isServed(_ step: LadderStep) -> Bool { incident.served & step.bit != 0 }

  func due(_ step: LadderStep) -> Timestamp { step.due(incident) }

  /// When a ladder whose every step was served without an answer begins again.
  var roundEnd: Deadline? {
    guard incident.status == .triggered, incident.acknowledgedAt == nil,
      incident.marks.isDisjoint(with: [.ladderExhausted, .silenced]),
      let last = ladder.last, ladder.allSatisfy(isServed)
    else { return nil }
    // Whoever was paged late, after a downtime, has the same time to answer.
    let from = max(due(last), lastPaged ?? incident.roundStart)
    return Deadline(due: from + largestGap, interval: largestGap, line: last.line)
  }

  /// When the present climb ends where nobody answers.
  var climbEnd: Timestamp { (ladder.last.map(due) ?? incident.roundStart) + largestGap }

  /// How long the last step has to answer: the widest distance in the ladder, at least 15 minutes.
  private var largestGap: Span {
    zip(ladder, ladder.dropFirst()).map { due($1) - due($0) }.max().map { max($0, .minutes(15)) }
      ?? .minutes(15)
  }

  // MARK: promises

  var severity: Severity? { SeverityWords.find(incident.severity, in: runbook.severities) }

  /// By when somebody answers: minutes, or working days by the team's calendar. nil where the document promises none.
  var answerTarget: Deadline? {
    let from = state(PromiseKey.answer).since ?? incident.opened
    if let target = severity?.answerTarget, target.minutes > 0 {
      let interval = Span.minutes(target.minutes)
      return Deadline(due: from + interval, interval: interval, line: target.line)
    }
    guard let severity, severity.answerTarget == nil, let days = severity.responseBusinessDays else { return nil }
    return businessDeadline(days, from: from, line: severity.line)
  }

  /// The end of work some working days on.
  func businessDeadline(_ days: Int, from: Timestamp, line: Int?) -> Deadline {
    let due = policy.businessClose(days: days, after: from)
    var deadline = Deadline(due: due, interval: due - from, line: line)
    deadline.words = "\(days) working \(days == 1 ? "day" : "days")"
    deadline.assumption = policy.calendarAssumption
    return deadline
  }

  /// The end of the quiet window, after which the incident is resolved.
  var quiet: Deadline? {
    guard incident.status == .monitoring, let since = incident.quietSince else { return nil }
    let window = quietWindow
    var deadline = Deadline(due: since + window.length, interval: window.length, line: window.line)
    if window.isHold {
      deadline.assumption = "It flaps."
    } else if window.line == nil {
      deadline.assumption = "The runbook states no time to watch."
    }
    return deadline
  }

  /// How long to watch before closing; a quarter of an hour where the document does not say.
  /// What flaps is watched for longer.
  var quietWindow: QuietWindow {
    let stated = runbook.quietMinutes.flatMap { $0 > 0 ? $0 : nil }
    let window = QuietWindow(
      length: stated.map { .minutes($0) } ?? .minutes(15), line: stated == nil ? nil : runbook.quietLine)
    let rule = policy.team.gathering.flapping
    let flaps = rule.holds(incident.engagement.beginnings, at: incident.quietSince ?? incident.opened)
    return flaps && rule.hold > window.length ? QuietWindow(length: rule.hold, line: nil, isHold: true) : window
  }
}

/// How long an incident must be quiet before it is over.
struct QuietWindow {
  var length: Span
  var line: Int?
  /// It is this long because the incident flaps.
  var isHold = false

  var words: String { isHold ? " It flaps: so long a quiet ends it." : "" }
}
