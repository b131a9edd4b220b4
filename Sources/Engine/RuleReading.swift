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
        matter: Matter(rule.when), twins: chain.all(target))
    }
  }

  /// Adds what applies to a ladder. A rule for whom the chain pages at the same minute is that rung, with the rule's
  /// line and its longer claim. A scenario's own rule for a rung of the chain takes its place at the rule's time.
  static func apply(
    _ rules: [Piece], _ question: LadderQuestion, _ severities: [Severity], _ said: Set<String>,
    to steps: inout [LadderStep]
  ) {
    for rule in rules where rule.timed && rule.concerns(question, severities) {
      guard rule.always || rule.matter.concerns(said) else { continue }
      let twin = steps.firstIndex { step in
        step.kind == .chain && rule.twins.contains(step.index)
          && (rule.scenario != nil || step.dueAfter == rule.step.dueAfter)
      }
      if let twin {
        var step = rule.step
        step.index = steps[twin].index
        step.kind = .chain
        step.target = steps[twin].target
        steps[twin] = step
      } else {
        steps.append(rule.step)
      }
    }
  }
}
