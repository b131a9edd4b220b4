import Engine
import Incidents
import Runbooks
import Testing

/// The first draft of a review, in each real team's own template.
@Suite(.enabled(if: RealRunbooks.present, RealRunbooks.absent))
struct RealReviewTests {
  private func draft(_ name: String, _ roles: [String: String], _ summary: String) throws -> String {
    let real = try RealTeam(name, roles)
    var night = real.night(summary, labels: ["severity": real.runbook.severities.first?.name ?? ""])
    night.pass(3)
    try night.acknowledge("ana")
    night.pass(20)
    try night.resolve("ana", reason: "rolled back")
    return ReviewDraft.markdown(
      night.incident, timeline: night.entries, pages: night.pages, alerts: [], runbook: real.runbook, team: real.team)
  }

  @Test(arguments: [
    ("sip-protocol", "Primary On-Call Engineer", "Website down: HTTP 502", "**Responders:** Ana"),
    ("zkintents", "On-call engineer", "Sequencer down", "- **Duration**: 03:12 - 03:35 UTC (total: 23 min)"),
    ("blockchain-dapp", "Primary On-Call", "Application won't start", "03:12"),
    ("usdx-wexel", "On-Call Engineer", "API unavailable", "**Incident ID**: INC-2026-02-14-01"),
    ("vlossom", "On-Call", "API down", "| 03:35 | Ana resolved it: rolled back |"),
  ])
  func theTeamsOwnTemplateIsFilled(_ name: String, _ role: String, _ summary: String, _ line: String) throws {
    let text = try draft(name, [role: "ana"], summary)
    #expect(text.contains(line), "\(text)")
    #expect(text.contains("2026-02-14"))
    #expect(text.contains("Ana acknowledged, by the link in the page"))
    #expect(text.contains("rolled back"))
    #expect(!text.contains("commit abc123"))
    #expect(!text.contains("Due: 2026"))
  }
}
