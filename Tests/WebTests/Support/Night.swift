import Engine
import Incidents
import Runbooks

/// The same small runbook, team and night in every test.
package enum Night {
  /// 2026-02-14T03:12:00Z
  package static let opened = Timestamp(microseconds: 1_771_038_720_000_000)

  package static func at(_ minutes: Double) -> Timestamp { opened + .minutes(minutes) }

  package static let source = """
    # Harbour Runbook

    | Level | Definition | Response |
    | P0 - Critical | Nobody can buy a ticket | <5 min |
    | P2 - Medium | Slower than it should be | <1 hour |

    | Primary | Pager | - |
    | Secondary | Pager | 15 minutes |
    | Senior | Phone | 30 minutes, until resolved |
    | Director | +1-XXX | 60 minutes |

    Updates every 15 minutes for P0.

    ### Scenario 1: Shop Down
    - HTTP 502 from the shop
    ```bash
    # Is it running?
    docker ps | grep shop
    # Restart it
    docker compose restart shop
    ```
    """

  package static var runbook: Runbook {
    var runbook = Runbook()
    runbook.title = "Harbour Runbook"
    runbook.lastUpdated = "2026-02-01"
    runbook.severities = [
      Severity(
        name: "P0", label: "Critical", rank: 0, responseMinutes: 5, responseText: "<5 min",
        definition: "Nobody can buy a ticket", line: 4),
      Severity(
        name: "P2", label: "Medium", rank: 2, responseMinutes: 60, responseText: "<1 hour",
        definition: "Slower than it should be", line: 5),
    ]
    runbook.escalation = [
      Rung(target: "Primary", afterMinutes: 0, line: 7),
      Rung(target: "Secondary", afterMinutes: 15, line: 8),
      Rung(target: "Senior", afterMinutes: 30, until: .resolved, line: 9),
      Rung(target: "Director", afterMinutes: 60, line: 10),
    ]
    runbook.cadence = [Cadence(severity: "P0", minutes: 15, line: 12)]
    runbook.scenarios = [scenario]
    runbook.findings = [
      Finding(
        rule: "placeholder-contact", level: .error, message: "The phone of Director is +1-XXX",
        hint: "Write the number.", line: 10)
    ]
    runbook.lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return runbook
  }

  private static var scenario: Scenario {
    var scenario = Scenario(title: "Shop Down", severity: "P0", line: 14, endLine: 21)
    scenario.symptoms = [Said("HTTP 502 from the shop", line: 15)]
    scenario.actions = [
      Action(
        kind: .command, phase: .diagnosis, text: "docker ps | grep shop", caption: "Is it running?", effect: .read,
        line: 18),
      Action(
        kind: .command, phase: .fix, text: "docker compose restart shop", caption: "Restart it", effect: .write,
        effectReason: "restarts one service", line: 20),
    ]
    scenario.hasFix = true
    return scenario
  }

  package static let console = [ContactMethod(channel: "console")]

  package static var team: Team {
    Team(
      name: "Harbour",
      people: [
        Person(id: "ana", name: "Ana Ruiz", methods: console),
        Person(id: "bo", name: "Bo Lindqvist", methods: console),
        Person(id: "chidi", name: "Chidi Okafor", methods: console),
      ],
      roles: [
        RoleBinding(role: "Primary", holder: .people(["ana"])),
        RoleBinding(role: "Secondary", holder: .people(["bo"])),
        RoleBinding(role: "Senior", holder: .people(["chidi"])),
      ])
  }

  package static var event: AlertEvent {
    AlertEvent(
      action: .trigger, dedupKey: "shop", summary: "HTTP 502 from the shop", source: "Uptime monitor",
      severity: "critical")
  }
}
