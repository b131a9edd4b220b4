import Incidents
import Runbooks

extension TeamFile {
  private static let names = [
    ("ana", "Ana Ruiz", "Europe/Madrid"), ("bo", "Bo Lindqvist", "Europe/Stockholm"),
    ("chidi", "Chidi Okafor", "Africa/Lagos"), ("dana", "Dana Weiss", "Europe/Berlin"),
    ("emil", "Emil Novak", "Europe/Prague"), ("fatima", "Fatima Haddad", "Africa/Casablanca"),
    ("george", "George Tan", "Asia/Singapore"), ("hana", "Hana Sato", "Asia/Tokyo"),
  ]

  /// People for a runbook that has no team file: one for each name that the ladder pages, in its order, then one for
  /// each situation's target. All are reached on the console. For demonstrations only.
  package static func sample(for runbook: Runbook) -> Team {
    let people = names.map { id, name, zone in
      Person(id: id, name: name, zone: zone, methods: [ContactMethod(channel: TeamConfiguration.console)])
    }
    var targets = TeamMentions.paged(by: runbook)
    if targets.isEmpty { targets = TeamMentions(runbook).roles.map(\.name) }
    let roles = targets.enumerated().map { index, target in
      RoleBinding(role: target, holder: .people([names[index % names.count].0]))
    }
    return Team(name: "Sample team", people: people, roles: roles, fallback: names[0].0)
  }
}
