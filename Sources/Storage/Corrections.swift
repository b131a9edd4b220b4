import Incidents

/// What a person said an alert is about, kept for the next time that the same alert comes.
package struct ScenarioCorrection: Sendable, Hashable {
  /// See `AlertIdentity`.
  package var identity: String
  /// Name of the runbook whose scenario it is.
  package var runbook: String
  /// Title of the scenario; nil: none fits.
  package var scenario: String?
  /// Who said so, as the timeline names actors.
  package var actor: String
  package var at: Timestamp

  package init(identity: String, runbook: String, scenario: String?, actor: String, at: Timestamp) {
    self.identity = identity
    self.runbook = runbook
    self.scenario = scenario
    self.actor = actor
    self.at = at
  }
}

package enum CorrectionQueries {
  /// All of them: people make these one at a time, so they fit into memory.
  package static let all = Query("SELECT identity, runbook, scenario, actor, at FROM scenario_correction") {
    row throws(StorageError) in
    ScenarioCorrection(
      identity: try row.text(0), runbook: try row.text(1), scenario: try row.optionalText(2), actor: try row.text(3),
      at: try row.time(4))
  }
}

package enum CorrectionStatements {
  /// The newest word on an alert holds.
  package static func remember(_ corrections: [ScenarioCorrection]) -> Statement {
    Statement(
      """
      INSERT INTO scenario_correction (identity, runbook, scenario, actor, at) VALUES ($1, $2, $3, $4, $5) \
      ON CONFLICT (identity) DO UPDATE SET runbook = excluded.runbook, scenario = excluded.scenario, \
      actor = excluded.actor, at = excluded.at
      """,
      corrections.map {
        [.text($0.identity), .text($0.runbook), .text($0.scenario), .text($0.actor), .time($0.at)]
      })
  }

  package static func forget(_ identities: [String]) -> Statement {
    Statement("DELETE FROM scenario_correction WHERE identity = $1", identities.map { [.text($0)] })
  }
}
