import Incidents
import Runbooks

/// The document's rules beside the chain: those of the incident's own scenario, those that time alone brings about,
/// and those whose situation the incident's own words name.
struct RuleReading: Sendable {
  /// One rule, worked out as far as the runbook alone allows.
  struct Piece: Sendable {
    var step: LadderStep
    var severities: [String]
    var scenario: String?
    /// It fires by itself: by its scenario or by time. Otherwise its situation must be named.
    var always: Bool
    /// The document states when, so that it can fire without a person.
    var timed: Bool
    var matter: Matter
    /// How long the situation itself lasts before anybody can say it: "can't diagnose in 15 min".
    var lasts: Span?
    /// Indexes of the chain's rungs that reach the same role.
    var twins: Set<Int>

    /// Whether the rule can be meant for such an incident at all.
    func concerns(_ question: LadderQuestion, _ severities: [Severity]) -> Bool {
      (scenario == nil || scenario == question.scenario)
        && SeverityWords.cover(self.severities, question.severity, in: severities)
    }
  }

  static func pieces(_ runbook: Runbook) -> [Piece] {
    let chain = RoleIndex(runbook.escalation.map(\.target))
    return runbook.escalationRules.enumerated().map { index, rule in
      let target = Escalation.expand(rule.target, in: runbook)
      let minutes = rule.afterMinutes.flatMap { $0.isFinite ? max($0, 0) : nil }
      return Piece(
        step: LadderStep(
          index: runbook.escalation.count + index, kind: .rule, target: target, dueAfter: .minutes(minutes ?? 0),
          until: .resolved, line: rule.line, when: rule.when),
        severities: rule.severities, scenario: rule.scenario,
        always: rule.scenario != nil || Condition.isDuration(rule.when), timed: minutes != nil,
        matter: Matter(rule.when), lasts: lasts(rule), twins: chain.all(target))
    }
  }

  private static func lasts(_ rule: EscalationRule) -> Span? {
    guard rule.scenario == nil, !Condition.isDuration(rule.when), let minutes = StatedTime.minutes(in: rule.when),
      minutes > 0
    else { return nil }
    return .minutes(minutes)
  }

  /// Adds what applies to a ladder. A rule for whom the chain pages at the same minute is that rung, with the rule's
  /// line and its longer claim. A scenario's own rule for a rung of the chain takes its place at the rule's time.
  /// A rule that somebody called for is a step of its own: whoever calls for people twice wants them twice.
  static func apply(
    _ rules: [Piece], _ question: LadderQuestion, _ severities: [Severity], _ said: Set<String>,
    to steps: inout [LadderStep]
  ) {
    for rule in rules where rule.concerns(question, severities) {
      if rule.comesByItself(said) {
        add(rule, to: &steps)
      } else if let step = rule.named(question) ?? rule.asked(question, severities) {
        steps.append(step)
      }
    }
  }

  private static func add(_ rule: Piece, to steps: inout [LadderStep]) {
    let twin = steps.firstIndex { step in
      step.kind == .chain && rule.twins.contains(step.index)
        && (rule.scenario != nil || step.dueAfter == rule.step.dueAfter)
    }
    guard let twin else { return steps.append(rule.step) }
    var step = rule.step
    step.index = steps[twin].index
    step.kind = .chain
    step.target = steps[twin].target
    steps[twin] = step
  }
}

extension RuleReading.Piece {
  /// By its scenario, by time, or because the incident's own words name it.
  func comesByItself(_ said: Set<String>) -> Bool { timed && (always || matter.concerns(said)) }

  /// The step as it is from the moment on which somebody names its situation.
  var named: LadderStep {
    var step = step
    step.dueAfter = max(step.dueAfter - (lasts ?? .zero), .zero)
    return step
  }

  /// The step of a situation that somebody has named.
  fileprivate func named(_ question: LadderQuestion) -> LadderStep? {
    guard let situation = question.named(step.when ?? "", matter) else { return nil }
    var step = named
    step.from = situation.at
    step.by = situation.by
    return step
  }

  /// A situation that takes its time is asked about when that time has passed since the answer, and is taken to hold
  /// where nobody says no within the time to answer.
  fileprivate func asked(_ question: LadderQuestion, _ severities: [Severity]) -> LadderStep? {
    guard let lasts, let answered = question.answered,
      !question.situations.contains(where: { $0.words == self.step.when && $0.state == .denied })
    else { return nil }
    let promised = SeverityWords.find(question.severity, in: severities)?.answerTarget?.minutes ?? 0
    let grace: Span = promised > 0 ? .minutes(promised) : .minutes(15)
    var step = step
    step.from = answered
    step.asks = lasts
    step.dueAfter = max(step.dueAfter, lasts) + grace
    step.assumption =
      "Counted from the answer. Where nobody says within \(Wording.span(grace)) that it is not so, it is taken to be so."
    return step
  }
}
