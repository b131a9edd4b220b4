import Incidents
import Runbooks

/// The ladders of one runbook and one team, worked out as far as an incident is not needed for it, so that the first
/// page of an incident does not wait for the reading of words.
struct LadderBook: Sendable {
  private let runbook: Runbook
  private let team: Team
  private let rules: [RuleReading.Piece]
  private let chains: [String: [ChainReading.Piece]]
  /// What is climbed for a severity that the chain leaves out.
  private let silent: [String: [LadderStep]]
  private let heedsWords: Bool
  let scale: ScaleBook

  init(_ runbook: Runbook, _ team: Team) {
    self.runbook = runbook
    self.team = team
    scale = ScaleBook(runbook)
    rules = RuleReading.pieces(runbook)
    var chains: [String: [ChainReading.Piece]] = [:]
    var silent: [String: [LadderStep]] = [:]
    for severity in runbook.severities {
      let chain = ChainReading(runbook: runbook, name: severity.name, severity: severity).pieces()
      chains[severity.name] = chain
      if !chain.contains(where: { $0.matter == nil || $0.timed }) {
        silent[severity.name] = SilentLadder(runbook, severity.name, severity, team).steps()
      }
    }
    self.chains = chains
    self.silent = silent
    heedsWords =
      chains.values.contains { $0.contains { $0.matter != nil } } || rules.contains { $0.timed && !$0.always }
  }

  /// The ladder of one incident in order of time. Never empty while the team file has anybody.
  func ladder(_ question: LadderQuestion) -> [LadderStep] {
    let severity = scale.severity(question.severity)
    let said = heedsWords ? Matter.words(of: question.subject) : []
    let chain =
      chains[question.severity]
      ?? ChainReading(runbook: runbook, name: question.severity, severity: severity).pieces()
    var steps = chain.compactMap { $0.step(said, question) }
    let silence = steps.isEmpty
    RuleReading.apply(rules, question, runbook.severities, said, to: &steps)
    if silence {
      steps +=
        silent[question.severity] ?? SilentLadder(runbook, question.severity, severity, team).steps()
    }
    return steps.filter { $0.index <= LadderStep.limit }
      .sorted { ($0.dueAfter, $0.index) < ($1.dueAfter, $1.index) }
  }

  /// What a person brings about by naming a situation, each as it is from that moment on. In the document's order.
  func situations(_ question: LadderQuestion) -> [LadderStep] {
    let said = Matter.words(of: question.subject)
    let severity = scale.severity(question.severity)
    let chain =
      chains[question.severity]
      ?? ChainReading(runbook: runbook, name: question.severity, severity: severity).pieces()
    let rungs = chain.filter { $0.matter.map { !$0.concerns(said) } ?? false }.map { piece in
      var step = piece.step
      (step.dueAfter, step.until, step.assumption) = (.zero, .resolved, nil)
      return step
    }
    let named = rules.filter { $0.concerns(question, runbook.severities) && !$0.comesByItself(said) }.map(\.named)
    return (rungs + named).filter { $0.index <= LadderStep.limit }
  }

  /// What no time brings about: a person triggers it. In the document's order.
  func offers(_ question: LadderQuestion) -> [LadderStep] {
    let timed = Set(ladder(question).map(\.index))
    let chain = runbook.escalation.enumerated().map { index, rung in
      LadderStep(
        index: index, target: rung.target, dueAfter: .zero, until: .resolved, line: rung.line, when: rung.condition)
    }
    let offered = rules.filter { $0.concerns(question, runbook.severities) }.map(\.step)
    return (chain + offered).filter { !timed.contains($0.index) && $0.index <= LadderStep.limit }
  }
}
