import Incidents
import Runbooks

/// One step of a ladder as it is drawn and listed.
package struct LadderStepState: Sendable, Hashable {
  package enum State: String, Sendable, Hashable {
    case willPage, pagedNoAnswer, answered, stopped, unreachable
  }

  /// See `LadderStep.index`; what `Engine.pageNow` takes.
  package var index: Int
  /// Minutes after the round began.
  package var minute: Int
  /// Names of the people it reaches or reached.
  package var names: [String]
  /// The document's words.
  package var role: String
  package var line: Int?
  package var state: State
  package var untilResolved: Bool
  /// A few words: "answered 03:29", "stopped by the answer", "reaches nobody, Dana Weiss is paged instead".
  package var note: String
  /// Why it is there, in a sentence.
  package var why: String
  /// What was assumed for it, or nil.
  package var assumption: String?
}

/// The ladder of an incident, or of one that might open, for people to look at.
package enum LadderState {
  /// The climb of an incident: what was, is and will be.
  package static func of(_ view: IncidentView, now: Timestamp) -> [LadderStepState] {
    Escalation.ladder(view.incident, view.policy).map { reached($0, view, now) }
  }

  /// The first step that is still to come and reaches somebody.
  package static func next(_ view: IncidentView, now: Timestamp) -> LadderStepState? {
    Escalation.ladder(view.incident, view.policy).lazy.map { reached($0, view, now) }.first { $0.state == .willPage }
  }

  private static func reached(_ step: LadderStep, _ view: IncidentView, _ now: Timestamp) -> LadderStepState {
    let names = pagedNames(step, view) ?? names(of: step, view.policy.team, at: now, turns: view.turns)
    let state = state(of: step, names, view)
    let after = step.due(view.incident) - view.incident.roundStart
    return make(step, after, names, state, note(step, state, view), view.policy.team)
  }

  /// Who would be paged when, were such an incident to open at `at` and nobody to answer.
  package static func planned(
    _ runbook: Runbook, _ question: LadderQuestion, _ team: Team, at: Timestamp
  ) -> [LadderStepState] {
    Escalation.ladder(runbook, question, team).map { step in
      let names = possible(step, team, at: at + step.dueAfter)
      let turn = team.parts(of: step.target).contains { team.binding(for: $0)?.inTurn == true }
      return make(
        step, step.dueAfter, names, names.isEmpty ? .unreachable : .willPage,
        turn && names.count > 1 ? "one of them, in turn" : "", team)
    }
  }

  /// The people whom a step reaches at a moment, by name.
  package static func names(
    of step: LadderStep, _ team: Team, at: Timestamp, turns: [String: Int] = [:]
  ) -> [String] {
    let called = team.parts(of: step.target).flatMap { team.called(for: $0, at: at, turns: turns).holdings }
    let people = step.kind == .everybody ? team.people : called.map(\.person)
    var names: [String] = []
    for person in people where !person.methods.isEmpty && !names.contains(person.name) { names.append(person.name) }
    return names
  }

  /// The same for a page that is not decided yet, where everybody of those who take turns may be the one.
  private static func possible(_ step: LadderStep, _ team: Team, at: Timestamp) -> [String] {
    let takers = team.parts(of: step.target).filter { team.binding(for: $0)?.inTurn == true }
    guard step.kind != .everybody, !takers.isEmpty else { return names(of: step, team, at: at) }
    let reachable = team.parts(of: step.target).flatMap { team.holders(of: $0, at: at) }.filter { !$0.methods.isEmpty }
    return reachable.map(\.name).reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
  }

  private static func make(
    _ step: LadderStep, _ after: Span, _ names: [String], _ state: LadderStepState.State, _ note: String, _ team: Team
  ) -> LadderStepState {
    let instead = team.fallback.flatMap(team.person).map { ", \($0.name) is paged instead" } ?? ""
    return LadderStepState(
      index: step.index, minute: Int(clamping: after.minutes), names: names, role: step.target,
      line: step.line, state: state, untilResolved: step.until == .resolved,
      note: state == .unreachable ? "reaches nobody\(instead)" : note, why: why(step, after),
      assumption: step.assumption)
  }

  /// "15 min after the ladder began, unless acknowledged."
  private static func why(_ step: LadderStep, _ after: Span) -> String {
    let ends = step.until == .resolved ? "unless resolved" : "unless acknowledged"
    let words = step.when.map { Wording.line($0, limit: 120) }
    if let words, step.asks != nil { return "\(words), unless somebody says that it is not so." }
    if let words, let from = step.from { return "\(words), said at \(Wording.clock(from)), \(ends)." }
    if let words, step.kind == .rule { return "\(words), \(ends)." }
    if after == .zero { return "When the ladder begins, \(ends)." }
    return "\(Wording.span(after)) after the ladder began, \(ends)."
  }

  /// Whom the step's pages went to, as far as it had any of its own.
  private static func pagedNames(_ step: LadderStep, _ view: IncidentView) -> [String]? {
    let own = pages(of: step, view)
    guard !own.isEmpty else { return nil }
    var names: [String] = []
    for page in own {
      let name = view.policy.team.person(page.person)?.name ?? page.person
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func pages(of step: LadderStep, _ view: IncidentView) -> [Page] {
    view.pages.filter {
      $0.rung == step.index && $0.round == view.incident.round && $0.reason != .fallback && $0.status != .cancelled
    }
  }

  private static func state(
    of step: LadderStep, _ names: [String], _ view: IncidentView
  ) -> LadderStepState.State {
    if names.isEmpty { return .unreachable }
    let incident = view.incident
    guard incident.served & step.bit != 0 else {
      let over = !incident.status.isOpen || (incident.acknowledgedAt != nil && step.until == .acknowledged)
      return over ? .stopped : .willPage
    }
    if let missing = shortfall(of: step, view) { return missing.have >= missing.need ? .answered : .pagedNoAnswer }
    let answers = [incident.acknowledgedBy].compactMap { $0 } + incident.engagement.answers.map(\.person)
    let answerers = answers.map { view.policy.team.person($0)?.name ?? $0 }
    return answerers.contains(where: names.contains) ? .answered : .pagedNoAnswer
  }

  /// How many have answered, of a step of which one answer is not enough.
  private static func shortfall(of step: LadderStep, _ view: IncidentView) -> Shortfall? {
    let team = view.policy.team
    return team.parts(of: step.target).compactMap { role -> Shortfall? in
      guard let need = team.binding(for: role)?.need, need > 1 else { return nil }
      let people = Set(pages(of: step, view).map(\.person))
      let have = view.incident.engagement.answers.filter { people.contains($0.person) }.count
      return Shortfall(role: role, have: have, need: need)
    }.first
  }

  private static func note(_ step: LadderStep, _ state: LadderStepState.State, _ view: IncidentView) -> String {
    switch state {
    case .answered where shortfall(of: step, view) != nil, .pagedNoAnswer where shortfall(of: step, view) != nil:
      shortfall(of: step, view)?.words ?? ""
    case .answered: view.incident.acknowledgedAt.map { "answered \(Wording.clock($0))" } ?? "answered"
    case .stopped:
      view.incident.acknowledgedAt != nil && step.until == .acknowledged
        ? "stopped by the answer" : "stopped by the resolution"
    case .pagedNoAnswer: view.incident.acknowledgedAt == nil ? "paged, no answer" : "paged"
    case .willPage: step.until == .resolved ? "until resolved" : ""
    case .unreachable: "reaches nobody"
    }
  }
}
