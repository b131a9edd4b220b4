import Incidents
import Testing

@testable import Runbooks

/// Whom runbooks that nobody here had seen call for any incident, and whom only for one kind of it.
struct UnseenRungTests {
  @Test func aChainInAnItemIsTheLadderAndWhoIsCalledForOneKindIsARule() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      - Primary on-call → Secondary on-call → Fleet manager → CTO. Climb one rung where nobody acknowledges.
      - For stolen bicycles, also notify the security lead immediately. Keep the footage.
      """)
    #expect(runbook.escalation.map(\.target) == ["Primary on-call", "Secondary on-call", "Fleet manager", "CTO"])
    #expect(runbook.escalationRules.map { "\($0.when): \($0.target)" } == ["For stolen bicycles: security lead"])
  }

  @Test func aListOfReasonsUnderALevelHoldsItsTime() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation Procedures

      ### Level 1 - On-call engineer
      - First look

      ### Level 2 - Senior engineer
      - Several stations at once

      **Escalate if:**
      - Not resolved in 25 minutes
      - Data is lost

      ### Level 3 - Management
      - Press asks
      """)
    #expect(runbook.escalation.map(\.target) == ["On-call engineer", "Senior engineer", "Management"])
    #expect(runbook.escalation[1].afterMinutes == 25)
  }

  @Test func eachLevelSaysWhenItIsLeft() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      ### Level 1: On-call engineer
      - First look
      - Escalate if not resolved in 15 minutes

      ### Level 2: Team lead
      - Deep look
      - Escalate if not resolved in 45 minutes

      ### Level 3: Director
      - Speaks with the city
      """)
    #expect(runbook.ladder == ["On-call engineer@-", "Team lead@15", "Director@45"])
  }

  @Test func nobodyIsPagedByTheClockForAPurpose() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation Contacts

      - **Fleet manager**: [phone] - For broken docks
      - **Head of city relations**: [phone] - For accidents in the street
      """)
    #expect(runbook.escalation.isEmpty)
    #expect(
      runbook.escalationRules.map { "\($0.when): \($0.target)" }
        == ["broken docks: Fleet manager", "accidents in the street: Head of city relations"])
  }

  @Test func aHyphenIsNoWordForAlways() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation Contacts

      | Role | Contact | When to escalate |
      |---|---|---|
      | On-call engineer | @oncall | SEV1 and SEV2 |
      | Team lead | @lead | SEV1 after 20 minutes |
      | Product owner | @owner | Rider-facing decisions |
      """)
    #expect(!runbook.escalation.contains { $0.target == "Product owner" })
    #expect(runbook.escalationRules.map(\.target).contains("Product owner"))
  }

  @Test func aSentenceInTheCourseOfOneKindOfIncidentIsNoRung() throws {
    let runbook = try Fixture.text(
      """
      ## Severity
      - P1: nobody can ride, 10 minutes
      - P2: one station, 2 hours

      ## Injured rider protocol

      ### First actions

      1. **Escalate immediately** to the safety officer
      2. Keep the bicycle
      """)
    #expect(runbook.escalation.isEmpty)
  }

  @Test func aDrawnLadderCallsWhomTheAlertingCalls() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      ### P0

      ```
      P0 alert
        ├── 0 min: PagerDuty calls the Primary On-Call
        ├── 5 min: no acknowledgement → PagerDuty calls Secondary On-Call
        └── 15 min: still none → PagerDuty gọi CTO
      ```

      ### P1

      ```
      P1 alert
        ├── 0 min: PagerDuty calls the Primary On-Call
        └── 30 min: no acknowledgement → PagerDuty calls Secondary On-Call
      ```
      """)
    #expect(
      runbook.ladder == [
        "Primary On-Call@0", "Secondary On-Call@5", "CTO@15", "Primary On-Call@0", "Secondary On-Call@30",
      ])
  }

  @Test func anAcknowledgementBesideAResponseHasATimeOfItsOwn() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels
      - **SEV-0 (Critical)**: Nobody can unlock a bicycle
      - **SEV-1 (High)**: One quarter of the city

      ## Response times
      - **SEV-0**: Immediate response, 10-minute acknowledgment
      - **SEV-1**: 20 minutes acknowledgment, 90 minutes initial response
      """)
    #expect(runbook.scale == ["SEV-0 Critical 0", "SEV-1 High 90"])
    #expect(runbook.severities.map(\.ackMinutes) == [10, 20])
  }
}
