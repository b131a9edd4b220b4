import Runbooks
import Testing

/// Sentences about pages that nobody answers, and about answers that nothing follows.
@Suite struct AnswerRuleTests {
  private func read(_ text: String) throws -> Runbook {
    let document = """
      # Runbook

      ## Severities
      - **P0**: everything is down, respond within 5 minutes
      - **P1**: much is down, respond within 15 minutes

      ## Escalation
      1. Primary on-call: immediately
      2. Team lead: after 30 minutes

      ## Paging
      \(text)
      """
    return try RunbookReader.read([UInt8](document.utf8), name: "t.md")
  }

  @Test(arguments: [
    ("Re-page if not acknowledged in 10 minutes.", 10.0, false, [String]()),
    ("If the page is not acknowledged within 10 minutes, page the on-call again.", 10, false, []),
    ("- P0: page again every 5 minutes until acknowledged", 5, true, ["P0"]),
    ("- Unanswered? Repage after 7 min without acknowledgement (P0/P1)", 7, false, ["P0", "P1"]),
    ("Pages are repeated: the same person is paged every 3 minutes until they acknowledge.", 3, true, []),
  ])
  func whoeverDoesNotAnswerIsPagedAgain(text: String, minutes: Double, repeated: Bool, severities: [String]) throws {
    let runbook = try read(text)
    #expect(
      runbook.repages == [AnswerRule(minutes: minutes, severities: severities, isRepeated: repeated, line: 12)])
    #expect(runbook.escalation.map(\.target) == ["Primary on-call", "Team lead"], "It is no rung.")
  }

  @Test(arguments: [
    ("An acknowledgement expires after 30 minutes without an update.", 30.0, [String]()),
    ("- P0 incidents become unacknowledged again after 20 min", 20, ["P0"]),
  ])
  func anAnswerCountsNoLonger(text: String, minutes: Double, severities: [String]) throws {
    let runbook = try read(text)
    #expect(runbook.lapses == [AnswerRule(minutes: minutes, severities: severities, line: 12)])
    #expect(runbook.repages.isEmpty)
  }

  @Test(arguments: [
    "If not acknowledged in 10 minutes, page the team lead again.", "Repeat the check every 5 minutes.",
    "Acknowledge within 5 minutes.", "Certificates expire after 90 days.", "Re-run the job after 10 minutes.",
  ])
  func otherSentencesSayNothingOfIt(text: String) throws {
    let runbook = try read(text)
    #expect(runbook.repages.isEmpty && runbook.lapses.isEmpty)
  }
}
