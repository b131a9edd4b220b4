import Engine
import Foundation
import Incidents
import Runbooks
import Testing

/// Three reviews as they are drafted, in three teams' ways of writing one. `TOCSIN_REWRITE_GOLDEN=1` writes them anew.
@Suite struct ReviewGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  private func compare(_ text: String, _ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["TOCSIN_REWRITE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "TOCSIN_REWRITE_GOLDEN=1 writes \(name) anew")
  }

  private func runbook(_ template: String) -> Runbook {
    var runbook = Payments.runbook
    runbook.templates = [Template(name: "Review", kind: .postmortem, body: template, line: 90)]
    return runbook
  }

  private func night(_ template: String, _ summary: String, _ severity: String, _ scenario: String? = nil) -> Night {
    let event = AlertEvent(
      action: .trigger, dedupKey: "k", summary: summary, source: "Uptime monitor", labels: ["priority": severity])
    let match = scenario.map { ScenarioMatch(scenario: 0, title: $0, score: 1, why: []) }
    return Night(runbook(template), Payments.fullTeam, alert: event, match: match)
  }

  private func draft(_ night: Night, _ runs: [CommandRun] = []) -> String {
    ReviewDraft.markdown(
      night.incident, timeline: night.entries, pages: night.pages, alerts: [], runbook: night.policy.runbook,
      team: night.policy.team, runs: runs, items: night.items)
  }

  private func run(_ id: Int64, _ command: String, _ exit: Int, _ output: String, at: Timestamp) -> CommandRun {
    CommandRun(
      id: id, incident: 7, text: command, line: 54, command: command, host: "pay-1", actor: "bo", started: at,
      took: .seconds(2), exit: exit, output: output)
  }

  @Test func aNightWithALateAnswerInATemplateOfHeadings() throws {
    var night = night(Self.headings, "Payments answer 502", "P0", "Payments down")
    night.pass(17)
    try night.acknowledge("bo")
    night.pass(5)
    try night.act { (view, now) throws(Refusal) in
      try Engine.note(view, text: "The image of 03:04 has no server.js", by: "bo", now: now)
    }
    night.pass(4)
    try night.act { (view, now) throws(Refusal) in
      try Engine.postUpdate(
        view, text: "Payments fail. We roll back.\nMore by 04:00.", audience: .both, by: "bo", now: now)
    }
    let runs = [
      run(1, "docker compose logs pay | grep -i error", 1, "", at: night.now),
      run(2, "docker compose up -d pay", 0, "Container pay Started", at: night.now + .minutes(2)),
    ]
    night.pass(13)
    try night.act { (view, now) throws(Refusal) in
      try Engine.addItem(view, text: "Start the image once in CI", owner: "bo", due: "2026-02-21", by: "bo", now: now)
    }
    try night.resolve("bo", reason: "rolled back to the image before")
    try compare(draft(night, runs), "review-headings.md")
  }

  @Test func aQuickNightInATemplateOfTables() throws {
    var night = night(Self.tables, "Refunds | are slow", "P1")
    night.pass(2)
    try night.acknowledge("ana")
    night.pass(10)
    try night.resolve("ana", reason: "refunds are sent again")
    try compare(draft(night), "review-tables.md")
  }

  @Test func aNightThatNobodyAnsweredInTheFormOfAnOldReview() throws {
    var night = night(Self.example, "<b>Ledger</b> [stuck](https://evil.example)", "P0")
    night.pass(70)
    try night.resolve("dana", reason: "restarted")
    try compare(draft(night), "review-example.md")
  }

  private static let headings = """
    # Post-Incident Review: [Incident Title]

    **Date:** YYYY-MM-DD
    **Severity:** P0/P1/P2
    **Duration:** [Start] - [End]
    **Responders:** @one, @two

    ## Summary

    [Two sentences: what happened and whom it hit]

    ## Impact

    - Users affected: [number]
    - Services down: [list]

    ## Timeline

    All times in UTC.

    - **HH:MM** - Detected
    - **HH:MM** - Resolved

    ## Root Cause

    [Technical explanation]

    ## What Went Well

    - [Point]

    ## What Went Wrong

    - [Point]

    ## Action Items

    - [ ] [Action] - Owner: [Name] - Due: [Date]
    """

  private static let tables = """
    ### Incident Summary
    - **Date:**
    - **Duration:**
    - **Severity:**
    - **Commander:**
    - **Time to acknowledge:**

    ### Timeline
    | Time | Event |
    |------|-------|
    | HH:MM | Issue detected |

    ### Root Cause
    [What caused it]

    ### What Went Well
    -

    ### Action Items
    | Item | Owner | Due Date |
    |------|-------|----------|
    | | | |
    """

  private static let example = """
    # Review - [Incident ID]

    ## Summary

    - **Date**: 2024-11-27
    - **Duration**: 45 minutes
    - **Impact**: 500 users could not pay

    ## Timeline

    - 15:30 - Alert
    - 16:15 - Restored

    ## Root Cause

    The pool was exhausted by a leak in commit abc123.

    ## Lessons Learned

    1. Watch the pool
    """
}
