import Engine
import Incidents
import Runbooks

/// What a demo of a runbook sends, and what its ladder then promises.
struct DemoPlan: Sendable {
  /// One minute passes each second.
  static let usualPace = 60.0
  /// Real seconds within which the last rung that a story waits for is to come.
  private static let patience = 45.0

  let runbook: Runbook
  let team: Team
  /// The alert's words, out of the scenario's own symptoms or title.
  let summary: String
  let scenario: Scenario?

  init(_ runbook: Runbook, _ team: Team) {
    self.runbook = runbook
    self.team = team
    let worst = runbook.severities.min { $0.rank < $1.rank }?.name ?? ""
    let index = MatchIndex(runbook)
    let candidates = runbook.scenarios.enumerated().compactMap { place, scenario in
      DemoPlan.words(for: place, scenario, index).map { (scenario: scenario, summary: $0) }
    }
    let climbing = candidates.first { candidate in
      let question = LadderQuestion(
        severity: candidate.scenario.severity ?? worst, scenario: candidate.scenario.title, title: candidate.summary)
      return DemoPlan.climbs(runbook, question, team)
    }
    let chosen = climbing ?? candidates.first
    scenario = chosen?.scenario
    summary = chosen?.summary ?? "The service does not answer"
  }

  /// Words for which this scenario ranks first.
  private static func words(for place: Int, _ scenario: Scenario, _ index: MatchIndex) -> String? {
    let said = scenario.symptoms.map { Layout.plain($0.text) } + [Layout.plain(scenario.title)]
    let both = said.dropLast().map { "\(Layout.plain(scenario.title)): \($0)" }
    return (said + both).map { String($0.prefix(200)) }.first { words in
      index.rank(summary: words, labels: [:]).first?.scenario == place
    }
  }

  /// Whether at least two rungs page different people.
  private static func climbs(_ runbook: Runbook, _ question: LadderQuestion, _ team: Team) -> Bool {
    let reached = Escalation.ladder(runbook, question, team).map { step in
      Set(team.candidates(for: step.target).map(\.id))
    }
    return Set(reached.filter { !$0.isEmpty }).count > 1
  }

  func ladder(severity: String, scenario: String?, title: String) -> [LadderStep] {
    Escalation.ladder(runbook, LadderQuestion(severity: severity, scenario: scenario, title: title), team)
  }

  /// Faster than usual where the ladder is so long that a story would not see its end.
  var pace: Double {
    let names = runbook.severities.map(\.name)
    let longest =
      (names.isEmpty ? [""] : names).flatMap { severity in
        ladder(severity: severity, scenario: scenario?.title, title: summary).map(\.dueAfter)
      }.max() ?? .zero
    return max(DemoPlan.usualPace, (Double(longest.seconds) / DemoPlan.patience).rounded(.up))
  }

  /// The alert as a PagerDuty v2 event.
  func event(key: String, action: String) -> JSONField {
    .object([
      "routing_key": .text(key), "event_action": .text(action), "dedup_key": "demo-1",
      "payload": .object(["summary": .text(summary), "source": "demo", "severity": "critical"]),
    ])
  }
}
