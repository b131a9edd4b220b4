import Incidents
import Runbooks

/// The team and the runbook of the tests: one of everything that a document may say.
enum Payments {
  static let people = [
    Person(
      id: "ana", name: "Ana Ruiz",
      methods: [
        ContactMethod(channel: "push"), ContactMethod(channel: "phone", address: "+1", after: .minutes(5)),
        ContactMethod(channel: "mail", address: "ana@example.org"),
      ]),
    Person(id: "bo", name: "Bo Lindqvist", methods: [ContactMethod(channel: "push", address: "bo")]),
    Person(id: "chidi", name: "Chidi Okafor", methods: [ContactMethod(channel: "push", address: "chidi")]),
    Person(id: "dana", name: "Dana Weiss", methods: [ContactMethod(channel: "push", address: "dana")]),
  ]

  static let team = Team(
    name: "Payments", people: people,
    roles: [
      RoleBinding(role: "Primary on-call", holder: .rotation("weekly", position: 1)),
      RoleBinding(role: "Secondary on-call", holder: .rotation("weekly", position: 2)),
      RoleBinding(role: "Senior engineer", holder: .people(["chidi"])),
      RoleBinding(role: "Manager", holder: .people(["dana"])),
    ],
    rotations: [
      Rotation(name: "weekly", people: ["ana", "bo"], start: Timestamp.threeInTheMorning - .days(30), days: 14)
    ],
    fallback: "dana")

  static var runbook: Runbook {
    var runbook = Runbook()
    runbook.severities = [
      Severity(
        name: "P0", label: "Critical", rank: 0, responseMinutes: 15, ackMinutes: 5,
        examples: ["Data breach or security incident"], line: 10, ackLine: 15),
      Severity(name: "P1", label: "High", rank: 1, responseMinutes: 15, line: 11),
      Severity(name: "P2", label: "Medium", rank: 2, responseMinutes: 60, line: 12),
    ]
    runbook.cadence = [
      Cadence(severity: "P0", minutes: 15, line: 20), Cadence(severity: "P1", minutes: 30, line: 21),
      Cadence(severity: "P2", minutes: nil, line: 22),
    ]
    runbook.escalation = [
      Rung(target: "Primary On-Call Engineer", line: 30),
      Rung(target: "Secondary On-Call Engineer", afterMinutes: 15, severities: ["P0", "P1"], line: 31),
      Rung(target: "Senior Engineer", afterMinutes: 30, line: 32),
      Rung(target: "Manager", afterMinutes: 45, line: 33),
      Rung(target: "CTO/Founder", afterMinutes: 60, severities: ["P0"], condition: "or security breach", line: 34),
    ]
    runbook.escalationRules = [
      EscalationRule(
        when: "P0 lasting >30 min", target: "Senior Engineer", afterMinutes: 30, severities: ["P0"], line: 40),
      EscalationRule(when: "Security breach suspected", target: "Senior Engineer + Manager", afterMinutes: 0, line: 41),
      EscalationRule(when: "Need production access", target: "Ops Lead", line: 42),
    ]
    runbook.scenarios = [Scenario(title: "Payments down", severity: "P0", line: 50, endLine: 60)]
    var rollback = Rollback(line: 70)
    rollback.decideAfterMinutes = 30
    rollback.decideLine = 71
    runbook.rollback = rollback
    runbook.quietMinutes = 15
    runbook.quietLine = 80
    runbook.review.present = true
    runbook.review.deadlineHours = 48
    runbook.review.severities = ["P0", "P1"]
    runbook.review.line = 90
    return runbook
  }

  /// The team with a CTO too, so that every rung reaches somebody.
  static var fullTeam: Team {
    var team = team
    team.people.append(Person(id: "eve", name: "Eve Adler", methods: [ContactMethod(channel: "push", address: "eve")]))
    team.roles.append(RoleBinding(role: "CTO", holder: .people(["eve"])))
    return team
  }

  static let alert = AlertEvent(
    action: .trigger, dedupKey: "k1", summary: "Payments answer 502", source: "Uptime monitor", severity: "critical")

  static func night(_ severity: String = "P0", team: Team = fullTeam) -> Night {
    var event = alert
    event.labels = ["priority": severity]
    event.severity = ""
    return Night(runbook, team, alert: event)
  }
}
