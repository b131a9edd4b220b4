import Incidents
import Testing

@testable import Runbooks

/// Small things that documents nobody here had seen got wrong at the first try.
struct SmallShapeTests {
  @Test func anyWordsMayStandBeforeTheCodeInAColumnOfSeverities() throws {
    let runbook = try Fixture.text(
      """
      ## Levels

      | Level | Means | Response |
      |---|---|---|
      | Outage (S1) | all down | 5 min |
      | Defect (S2) | small things | 1 h |
      """)
    #expect(runbook.scale == ["S1 Outage 5", "S2 Defect 60"])
  }

  @Test func whatEachWaitsAddsUp() throws {
    let runbook = try Fixture.text(
      """
      ## Escalation

      | Step | Who | Wait |
      |---|---|---|
      | 1 | On-call engineer | 10 min |
      | 2 | Team lead | 20 min |
      | 3 | Head of IT | - |
      """)
    #expect(runbook.ladder == ["On-call engineer@-", "Team lead@10", "Head of IT@30"])
  }

  @Test func whomThePagerCallsOpensALadderThatIsTold() throws {
    let runbook = try Fixture.text(
      """
      ## Paging

      PagerDuty pages the on-call engineer. If nobody acknowledges within 10 minutes, the secondary is paged. After 30
      minutes the search manager is called.
      """)
    #expect(runbook.ladder == ["on-call engineer@-", "secondary@10", "search manager@30"])
  }

  @Test func aStepThatIsNothingButACommandIsOne() throws {
    let runbook = try Fixture.text(
      """
      ## Scenario 1: Queue stuck

      **Symptoms:** `queue_depth > 100`

      **Fix:**

      1. `payctl queue drain --all`
      2. `lag is high`
      3. Tell finance
      """)
    #expect(runbook.scenarios.first?.actions.filter { $0.kind == .command }.map(\.text) == ["payctl queue drain --all"])
  }

  @Test func aPlaceInAngleBracketsIsNoTag() throws {
    let runbook = try Fixture.text(
      """
      ## Contacts

      | Role | Name | Phone |
      |---|---|---|
      | Lead | <TBD> | <b>112</b><br>113 |
      | CTO | <your name> | <https://chat.example> |
      """)
    #expect(runbook.contacts.map(\.name) == ["<TBD>", "<your name>"])
    #expect(runbook.contacts.first?.via == ["112; 113"])
    #expect(runbook.contacts.first?.placeholder == true)
  }

  @Test func theNameOfAVariableThatIsPrintedIsNoPlaceToFillIn() {
    #expect(Commands.action("docker exec api printenv DB_HOST", line: 1).placeholders.isEmpty)
    #expect(Commands.action("psql -h DB_HOST", line: 1).placeholders == ["DB_HOST"])
  }

  @Test func aDeadlineNotLaterThanIsOne() throws {
    let russian = try Fixture.text(
      "## Разбор инцидента\n\nОтчёт о причинах и выводах должен быть готов не позднее 48 часов.\n")
    #expect(russian.review.deadlineHours == 48)
  }
}
