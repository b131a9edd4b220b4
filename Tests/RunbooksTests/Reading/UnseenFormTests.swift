import Incidents
import Testing

@testable import Runbooks

/// Forms met in runbooks that nobody here had seen: whom a list names and whom it does not, and times that are none.
struct UnseenFormTests {
  @Test func aListCalledTimelineIsTheLadderOfItsSeverity() throws {
    let runbook = try Fixture.text(
      """
      ## Who climbs when

      Escalation paths by severity.

      ## Escalation paths

      ### P1 - Critical (all shops closed)

      **At once**:
      1. Claim the alert
      2. Page on-call engineer
      3. Notify shop manager

      **Escalation timeline**:
      - 0 min: On-call engineer
      - 15 min: Platform lead
      - 40 min: CTO

      ### P2 - High (one shop closed)

      **Escalation timeline**:
      - 0 min: On-call engineer
      - 90 min: Platform lead

      ### P3 - Low

      **At once**:
      1. Create a ticket

      **Escalation timeline**:
      - None (next sprint)
      """)
    #expect(
      runbook.ladder == ["On-call engineer@0", "Platform lead@15", "CTO@40", "On-call engineer@0", "Platform lead@90"])
    #expect(runbook.escalation.map(\.severities) == [["P1"], ["P1"], ["P1"], ["P2"], ["P2"]])
  }

  @Test func reasonsUnderAHeadCallOneForEach() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      **Escalate to the fraud team if:**
      - A card number was seen in a log
      - Refunds above 500 EUR cannot be explained

      **Contact:**
      - **Fraud team**: fraud@mill.example
      - **On-call**: [rota]
      """)
    #expect(runbook.escalation.isEmpty)
    #expect(runbook.escalationRules.map(\.target) == ["fraud team", "fraud team"])
    #expect(runbook.contacts.map(\.role) == ["Fraud team", "On-call"])
  }

  @Test func placesAndListsAmongContactsAreNobody() throws {
    let runbook = try Fixture.text(
      """
      ## Contact & escalation

      **Primary on-call**: @mill-oncall
      **Escalation**: duty@mill.example
      **War room**: [Video](https://meet.example/mill)
      **Runbook**: this document

      **Service owners**:

      - Bakery API: @bakery-team
      - Payments: @payments-team
      """)
    #expect(runbook.escalation.map(\.target) == ["Primary on-call", "duty@mill.example"])
  }

  @Test func oneRowWithoutAnAnswerIsALadder() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      | Severity | Meaning | Response time |
      |---|---|---|
      | P0 | all down | 5 min |
      | P1 | half down | 30 min |

      ## Escalation matrix

      | Situation | Escalate to | Notes |
      |---|---|---|
      | P0/P1, on-call hasn't acknowledged within 10 min | Secondary on-call | |
      | Flour silo on fire | Works fire brigade lead | at once |
      """)
    #expect(runbook.ladder == ["Secondary on-call@10"])
    #expect(runbook.escalationRules.count == 1)
  }

  @Test func whomTheSecondWaitsForIsCalledForItsSeverities() throws {
    let runbook = try Fixture.text(
      """
      ## Severità

      | Severità | Criteri | Tempo di risposta |
      |---|---|---|
      | P1 | forno fermo | 10 min |
      | P2 | forno lento | 30 min |
      | P3 | stampa etichette | 4 ore |

      ## Escalation

      | Livello | Chi | Quando |
      |---|---|---|
      | L1 | On-call engineer | Primo controllo, risolve P3 |
      | L2 | Team lead | P1/P2 non risolti in 30 min |
      | Esterno | Fornitore forni | Guasti al bruciatore persistenti |
      """)
    #expect(runbook.ladder == ["On-call engineer@-", "Team lead@30"])
    #expect(runbook.escalation.map(\.severities) == [[], ["P1", "P2"]])
    #expect(runbook.escalationRules.map(\.target) == ["Fornitore forni"])
  }

  @Test func whatASeverityPagesIsCalledAtOnce() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      ### P0 - Critical

      **Meaning**: all ovens off

      **Requirements**:
      - **Acknowledgment**: <5 minutes
      - **Page**: Incident commander + On-call SRE
      - **Update frequency**: Every 15 minutes

      ### P1 - High

      **Meaning**: one oven off

      **Requirements**:
      - **Acknowledgment**: <20 minutes
      - **Page**: On-call SRE

      ### P2 - Low

      **Meaning**: a label misprinted

      **Requirements**:
      - **Acknowledgment**: Next business day
      - **Page**: No page, chat only
      """)
    #expect(runbook.ladder == ["Incident commander@0", "On-call SRE@0", "On-call SRE@0"])
    #expect(runbook.escalation.map(\.severities) == [["P0"], ["P0"], ["P1"]])
  }

  @Test func boldSeveritiesOwnTheLabelsBehindThem() throws {
    let runbook = try Fixture.text(
      """
      ## Severity levels

      **SEV-1 (Critical):**
      - No bread at all

      **Response:** Immediate, all hands on deck

      **SEV-2 (High):**
      - No rolls

      **Response:** < 1 hour

      **SEV-3 (Low):**
      - Labels are crooked

      **Response:** Next sprint, no immediate action
      """)
    #expect(runbook.severities.map(\.responseMinutes) == [0, 60, nil])
  }

  @Test func aTimeOfTheFirstWordOrOfTheDocumentIsNoCadence() throws {
    let runbook = try Fixture.text(
      """
      ## Severity

      | Severity | Meaning | Customer comms |
      |---|---|---|
      | Sev 1 | all down | Announcement within 30 min |
      | Sev 2 | half down | Announcement within 2 h |

      *This runbook is reviewed monthly and updated after each incident.*
      """)
    #expect(runbook.cadence.isEmpty)
  }

  @Test func aRowOfTheReviewSaysItsDeadline() throws {
    let runbook = try Fixture.text(
      """
      ## P1 response

      1. Schedule post-incident review within 72 hours

      ## Post-incident review

      ### Schedule

      | Severity | Review timing |
      |---|---|
      | P1 | Within 24 hours |
      | P2 | Within 48 hours |
      """)
    #expect(runbook.review.deadlineHours == 24)
  }

  @Test func aMessageNamedByAStateNeedsNothingToFillIn() throws {
    let runbook = try Fixture.text(
      """
      ## Communication during the incident

      **Resolved**:
      ```
      The ovens are hot again.
      We apologize for the late bread.
      ```
      """)
    #expect(runbook.templates.map(\.state) == [.resolved])
  }
}
