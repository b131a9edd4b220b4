import Incidents
import Testing

@testable import Runbooks

/// Who is called where the condition, the alert or something to do stands before the name.
struct LadderWordingTests {
  @Test func whoIsCalledStandsBehindTheCondition() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      1. **P0/P1 not resolved in 30 minutes**: Escalate to the tech lead
      2. **P0 not resolved in 2 hours**: Escalate to the CTO
      3. **Card data leaked**: Escalate immediately to the security team
      """)
    #expect(runbook.ladder == ["tech lead@30", "CTO@120"])
    #expect(runbook.escalation.map(\.severities) == [["P0", "P1"], ["P0"]])
    #expect(runbook.escalationRules.map(\.target) == ["security team"])
  }

  @Test func aPortuguesePrepositionIsNobody() throws {
    let runbook = try Fixture.text(
      """
      ## Escalação

      - **P0 não resolvido em 45 minutos**: Escalar para o coordenador
      - **P0 não resolvido em 2 horas**: Acionar a diretoria
      """)
    #expect(runbook.ladder == ["coordenador@45", "diretoria@120"])
  }

  @Test func theAlertNamesTheFirstAndWhoHasTimeToAnswerIsTheSame() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      1. Pager alert fires to the primary on-call.
      2. Primary on-call has 10 minutes to acknowledge.
      3. If no answer after 10 minutes: page the secondary on-call
      4. If no answer after 25 minutes: page the duty manager
      """)
    #expect(runbook.ladder == ["primary on-call@-", "secondary on-call@10", "duty manager@25"])
  }

  @Test func behindAnArrowStandsWhoTheEventCallsAndNoRuleSaysItAgain() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation chain

      1. Alert raised → **duty engineer**
      2. Not resolved in 20 min → Escalate to the **team lead**
      3. Not resolved in 50 min → Escalate to the **CTO**
      """)
    #expect(runbook.ladder == ["duty engineer@-", "team lead@20", "CTO@50"])
    #expect(runbook.escalationRules.isEmpty)
  }

  @Test func somethingToDoIsNobody() throws {
    let runbook = try Fixture.text(
      """
      ## Severity

      - SEV1: all down
      - SEV2: one function

      ## Escalation matrix

      | Severity | First contact | Escalation (20 min) |
      |---|---|---|
      | SEV1 | Duty engineer | Head of platform |
      | SEV2 | Create ticket | Platform team |
      """)
    #expect(runbook.ladder == ["Duty engineer@-", "Head of platform@20", "Platform team@20"])
  }

  @Test func momentsUnderASeverityNameWhomAndNotWhatToDo() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation matrix

      - **P1 (Disaster)**: day and night
        - T+0: Page the duty engineer
        - T+5m: Acknowledge; update the ticket
        - T+20m: Escalate to the operations manager
      - **P2 (Major)**
        - T+60m: Escalate to the operations manager
      """)
    #expect(runbook.ladder == ["duty engineer@0", "operations manager@20", "operations manager@60"])
    #expect(runbook.severities.map(\.name) == ["P1", "P2"])
  }

  @Test func telephoneNumbersAloneAreNoLadder() throws {
    let runbook = try Fixture.text(
      """
      ## Emergency contacts

      | Role | Phone |
      |---|---|
      | Technical lead | 555-0101 |
      | Lawyer | 555-0102 |
      | Data protection officer | 555-0103 |
      """)
    #expect(runbook.escalation.isEmpty)
    #expect(runbook.contacts.count == 3)
  }

  @Test func eachSeverityMayListItsOwnLadder() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      ### SEV-1: Critical

      **Response time**: 10 minutes

      **Escalation**:
      - Duty engineer (at once)
      - Team lead (T+5min)

      ### SEV-2: Major

      **Response time**: 30 minutes

      **Escalation**:
      - Duty engineer (at once)
      - Team lead (T+40min)
      """)
    #expect(runbook.ladder == ["Duty engineer@0", "Team lead@5", "Duty engineer@0", "Team lead@40"])
    #expect(runbook.escalation.map(\.severities) == [["SEV-1"], ["SEV-1"], ["SEV-2"], ["SEV-2"]])
  }

  @Test func aColumnOfTheScaleMayNameWhoIsCalled() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      | Level | Response time | Escalation |
      |---|---|---|
      | P0 | 15 min | Immediate — all hands |
      | P1 | 1 hour | Duty engineer + team lead |
      | P2 | 4 hours | Next sprint |
      """)
    #expect(runbook.ladder == ["all hands@0", "Duty engineer@-", "team lead@-"])
  }

  @Test func amongWhatIsToldToWhomOnlyEscalateCalls() throws {
    let runbook = try Fixture.text(
      """
      ## Severity

      - SEV1: all down
      - SEV2: half down

      ## Communication

      1. Notify the channel of the team
      2. SEV1: Escalate to management within 15 minutes
      """)
    #expect(runbook.ladder == ["management@15"])
  }

  @Test func rowsOfMomentsNameWhoIsAlertedAndBehindTheVerb() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      | Time | Action | Notify |
      |---|---|---|
      | T+0 | On-call engineer alerted | — |
      | T+5 | No answer | Escalate to the secondary on-call |
      | T+30 | Still open | Activate the incident commander; notify the executive team |
      """)
    #expect(
      runbook.ladder == ["On-call engineer@0", "secondary on-call@5", "incident commander@30", "executive team@30"])
  }
}
