import Incidents
import Runbooks

/// A runbook as it was understood, beside its source.
struct RunbookView: Sendable {
  var shelved: ShelvedRunbook
  var runbooks: RunbookSwitch
  /// Whether this is an old revision, kept because an incident pinned it.
  var isCurrent: Bool
  /// Rungs and rules that reach nobody; shown before all else.
  var unreachable: [FindingRow]
  /// Names of people that a role reaches today, by the role's words.
  var holders: [String: String]
  /// What is wrong with it where the team file does not say better.
  var findings: [Finding]

  var runbook: Runbook { shelved.runbook }
  /// References lead to lines of the same page.
  var citation: Citation { Citation(address: "", lines: runbook.lines, parts: runbook.parts) }

  var commands: Int { runbook.scenarios.reduce(0) { $0 + $1.actions.count } }

  /// A sentence under a line of the source.
  struct Remark: Hashable {
    var text: String
    var isError: Bool
  }

  /// What was found wrong, by the line that it is about.
  var remarks: [Int: [Remark]] {
    var remarks: [Int: [Remark]] = [:]
    for row in unreachable {
      if let line = row.line { remarks[line, default: []].append(Remark(text: row.fact, isError: true)) }
    }
    for finding in findings where finding.line > 0 && finding.level != .hint {
      remarks[finding.line, default: []].append(Remark(text: finding.message, isError: finding.level == .error))
    }
    return remarks.mapValues(\.distinct)
  }
}
