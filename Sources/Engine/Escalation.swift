import Incidents
import Runbooks

/// Which rungs an incident climbs, and when: the document's chain, its rules, and what is assumed in its silences.
package enum Escalation {
  /// The ladder of one incident in order of time. Never empty while the team file has anybody.
  package static func ladder(_ runbook: Runbook, _ question: LadderQuestion, _ team: Team) -> [LadderStep] {
    LadderBook(runbook, team).ladder(question)
  }

  /// The same from an incident and what governs it, which has its ladders worked out.
  package static func ladder(_ incident: Incident, _ policy: Policy) -> [LadderStep] {
    let steps = policy.book.ladder(LadderQuestion(incident))
    guard steps.contains(where: { $0.from != nil }) else { return steps }
    return steps.sorted { ($0.due(incident), $0.index) < ($1.due(incident), $1.index) }
  }

  /// Rules and rungs that no time brings about: a person triggers them. In the document's order.
  package static func offers(_ incident: Incident, _ policy: Policy) -> [LadderStep] {
    policy.book.offers(LadderQuestion(incident))
  }

  /// "L2" in a rule means the rung of the chain that bears this level.
  static func expand(_ target: String, in runbook: Runbook) -> String {
    let parts = Team().parts(of: target)
    let named = parts.map { part in
      guard let level = LadderLevel.number(of: part) else { return part }
      let chain = runbook.escalation
      if let rung = chain.first(where: { LadderLevel.leads($0.target, level: level) }) { return rung.target }
      return chain.indices.contains(level - 1) ? chain[level - 1].target : part
    }
    return named == parts ? target : named.joined(separator: " + ")
  }
}
