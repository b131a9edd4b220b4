import Incidents
import Testing

@testable import Runbooks

/// Times that stand alone, or beside somebody whom they are not for.
struct SpokenTimeTests {
  @Test func aTimeAsALevelsOnlyBulletIsItsAnswer() throws {
    let runbook = try Fixture.text("# R\n\n## Severity\n\n### P0\n- 15 minutes\n\n### P1\n- 1 hour\n")
    #expect(runbook.severities.map(\.responseMinutes) == [15, 60])
  }

  @Test func whatIsContinuousForOneHasNoTimeOfTheOther() throws {
    let runbook = try Fixture.text(
      """
      # R

      ## Severity
      - P0: site down, 5 minutes
      - P1: slow, 15 minutes

      ## Communication
      - Status updates: continuous for P0, every 30 min for P1
      """)
    #expect(runbook.cadence.map(\.severity) == ["P1"])
    #expect(runbook.cadence.map(\.minutes) == [30])
  }

  @Test func theToolThatCallsIsNoRung() throws {
    let runbook = try Fixture.text(
      "# R\n\n## Escalation\n\n1. PagerDuty calls the Primary\n2. After 10 minutes it calls the Secondary\n")
    #expect(runbook.escalation.map(\.target) == ["Primary", "Secondary"])
  }

  @Test func theSentenceThatSaysWhenIsTheAnswer() throws {
    let runbook = try Fixture.text(
      """
      # Escalation

      ## Alert levels
      - `P1`: outage or a fault that blocks the release. Immediate response required.
      - `P2`: degradation. Response in current shift.
      """)
    #expect(runbook.severities.map(\.responseMinutes) == [0, nil])
  }

  @Test func aTicketIsNoReviewTemplate() throws {
    let runbook = try Fixture.text(
      """
      # R

      ## Post-incident

      Create a Jira ticket:

      ```
      Title: [what]
      Type: Incident
      ```
      """)
    #expect(runbook.templates.map(\.kind) == [.other])
  }
}
