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

  @Test func howOftenPeopleAreToldIsNoStepOfAPhase() throws {
    let runbook = try Fixture.text(
      """
      # R

      ## Severity
      - P0: site down, 5 minutes
      - P1: slow, 15 minutes

      ## Incident response process

      ### 1. Communication
      - Open the channel

      **Update frequency:**
      - P0: Every 15 minutes
      - P1: When resolved

      ### 2. Repair
      - P0: stop the queue
      - Restart it
      """)
    #expect(runbook.phases.map(\.items) == [["Open the channel"], ["P0: stop the queue", "Restart it"]])
    #expect(runbook.cadence.compactMap(\.minutes) == [15])
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

  @Test func levelsUnderEscalationAreRungs() throws {
    let runbook = try Fixture.text(
      "# G\n\n## Escalamiento\n\n- Nivel 1: guardia (0-15 min)\n- Nivel 2: líder técnico (15-30 min)\n- Nivel 3: CTO (30+ min)\n"
    )
    #expect(runbook.severities.isEmpty)
    #expect(runbook.escalation.map(\.target) == ["guardia", "líder técnico", "CTO"])
    #expect(runbook.escalation.map(\.afterMinutes) == [0, 15, 30])
  }

  @Test func aDigitUnderAColumnOfSeveritiesIsOne() throws {
    let runbook = try Fixture.text(
      """
      # G

      ## Severity

      | Sev | Meaning | Response |
      |---|---|---|
      | 1 | All ovens down | 5 min |
      | 2 | One oven down | 15 min |
      """)
    #expect(runbook.severities.map(\.name) == ["Sev 1", "Sev 2"])
    #expect(runbook.severities.map(\.responseMinutes) == [5, 15])
  }

  @Test func whatIsNotResolvedByThenCallsTheNext() throws {
    let runbook = try Fixture.text(
      """
      # G

      ## Escalation path

      | Level | Contact | Response time | Trigger |
      |---|---|---|---|
      | L1 | On-call engineer | 30 minutes | Alert fires |
      | L2 | Service owner | 2 hours | Not resolved in 1 hour |
      """)
    #expect(runbook.escalation.map(\.afterMinutes) == [nil, 60])
  }

  @Test func aReviewOfCapacityIsNoReviewOfIncidents() throws {
    let runbook = try Fixture.text("# G\n\n## Weekly\n\n### Capacity review\n\n- CPU\n")
    #expect(!runbook.review.present)
  }
}
