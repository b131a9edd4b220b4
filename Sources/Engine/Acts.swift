import Incidents
import Runbooks

/// What people do to an incident. Each act returns the plan that carries it out together with all that follows
/// from it at that moment, as one decision.
extension Engine {
  /// Stops reminders and every rung that an answer stops. A second answer is noted, not refused.
  /// `via` completes "acknowledged, by …": "the link in the page", or is empty.
  package static func acknowledge(
    _ view: IncidentView, by actor: String, via: String = "", now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      draft.acknowledge(by: actor, via: via)
    }
  }

  /// Ends the incident. Throws `stillFiring` or `notComplete` where something is missing that the runbook asks for, and
  /// no reason is given. `isChecked`: everything it asks for was seen to.
  package static func resolve(
    _ view: IncidentView, by actor: String, reason: String?, isChecked: Bool = false, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.resolve(by: actor, reason: reason, isChecked: isChecked)
    }
  }

  /// Opens an incident that is over again with a new climb of the ladder.
  package static func reopen(_ view: IncidentView, by actor: String, now: Timestamp) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      guard [.resolved, .closed, .cancelled].contains(draft.incident.status) else {
        throw .notResolved(draft.incident.status)
      }
      draft.reopen(by: actor, "\(draft.name(of: actor)) reopened it")
    }
  }

  /// A note in a person's own words.
  package static func note(
    _ view: IncidentView, text: String, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      let words = try Draft.words(text, "note")
      draft.note(.note, by: actor, words)
    }
  }

  /// A person ran a command of the runbook on a machine of their own.
  package static func ran(
    _ view: IncidentView, _ run: CommandRun, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      let place = run.host.isEmpty ? "" : " on \(run.host)"
      let seconds = Double(run.took.microseconds / 100_000) / 10
      let command = run.command.split(whereSeparator: \.isNewline).first.map { String($0.prefix(200)) } ?? ""
      draft.note(
        .ran, by: actor, "\(draft.name(of: actor)) ran \(command)\(place): exit \(run.exit) after \(seconds) s.",
        detail: run.firstLine, line: run.line)
      draft.tickRun(run, by: actor)
    }
  }

  /// Pages a step of the ladder, or one that is only offered, at once.
  package static func pageNow(
    _ view: IncidentView, step index: Int, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      try draft.pageByHand(index, by: actor)
    }
  }

  static func act(
    _ view: IncidentView, _ now: Timestamp, _ change: (inout Draft) throws(Refusal) -> Void
  ) throws(Refusal) -> Plan {
    var draft = Draft(view, now: now)
    try change(&draft)
    if draft.plan != Plan(incident: view.incident) { draft.incident.engagement.active = now }
    draft.settle()
    return draft.plan
  }
}

extension Draft {
  func needsOpen() throws(Refusal) {
    guard incident.status.isOpen else { throw .alreadyClosed(incident.status) }
  }

  /// A person's words, several lines of them where they wrote several, bounded.
  static func words(_ text: String, _ what: String) throws(Refusal) -> String {
    let words = String(text.prefix(10_000))
    guard words.contains(where: { !$0.isWhitespace }) else { throw .empty(what) }
    return words
  }

  mutating func reopen(by actor: String, _ text: String, detail: String = "") {
    incident.status = .triggered
    incident.resolvedAt = nil
    incident.resolvedBy = nil
    incident.quietSince = nil
    beginPromisesAnew()
    beginAnew()
    note(
      .reopened, by: actor, text,
      detail: detail.isEmpty ? "The ladder begins again." : "\(detail) The ladder begins again.")
    beginRound(at: now, .reopened)
  }

  /// What burns again is promised again from now; what follows a resolution follows the next one.
  mutating func beginPromisesAnew() {
    var anew = PromiseState()
    anew.since = now
    let updates = [Cadence.Audience.internal, .external, .both].map(PromiseKey.update)
    for key in updates + [PromiseKey.answer, PromiseKey.rollback] { incident.promises[key] = anew }
    for key in [PromiseKey.review, PromiseKey.upkeep] { incident.promises[key] = nil }
  }

  fileprivate mutating func pageByHand(_ index: Int, by actor: String) throws(Refusal) {
    let steps = ladder + Escalation.offers(incident, policy)
    guard let step = steps.first(where: { $0.index == index }) else { throw .unknownStep(index) }
    if ladder.contains(where: { $0.index == index }) { incident.served |= step.bit }
    let cause = PageCause(
      rung: step.index, reason: .byHand, because: "\(name(of: actor)) asked for \(step.target)", role: step.target,
      until: .resolved, line: step.line)
    reach(step, cause)
  }
}
