import Incidents
import Runbooks

/// Plays incidents of a runbook through the engine itself on a simulated clock: who is paged when, what falls due, and
/// where it dies. Nothing is stored and nobody is paged.
///
/// Making one works out the ladders; it plays any number of nights.
package struct Drill: Sendable {
  package let runbook: Runbook
  /// The team that is played: the team file's, or the roles of the document themselves.
  package let team: Team
  /// False where targets are the document's roles, because there is no team file.
  package let hasTeamFile: Bool
  let policy: Policy

  package init(_ runbook: Runbook, _ team: Team?) {
    self.runbook = runbook
    self.team = team ?? DocumentTeam.of(runbook)
    hasTeamFile = team != nil
    policy = Policy(runbook: runbook, team: self.team)
  }

  /// - Throws: `Refusal.unknownSeverity` for a severity that the runbook does not have, at the start or on the way.
  package func play(_ question: DrillQuestion) throws(Refusal) -> DrillNight {
    var run = try DrillRun(self, question)
    try run.play()
    return run.night
  }

  /// One night of a runbook, as its events alone.
  package static func play(
    _ runbook: Runbook, _ team: Team?, _ question: DrillQuestion
  ) throws(Refusal) -> [DrillEvent] {
    try Drill(runbook, team).play(question).events
  }

  /// Every scenario and every situation that fires by itself, each at every severity; `question` says all else.
  package func playAll(_ question: DrillQuestion) throws(Refusal) -> [DrillNight] {
    let titles = titles
    var nights: [DrillNight] = []
    for title in titles.isEmpty ? [nil] : titles.map(Optional.some) {
      for severity in severities {
        var question = question
        question.scenario = title
        question.severity = severity
        nights.append(try play(question))
      }
    }
    return nights
  }

  private var severities: [String?] {
    runbook.severities.isEmpty ? [nil] : runbook.severities.sorted { $0.rank < $1.rank }.map(\.name)
  }
}
