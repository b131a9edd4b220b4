import Incidents
import Runbooks
import Testing

/// Shapes that few teams use and that must still be read: each in the smallest document that shows it.
struct ShapeTests {
  private let ladder = ["On-call engineer@-", "Team lead@10", "CTO@45"]

  @Test func aLadderDrawnInMermaid() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      ```mermaid
      flowchart LR
        A[On-call engineer] -->|10 min no answer| B[Team lead]
        B -->|45 min not fixed| C[CTO]
      ```
      """)
    #expect(runbook.ladder == ladder)
  }

  @Test func aLadderOfMomentsInAFence() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      ```
      10 minutes: Escalate to Team lead if no response
      45 minutes: Escalate to CTO
      ```
      """)
    #expect(runbook.ladder == ["Team lead@10", "CTO@45"])
  }

  @Test func colouredSignsAreSeverities() throws {
    let runbook = try Fixture.text(
      """
      ## Severity

      | | Means | Response |
      |---|---|---|
      | 🔴 | all down | 5 min |
      | 🟢 | cosmetic | next business day |

      ## Scenarios

      ### 🔴 Nobody can log in

      **Symptoms:** login fails

      **Fix:** restart it: `systemctl restart auth`
      """)
    #expect(runbook.scale == ["🔴  5", "🟢 cosmetic -"])
    #expect(runbook.scenarios.map(\.severity) == ["🔴"])
    #expect(runbook.scenarios.first?.title == "Nobody can log in")
  }

  @Test func definitionListsAndLevels() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      Level 1 - Critical
      : Everything is down. Respond within 10 minutes.

      Level 2 - Minor
      : Somebody is annoyed. Respond within 2 hours.
      """)
    #expect(runbook.scale == ["Level 1 Critical 10", "Level 2 Minor 120"])
  }

  @Test func commandsWithinSentencesAreActionsAndConditionsAreNot() throws {
    let runbook = try Fixture.text(
      """
      ## Scenarios

      ### Queue is stuck

      **Symptoms:** `queue_depth > 100`, and `redis-cli LLEN q` answers slowly

      **Fix:**

      1. Look: `docker ps`
      2. Restart the worker: `docker restart worker`
      """)
    let scenario = try #require(runbook.scenarios.first)
    #expect(scenario.actions.map(\.text) == ["docker ps", "docker restart worker"])
    #expect(scenario.actions.map(\.effect) == [.read, .write])
    #expect(scenario.actions.last?.caption == "Restart the worker")
    #expect(scenario.actions.map(\.line) == [9, 10])
  }

  @Test func partsThatFoldAreSections() throws {
    let runbook = try Fixture.text(
      """
      # Ops

      ## Known issues

      <details>
      <summary><b>Disk full</b></summary>

      ### Symptoms

      - writes fail

      ### Fix

      - delete old logs

      </details>

      ## Contacts

      - Ana Lima: +44 20 7946 0001
      """)
    #expect(runbook.scenarios.map(\.title) == ["Disk full"])
    #expect(runbook.scenarios.first?.symptoms.map(\.text) == ["writes fail"])
    #expect(runbook.contacts.count == 1)
  }

  @Test func germanSentencesNameWhomAtTheirEnd() throws {
    let runbook = try Fixture.text(
      """
      ## Eskalation

      - Reagiert die Rufbereitschaft nicht innerhalb von 15 Minuten, wird die Teamleitung angerufen.
      - Ist die Störung nach 60 Minuten nicht behoben, wird die Bereichsleitung informiert.
      """)
    #expect(runbook.ladder == ["Teamleitung@15", "Bereichsleitung@60"])
  }
}
