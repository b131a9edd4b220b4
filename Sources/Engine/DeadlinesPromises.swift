import Incidents
import Runbooks

/// The promises that are kept while it burns.
extension Deadlines {
  /// Everything that runs or was kept, in no order.
  var promises: [Promise] {
    var all = notices + itemPromises + [review, upkeep].compactMap { $0 }
    // While a silence holds, nobody is paged, so nobody is chased for words or decisions either.
    if !isSilenced { all += updates + phases + [answerPromise, rollback].compactMap { $0 } }
    for index in all.indices { all[index].answeredAt = incident.acknowledgedAt }
    return all
  }

  func state(_ key: String) -> PromiseState { incident.promises[key] ?? PromiseState() }

  /// The first answer; nil where the document promises no time.
  var answerPromise: Promise? {
    guard incident.status == .triggered, let target = answerTarget else { return nil }
    var promise = Promise(
      key: PromiseKey.answer, kind: .answer, what: "First answer",
      why: "target \(target.isBusiness ? "by " + Wording.moment(target.due) : Wording.span(target.interval))",
      due: target.due, interval: target.interval, line: target.line, assumption: target.assumption, entry: .late)
    promise.told =
      target.isBusiness
      ? "First answer is late: due by \(Wording.moment(target.due))"
      : "First answer is late: \(Wording.span(target.interval)) passed"
    promise.detail = "Nobody has acknowledged \(incident.name)."
    promise.state = state(promise.key)
    return promise
  }

  /// The next word to people, counted from the last one: a clock for each audience that has an interval of its own.
  var updates: [Promise] {
    guard incident.status.isOpen else { return [] }
    let found = [Cadence.Audience.internal, .external].compactMap { audience in
      cadence(for: audience).map { (audience, $0) }
    }
    guard let first = found.first else { return [] }
    let isOne = found.count == 1 ? first.1.audience == .both : found.allSatisfy { $0.1 == first.1 }
    return isOne ? [update(.both, first.1)] : found.map { update($0.0, $0.1) }
  }

  private func update(_ audience: Cadence.Audience, _ cadence: Cadence) -> Promise {
    let key = PromiseKey.update(audience)
    let state = state(key)
    let interval = Span.minutes(cadence.minutes ?? 0)
    let name = audience == .both ? "Update" : audience == .internal ? "Internal update" : "External update"
    let every = "every \(Wording.span(interval))"
    var promise = Promise(
      key: key, kind: .updateDue, what: "\(name) due", why: every, due: (state.since ?? incident.opened) + interval,
      interval: interval, line: cadence.line, entry: .updateDue)
    promise.told = "\(name) due: \(every)"
    promise.detail =
      incident.lastUpdateAt.map { "The last word was at \(Wording.clock($0))." } ?? "Nobody has posted yet."
    promise.page = .updateDue
    promise.whom = .communications
    promise.repeats = true
    promise.state = state
    return promise
  }

  /// The strictest interval that the document states for the severity and an audience, before those for all.
  func cadence(for audience: Cadence.Audience) -> Cadence? {
    let heard = runbook.cadence.filter { $0.audience == audience || $0.audience == .both }
    let own = heard.filter { cadence in
      cadence.severity.map { SeverityWords.cover([$0], incident.severity, in: runbook.severities) } ?? false
    }
    // A severity whose own line sets no time ("when resolved") is not held to the general one.
    let candidates = own.isEmpty ? heard.filter { $0.severity == nil } : own
    return candidates.filter { ($0.minutes ?? 0) >= 1 }.min { ($0.minutes ?? 0) < ($1.minutes ?? 0) }
  }

  /// A question: once due it stays until it is answered.
  var rollback: Promise? {
    let state = state(PromiseKey.rollback)
    guard burns, let minutes = runbook.rollback?.decideAfterMinutes, minutes > 0 else { return nil }
    let interval = state.due.map { $0 - (state.since ?? incident.opened) } ?? .minutes(minutes)
    let due = state.due ?? (state.since ?? incident.opened) + interval
    let passed = state.due == nil ? "not fixed in \(Wording.span(interval))" : "put off until \(Wording.clock(due))"
    var promise = Promise(
      key: PromiseKey.rollback, kind: .rollbackDecision, what: "Decide on rollback",
      why: state.due == nil ? "if \(passed)" : passed, due: due, interval: interval,
      line: runbook.rollback?.decideLine, entry: .rollback)
    promise.told = "Decide on rollback: \(passed)"
    promise.detail = "Roll back, or go on and say why."
    promise.page = .decide
    promise.answers = [.rollBack, .goOn]
    promise.state = state
    return promise
  }

  /// Minutes from the opening on; what is planned earlier is work on what burns, and waits while it is quiet.
  private static let afterwards = 240.0

  /// What the document plans by its minutes: the beginning of each phase, and the end of those that have one.
  var phases: [Promise] {
    guard incident.status.isOpen || incident.status == .resolved else { return [] }
    return runbook.phases.flatMap { phase -> [Promise] in
      guard let start = phase.startMinutes, start >= (burns ? 0 : Self.afterwards),
        SeverityWords.cover(phase.severities, incident.severity, in: runbook.severities)
      else { return [] }
      return [phaseBegins(phase, start), phaseEnds(phase, start)].compactMap { $0 }
    }
  }

  /// A phase that begins with the incident is begun by its opening.
  private func phaseBegins(_ phase: Phase, _ start: Double) -> Promise? {
    guard start > 0 else { return nil }
    let until = phase.endMinutes.map { ", until \(Wording.clock(incident.opened + .minutes($0)))" } ?? ""
    var promise = Promise(
      key: PromiseKey.phase(phase.line), kind: .phase, what: "\(Wording.line(phase.title, limit: 80)) begins",
      why: Wording.items(phase.items), due: incident.opened + .minutes(start), interval: .minutes(start),
      line: phase.line, entry: .phase)
    promise.told = "Phase begins: \(Wording.line(phase.title, limit: 120))\(until)"
    promise.detail = Wording.line(phase.items.joined(separator: "; "), limit: 240)
    promise.passes = true
    promise.state = state(promise.key)
    return promise
  }

  /// Whether the document plans anything for the time from a minute on.
  private func isFollowed(_ minute: Double) -> Bool {
    runbook.phases.contains { phase in
      SeverityWords.cover(phase.severities, incident.severity, in: runbook.severities)
        && ((phase.startMinutes ?? -1) >= minute || (phase.startMinutes != nil && phase.endMinutes ?? 0 > minute))
    }
  }

  private func phaseEnds(_ phase: Phase, _ start: Double) -> Promise? {
    guard burns, let end = phase.endMinutes, end > start else { return nil }
    let title = Wording.line(phase.title, limit: 80)
    var promise = Promise(
      key: PromiseKey.phaseEnd(phase.line), kind: .phase, what: "\(title) ends", why: Wording.items(phase.items),
      due: incident.opened + .minutes(end), interval: .minutes(end - start), line: phase.line, entry: .phase)
    promise.told = "Phase runs over: \(title) was to end after \(Wording.span(.minutes(end)))"
    promise.detail = Wording.items(phase.items)
    if !isFollowed(end) {
      promise.told = "The plan is at its end: \(title) was to end after \(Wording.span(.minutes(end)))"
      promise.page = .planOver
    }
    promise.answers = [.done]
    promise.state = state(promise.key)
    return promise
  }
}
