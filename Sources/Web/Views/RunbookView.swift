import Incidents
import Runbooks

/// A runbook as it was understood, beside its source.
struct RunbookView: Sendable {
  var shelved: ShelvedRunbook
  /// Other runbooks in force: their names and addresses.
  var others: [(name: String, address: String)]
  /// Whether this is an old revision, kept because an incident pinned it.
  var isCurrent: Bool
  /// Rungs and rules that reach nobody; shown before all else.
  var unreachable: [FindingRow]
  /// Names of people that a role reaches today, by the role's words.
  var holders: [String: String]

  var runbook: Runbook { shelved.runbook }
  /// References lead to lines of the same page.
  var citation: Citation { Citation(address: "", lines: runbook.lines) }

  var commands: Int { runbook.scenarios.reduce(0) { $0 + $1.actions.count } }

  /// Lines that a fact came from, and what was understood by them.
  var readLines: Set<Int> {
    var lines: Set<Int> = []
    lines.formUnion(runbook.severities.map(\.line))
    lines.formUnion(runbook.severities.compactMap(\.ackLine))
    lines.formUnion(runbook.cadence.map(\.line))
    lines.formUnion(runbook.escalation.map(\.line))
    lines.formUnion(runbook.escalationRules.map(\.line))
    lines.formUnion(runbook.roles.map(\.line))
    lines.formUnion(runbook.templates.map(\.line))
    lines.formUnion(runbook.contacts.map(\.line))
    for scenario in runbook.scenarios {
      lines.insert(scenario.line)
      lines.formUnion(scenario.symptoms.map(\.line))
      lines.formUnion(scenario.actions.map(\.line))
      lines.formUnion(scenario.solutions.map(\.line))
    }
    lines.formUnion([runbook.quietLine, runbook.review.deadlineLine, runbook.rollback?.line].compactMap { $0 })
    return lines
  }
}
