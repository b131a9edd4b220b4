import Incidents

/// Which scenario an alert is about, with the reasons. No network and no model: words, synonyms of the field, labels.
package struct ScenarioMatch: Sendable, Hashable {
  /// Index in `Runbook.scenarios`.
  package var scenario: Int
  package var title: String
  /// 0…1.
  package var score: Double
  package var why: [Reason]
  package init(scenario: Int, title: String, score: Double, why: [Reason]) {
    self.scenario = scenario
    self.title = title
    self.score = score
    self.why = why
  }
}
