import Incidents
import Runbooks

/// What people say to the clocks.
extension Engine {
  /// A word to people inside, outside or both; the next one to them is owed an interval from now.
  package static func postUpdate(
    _ view: IncidentView, text: String, audience: Cadence.Audience = .both, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      let words = try Draft.words(text, "update")
      draft.spoke(to: audience)
      let next = draft.deadlines.updates.filter { draft.keys(of: audience).contains($0.key) }.min { $0.due < $1.due }
      let whom = audience == .both ? "" : audience == .internal ? "To people inside. " : "To people outside. "
      let then = next.map { "Next update by \(Wording.clock($0.due))." } ?? ""
      let posted = audience == .external ? [] : draft.post(words, by: actor)
      let places = posted.isEmpty ? "" : "Posted to \(Wording.list(posted)). "
      draft.note(
        .update, by: actor, words, detail: (whom + places + then).trimmingEnd, line: next?.line)
    }
  }

  /// Answers a clock: a promise is kept, put off, begun or not owed.
  package static func answer(
    _ view: IncidentView, clock key: String, _ answer: ClockAnswer, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      if answer == .start { return try draft.start(key, by: actor) }
      guard let promise = draft.deadlines.promises.first(where: { $0.key == key }),
        promise.answers.contains(answer), promise.state.met == nil
      else { throw .unknownClock(Wording.line(key, limit: 40)) }
      switch answer {
      case .goOn: draft.goOn(promise, by: actor)
      case .rollBack, .done, .notNeeded: draft.keep(promise, answer, by: actor)
      case .start: break
      }
    }
  }
}

extension Draft {
  /// How long "go on" puts off a decision.
  static let goOnFor = Span.minutes(15)

  /// A word to people keeps the promises made to them, and the next ones run from now.
  mutating func spoke(to audience: Cadence.Audience) {
    incident.lastUpdateAt = now
    var anew = PromiseState()
    anew.since = now
    for key in keys(of: audience) { incident.promises[key] = anew }
  }

  /// Sends words to the channels that the team reads; what is private goes to none. Names of the channels.
  fileprivate mutating func post(_ words: String, by actor: String) -> [String] {
    guard !incident.isPrivate else { return [] }
    return team.updates.compactMap { method in
      let cause = PageCause(
        rung: nil, reason: .update, because: words, role: name(of: actor), until: .resolved, line: nil)
      return send(method, to: .channel(method), cause, due: now) == nil ? nil : method.channel
    }
  }

  /// An update to one audience meets a promise to both, which makes no difference between them.
  fileprivate func keys(of audience: Cadence.Audience) -> [String] {
    let all: [Cadence.Audience] = audience == .both ? [.internal, .external, .both] : [audience, .both]
    return all.map(PromiseKey.update)
  }

  fileprivate mutating func goOn(_ promise: Promise, by actor: String) {
    var state = promise.state
    state.since = now
    state.due = now + Draft.goOnFor
    state.noted = nil
    state.paged = nil
    incident.promises[promise.key] = state
    note(
      promise.entry, by: actor, "\(name(of: actor)) decided to go on for \(Wording.span(Draft.goOnFor))",
      detail: "Asked again at \(Wording.clock(now + Draft.goOnFor)).", line: promise.line)
  }

  fileprivate mutating func keep(_ promise: Promise, _ answer: ClockAnswer, by actor: String) {
    if promise.kind == .actionItem, let item = items.first(where: { PromiseKey.item($0.number) == promise.key }) {
      return finish(item, by: actor)
    }
    var state = promise.state
    state.met = now
    state.metBy = actor
    incident.promises[promise.key] = state
    let late = now > promise.due ? "It was due at \(Wording.moment(promise.due))." : ""
    note(promise.entry, by: actor, "\(name(of: actor)) \(said(promise, answer))", detail: late, line: promise.line)
  }

  private func said(_ promise: Promise, _ answer: ClockAnswer) -> String {
    switch (promise.kind, answer) {
    case (.rollbackDecision, _): "decided to roll back"
    case (.legalNotice, .notNeeded): "said that the notice is not owed: \(promise.why)"
    case (.legalNotice, _): "gave the notice: \(promise.why)"
    case (.reviewDue, _): "held the review"
    case (.runbookUpdate, _): "brought the runbook up to date"
    case (.phase, _): "ended the phase: \(promise.what.replacing(" ends", with: ""))"
    default: "kept it: \(promise.what)"
    }
  }

  /// Begins the time of the law for an incident that the document's words do not show to be of that kind.
  fileprivate mutating func start(_ key: String, by actor: String) throws(Refusal) {
    guard let notice = deadlines.offeredNotices.first(where: { PromiseKey.notice($0.line) == key }) else {
      throw .unknownClock(Wording.line(key, limit: 40))
    }
    var state = PromiseState()
    state.since = now
    incident.promises[key] = state
    note(
      .notice, by: actor, "\(name(of: actor)) said that a notice is owed: \(Wording.line(notice.text, limit: 120))",
      detail: "Due by \(Wording.moment(now + .minutes(notice.hours * 60))).", line: notice.line)
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
