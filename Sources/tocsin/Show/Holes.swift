import Engine
import Incidents
import Runbooks

/// Where pages would reach nobody, as findings for `check`.
enum Holes {
  static func findings(_ runbook: Runbook, _ team: Team?, at now: Timestamp) -> [Finding] {
    guard let team else {
      return [
        Finding(
          rule: "T003", level: .hint, message: "There is no team file, so who is paged was not checked.",
          hint: "`tocsin init` writes one beside the runbook.", line: 1)
      ]
    }
    let unreachable = Reachability.of(runbook, team, at: now).map { hole in
      Finding(rule: "T002", level: .error, message: "\(hole.text).", hint: hole.hint, line: hole.line ?? 1)
    }
    let quiet = QuietRules.faults([runbook], team).map { fault in
      Finding(rule: "T005", level: .warning, message: "\(fault.text).", hint: fault.hint, line: 1)
    }
    return unreachable + quiet
      + Coverage.year(team, from: now).holes.map { hole in
        Finding(
          rule: "T004", level: .error, message: "Schedule \(hole.schedule) has \(hole.text).",
          hint: "Add somebody in a lower layer, or an override for that time, in the team file.", line: 1)
      }
  }
}
