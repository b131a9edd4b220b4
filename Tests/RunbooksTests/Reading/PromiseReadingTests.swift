import Runbooks
import Testing

/// Times that are owed to the law, to the document itself, and in working days.
@Suite struct PromiseReadingTests {
  @Test func aLegalNoticeIsFoundWhereverItStands() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      ## Incident scenarios

      ### Scenario: Data Breach

      **Symptoms**
      - Unknown sessions

      ```bash
      # 4. NOTIFY
      # - Affected users (within 72 hours per GDPR)
      ```

      ## Communication

      | Whom | When |
      | --- | --- |
      | Supervisory authority | within 24 hours |
      | Customers | every 30 minutes |
      """)
    #expect(runbook.notices.map(\.hours) == [72, 24])
    #expect(runbook.notices.map(\.line) == [12, 19])
    #expect(runbook.notices.first?.text == "Affected users (within 72 hours per GDPR)")
    #expect(runbook.notices.first?.scenario == "Data Breach")
    #expect(runbook.notices.last?.scenario == nil)
  }

  @Test(arguments: [
    "GDPR training is held every 12 months.", "Keep audit logs for 5 years as the regulator asks.",
    "Answer within 15 minutes.", "Report the breach to your lead.",
  ])
  func whatIsNoNoticeIsNotTakenForOne(line: String) throws {
    #expect(try Fixture.text("# Runbook\n\n\(line)\n").notices.isEmpty)
  }

  @Test func theDocumentSaysWhenItIsReviewed() throws {
    let runbook = try Fixture.text(
      """
      # Runbook

      **Next Review:** 2026-03-04

      ## Severities

      | Level | Response |
      | --- | --- |
      | P0 | 5 minutes |
      | P1 | 15 minutes |
      | P3 | Next business day |

      ## Runbook updates

      - After every P0/P1 incident
      - Quarterly

      ## Post-incident review

      To be held within 3 business days.
      """)
    #expect(runbook.upkeep.nextReviewLine == 3)
    #expect(runbook.upkeep.everyDays == 91 && runbook.upkeep.everyLine == 16)
    #expect(runbook.upkeep.afterSeverities == ["P0", "P1"] && runbook.upkeep.afterLine == 15)
    #expect(runbook.severities.map(\.responseBusinessDays) == [nil, nil, 1])
    #expect(runbook.review.deadlineBusinessDays == 3)
  }
}
