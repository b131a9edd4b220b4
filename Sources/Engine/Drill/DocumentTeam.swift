import Incidents
import Runbooks

/// A team in which every role of a document is filled by somebody of the role's own name, so that a drill without a
/// team file plays the document alone.
enum DocumentTeam {
  static let channel = "drill"

  static func of(_ runbook: Runbook) -> Team {
    let targets =
      runbook.escalation.map(\.target)
      + runbook.escalationRules.map { Escalation.expand($0.target, in: runbook) }
      + runbook.contacts.map(\.role) + runbook.roles.map(\.name)
    var names: [String] = []
    for name in targets.flatMap({ Team().parts(of: $0) }) where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    return Team(
      people: names.map { Person(id: $0, name: $0, methods: [ContactMethod(channel: channel)]) },
      roles: names.map { RoleBinding(role: $0, holder: .people([$0])) })
  }
}
