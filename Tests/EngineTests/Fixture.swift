import Engine
import Incidents
import Runbooks

/// A small runbook and a team of three for tests of one rule at a time.
enum Fixture {
  static let start = Timestamp(microseconds: 1_771_038_720_000_000)

  static func person(_ id: String) -> Person {
    let name = id.prefix(1).uppercased() + id.dropFirst()
    return Person(id: id, name: name, methods: [ContactMethod(channel: "push", address: id)])
  }

  static let team = Team(
    people: ["ana", "bo", "eve"].map(person),
    roles: [
      RoleBinding(role: "On-call", holder: .people(["ana"])), RoleBinding(role: "Team lead", holder: .people(["bo"])),
      RoleBinding(role: "CTO", holder: .people(["eve"])),
    ], fallback: "bo")

  static let severities = [
    Severity(
      name: "P0", label: "Critical", rank: 0, responseMinutes: 5, examples: ["Data breach", "site down, data loss"],
      line: 1),
    Severity(name: "P1", label: "High", rank: 1, responseMinutes: 20, line: 2),
    Severity(name: "P2", label: "Low", rank: 2, line: 3),
  ]

  static func runbook(_ rungs: [Rung] = [], rules: [EscalationRule] = []) -> Runbook {
    var runbook = Runbook()
    runbook.severities = severities
    runbook.escalation = rungs
    runbook.escalationRules = rules
    runbook.scenarios = [
      Scenario(title: "Website down", severity: "P1", line: 50, endLine: 60),
      Scenario(title: "Slow queries", line: 61, endLine: 70),
    ]
    return runbook
  }

  static let rungs = [
    Rung(target: "On-call", line: 10), Rung(target: "Team lead", afterMinutes: 30, line: 11),
    Rung(target: "CTO", afterMinutes: 60, line: 12),
  ]

  static func view(_ runbook: Runbook = runbook(rungs), severity: String = "P0", team: Team = team) -> IncidentView {
    let found = severities.first { $0.name == severity } ?? severities[0]
    let opening = Opening(
      id: 3, name: "INC-2026-02-14-01", title: "Website answers 502", cause: "c", scenario: "Website down",
      severity: SeverityChoice(name: found.name, rank: found.rank, line: found.line, reasons: []), revision: 1,
      source: "monitor")
    let policy = Policy(runbook: runbook, team: team)
    return stored(Engine.open(opening, policy, now: start), policy)
  }

  /// A plan as the store keeps it, every page delivered.
  static func stored(_ plan: Plan, _ policy: Policy, _ before: [Page] = [], firing: Int = 1) -> IncidentView {
    var incident = plan.incident
    let pages = plan.pages.enumerated().map { offset, page in
      var page = page
      page.id = RowID.make(incident: incident.id, number: incident.pages + offset)
      if page.due <= page.created { page.status = .accepted }
      return page
    }
    incident.pages += pages.count
    incident.entries += plan.entries.count
    return IncidentView(
      incident: incident, pages: before + pages, alerts: AlertCounts(firing: firing, total: 1), policy: policy)
  }
}
