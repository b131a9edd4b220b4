import Incidents
import Runbooks

/// What the document leaves open about its people and the team file says.
package enum TeamAnswers {
  /// Whether a finding is none any more: a contact that reaches nobody in the document, or a role without a contact,
  /// is no fault where the team file says who it is.
  package static func mends(_ finding: Finding, of runbook: Runbook, _ team: Team, at now: Timestamp) -> Bool {
    switch finding.rule {
    case "R031":
      runbook.contacts.first { $0.line == finding.line }.map { reaches($0.role, team, now) } ?? false
    case "R032": paged(on: finding.line, runbook, team).contains { finding.names($0) && reaches($0, team, now) }
    default: false
    }
  }

  /// Findings that hold with this team.
  package static func open(_ runbook: Runbook, _ team: Team, at now: Timestamp) -> [Finding] {
    runbook.findings.filter { !mends($0, of: runbook, team, at: now) }
  }

  /// Who is reached today, by the document's words for the role.
  package static func holders(_ roles: [String], _ team: Team, at now: Timestamp) -> [String: [String]] {
    roles.reduce(into: [:]) { holders, role in
      let names = team.holders(of: role, at: now).filter { !$0.methods.isEmpty }.map(\.name)
      if !names.isEmpty { holders[role] = names }
    }
  }

  private static func reaches(_ role: String, _ team: Team, _ now: Timestamp) -> Bool {
    team.holders(of: role, at: now).contains { !$0.methods.isEmpty }
  }

  private static func paged(on line: Int, _ runbook: Runbook, _ team: Team) -> [String] {
    let rungs = runbook.escalation.filter { $0.line == line }.map(\.target)
    let rules = runbook.escalationRules.filter { $0.line == line }.map(\.target)
    return (rungs + rules).flatMap(team.parts)
  }
}

extension Finding {
  fileprivate func names(_ role: String) -> Bool { message.contains("\"\(role)\"") }
}
