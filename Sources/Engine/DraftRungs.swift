import Incidents
import Runbooks

extension Draft {
  /// Pages every step that is due. `raised` says that a change of severity made it so.
  mutating func serveRungs(raised: Bool = false) {
    for step in deadlines.wanted where deadlines.due(step) <= now { serve(step, raised: raised) }
  }

  private mutating func serve(_ step: LadderStep, raised: Bool) {
    incident.served |= step.bit
    var cause = cause(of: step)
    if raised, cause.reason != .situation {
      cause.reason = .severityRaised
      cause.because = "raised to \(incident.severity)"
    }
    reach(step, cause)
  }

  /// Pages whoever holds the step's roles; each of them that reaches nobody is said, and the fallback is paged at once.
  mutating func reach(_ step: LadderStep, _ cause: PageCause) {
    guard step.kind != .everybody else {
      for person in team.people { page(person, cause) }
      return
    }
    for role in team.parts(of: step.target) {
      var cause = cause
      cause.role = role
      call(role, step, cause)
    }
  }

  private mutating func call(_ role: String, _ step: LadderStep, _ cause: PageCause) {
    let (holdings, turn) = team.called(for: role, at: now, turns: turns)
    let reachable = holdings.filter { !$0.person.methods.isEmpty }
    guard !reachable.isEmpty else { return reachNobody(role, holdings.map(\.person), step, cause) }
    if let turn {
      turns[turn, default: 0] &+= 1
      turned.append(turn)
    }
    let free = reachable.filter { cause.reason == .byHand || !incident.engagement.hasAnswered($0.person.id) }
    for holding in free {
      var cause = cause
      cause.by = holding.by
      page(holding.person, cause)
    }
    if free.isEmpty {
      let names = Wording.list(reachable.map(\.person.name))
      note(
        .spared, "\(role) is not paged: \(names) \(reachable.count == 1 ? "has" : "have") answered already",
        line: step.line)
    }
  }

  private mutating func reachNobody(_ role: String, _ holders: [Person], _ step: LadderStep, _ cause: PageCause) {
    let why =
      holders.isEmpty
      ? "Nobody is bound to it in the team file."
      : "\(Wording.list(holders.map(\.name))) \(holders.count == 1 ? "has" : "have") no contact method."
    guard let person = fallback() else {
      note(.unreachable, "\(role) reaches nobody", detail: "\(why) Nobody else can be paged.", line: step.line)
      return
    }
    note(
      .unreachable, "\(role) reaches nobody", detail: "\(why) \(person.name) is paged instead.", line: step.line)
    page(
      person,
      PageCause(
        rung: step.index, reason: .fallback, because: "\(role) reaches nobody", role: role, until: cause.until,
        line: step.line))
  }

  func cause(of step: LadderStep) -> PageCause {
    let late = now - deadlines.due(step)
    var detail = step.target
    detail += late >= .minutes(1) ? ", \(Wording.span(late)) late." : "."
    if let assumption = step.assumption { detail += " Assumed: \(assumption)" }
    var cause = PageCause(
      rung: step.index, reason: reason(step), because: because(step), role: step.target, until: step.until,
      line: step.line, assumption: step.assumption, detail: detail)
    if late >= .minutes(1) { cause.late = "\(Wording.span(late)) late: it could not be sent in time." }
    return cause
  }

  private func reason(_ step: LadderStep) -> Page.Reason {
    if step.kind == .rule || step.by != nil { return .situation }
    if step.dueAfter > .zero { return .escalated }
    return incident.round == 1 ? .first : .reminder
  }

  private func because(_ step: LadderStep) -> String? {
    if let said = said(step) { return said }
    if step.dueAfter == .zero {
      return anew ?? (step.until == .resolved && step.when != nil ? situation(step) : nil)
    }
    let passed = Wording.span(step.dueAfter)
    return step.until == .resolved ? "not resolved in \(passed)" : "nobody answered in \(passed)"
  }

  /// Why the ladder is climbed once more; nil in the first climb.
  private var anew: String? {
    guard incident.round > 1 else { return nil }
    switch incident.engagement.began {
    case .reopened: return "it was reopened"
    case .answerLapsed: return "the answer counts no longer"
    case .silenceOver: return "the silence is over, and it still fires"
    case .nobodyAnswered, nil: return "nobody answered in \(Wording.span(now - incident.opened))"
    }
  }

  /// What somebody said, or nobody denied, where that brings the step about.
  private func said(_ step: LadderStep) -> String? {
    let words = Wording.line(step.when ?? "", limit: 120)
    if step.asks != nil { return "\(words), and nobody said otherwise" }
    guard let by = step.by, let from = step.from else { return nil }
    return "\(words), said by \(name(of: by)) at \(Wording.clock(from))"
  }

  private func situation(_ step: LadderStep) -> String {
    let words = Wording.line(step.when ?? "", limit: 120)
    let bare = Matter.words(of: words).subtracting(["immediate", "immediately"])
    return bare.isEmpty ? incident.scenario ?? incident.title : words
  }
}
