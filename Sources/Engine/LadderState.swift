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
  /// What was assumed for it, or nil.
  package var assumption: String?
}

/// The ladder of an incident, or of one that might open, for people to look at.
package enum LadderState {
  /// The climb of an incident: what was, is and will be.
  package static func of(_ view: IncidentView, now: Timestamp) -> [LadderStepState] {
    Escalation.ladder(view.incident, view.policy).map { step in
      let names = pagedNames(step, view) ?? names(of: step, view.policy.team, at: now)
      let state = state(of: step, names, view)
      return make(step, names, state, note(step, state, view), view.policy.team)
    }
  }

  /// Who would be paged when, were such an incident to open at `at` and nobody to answer.
  package static func planned(
    _ runbook: Runbook, _ question: LadderQuestion, _ team: Team, at: Timestamp
  ) -> [LadderStepState] {
    Escalation.ladder(runbook, question, team).map { step in
      let names = names(of: step, team, at: at + step.dueAfter)
      return make(step, names, names.isEmpty ? .unreachable : .willPage, "", team)
    }
  }

  /// The people whom a step reaches at a moment, by name.
  package static func names(of step: LadderStep, _ team: Team, at: Timestamp) -> [String] {
    let people = step.kind == .everybody ? team.people : team.holders(of: step.target, at: at)
    return people.filter { !$0.methods.isEmpty }.map(\.name)
  }

  private static func make(
    _ step: LadderStep, _ names: [String], _ state: LadderStepState.State, _ note: String, _ team: Team
  ) -> LadderStepState {
    let instead = team.fallback.flatMap(team.person).map { ", \($0.name) is paged instead" } ?? ""
    return LadderStepState(
      index: step.index, minute: Int(clamping: step.dueAfter.minutes), names: names, role: step.target,
      line: step.line, state: state, untilResolved: step.until == .resolved,
      note: state == .unreachable ? "reaches nobody\(instead)" : note, assumption: step.assumption)
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
    let answerer = incident.acknowledgedBy.map { view.policy.team.person($0)?.name ?? $0 }
    return answerer.map(names.contains) == true ? .answered : .pagedNoAnswer
  }

  private static func note(_ step: LadderStep, _ state: LadderStepState.State, _ view: IncidentView) -> String {
    switch state {
    case .answered: view.incident.acknowledgedAt.map { "answered \(Wording.clock($0))" } ?? "answered"
    case .stopped: view.incident.status.isOpen ? "stopped by the answer" : "stopped by the resolution"
    case .pagedNoAnswer: view.incident.acknowledgedAt == nil ? "paged, no answer" : "paged"
    case .willPage: step.until == .resolved ? "until resolved" : ""
    case .unreachable: "reaches nobody"
    }
  }
}
