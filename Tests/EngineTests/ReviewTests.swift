import Engine
import Incidents
import Runbooks
import Testing

@Suite struct ReviewTests {
  private func draft(_ template: String?) throws -> String {
    let view = Fixture.view()
    let resolved = try Engine.resolve(view, by: "ana", reason: "rolled back", now: Fixture.start + .minutes(54))
    var runbook = view.policy.runbook
    if let template {
      runbook.templates = [Template(name: "PIR", kind: .postmortem, body: template, line: 1)]
    }
    let opened = TimelineEntry(incident: 3, at: Fixture.start, kind: .opened, actor: "monitor", text: "Opened | P0")
    let whole = ReviewDraft.markdown(
      resolved.incident, timeline: [opened] + resolved.entries, pages: view.pages, alerts: [], runbook: runbook,
      team: Fixture.team)
    // What the template has no place for follows it; the golden reviews show it.
    guard let appendix = whole.ranges(of: "Detection and Response").last else { return whole }
    let own = whole[..<appendix.lowerBound]
    return String(own[...(own.lastIndex { $0.isLetter || "])|.".contains($0) } ?? own.startIndex)])
  }

  @Test func theTeamsOwnTemplateIsFilledAndTheRestKeepsItsBrackets() throws {
    let text = try draft(
      """
      # Post-Incident Review: [Incident Title]

      **Date:** YYYY-MM-DD
      **Severity:** P0/P1/P2/P3
      **Duration:** [Start Time] - [End Time] (Total: X hours)
      **Responders:** @engineer1, @engineer2

      ## Timeline

      All times in UTC:

      - **HH:MM** - Incident detected
      - **HH:MM** - Resolved

      ## Root Cause

      [Detailed explanation]
      """)
    #expect(
      text == """
        # Post-Incident Review: Website answers 502

        **Date:** 2026-02-14
        **Severity:** P0 (Critical)
        **Duration:** 03:12 - 04:06 UTC (total: 54 min)
        **Responders:** Ana

        ## Timeline

        All times in UTC:

        - **03:12** - Opened | P0
        - **04:06** - Ana resolved it: rolled back

        ## Root Cause

        [Detailed explanation]
        """)
  }

  @Test func aTableAndEmptyLabelsAreFilledInTheirOwnShape() throws {
    let text = try draft(
      """
      ### Incident Summary
      - **Date:**
      - **Commander:**

      ### Timeline
      | Time | Event |
      |------|-------|
      | HH:MM | Issue detected |

      ### Root Cause
      [Why]
      """)
    #expect(text.contains("- **Date:** 2026-02-14\n"))
    #expect(text.contains("|------|-------|\n| 03:12 | Opened \\| P0 |\n| 04:06 | Ana resolved it: rolled back |"))
    #expect(text.hasSuffix("### Root Cause\n[Why]"))
  }

  @Test func boldLabelsMayStandForHeadings() throws {
    let text = try draft(
      """
      **Incident ID**: INC-YYYY-MM-DD-##
      **Timeline** (all times UTC):
      - HH:MM - Incident detected

      **Root Cause**:
      [Detailed explanation]
      """)
    #expect(
      text == """
        **Incident ID**: INC-2026-02-14-01
        **Timeline** (all times UTC):
        - 03:12 - Opened | P0
        - 04:06 - Ana resolved it: rolled back

        **Root Cause**:
        [Detailed explanation]
        """)
  }

  @Test func theStoryOfAnotherIncidentIsNotTakenOver() throws {
    let text = try draft(
      """
      # Review - [Incident ID]

      ## Summary

      - **Date**: 2024-11-27
      - **Impact**: 500 users

      ## Root Cause

      The pool was exhausted by commit abc123.
      """)
    #expect(text.contains("# Review - INC-2026-02-14-01"))
    #expect(text.contains("- **Date**: 2026-02-14"))
    #expect(!text.contains("abc123"))
    #expect(!text.contains("500 users"))
    #expect(text.contains("## Root Cause\n\n[Root Cause]"))
  }

  @Test func withoutATemplateThereIsAPlainOne() throws {
    let text = try draft(nil)
    #expect(text.hasPrefix("# Post-Incident Review: Website answers 502\n"))
    #expect(text.contains("- **Incident ID:** INC-2026-02-14-01"))
    #expect(text.contains("- 04:06 - Ana resolved it: rolled back"))
  }
}
