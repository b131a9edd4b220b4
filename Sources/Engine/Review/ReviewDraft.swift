import Incidents
import Runbooks

/// The first draft of a post-incident review, in the runbook's own template: what the record knows is filled in,
/// what only people know keeps its brackets.
package enum ReviewDraft {
  /// The draft as Markdown. `timeline` in order; `pages` of every round; `runs` as they were kept.
  package static func markdown(
    _ incident: Incident, timeline: [TimelineEntry], pages: [Page], alerts: [Alert], runbook: Runbook, team: Team,
    runs: [CommandRun] = [], items: [ActionItem] = []
  ) -> String {
    let record = ReviewRecord(
      incident: incident, timeline: timeline, alerts: alerts, runbook: runbook, team: team, runs: runs, items: items,
      pages: pages,
      figures: ReviewFigures(
        incident, timeline: timeline, pages: pages, policy: Policy(runbook: runbook, team: team)))
    return ReviewTemplate(record: record, template: template(of: runbook)?.body ?? plain).filled()
  }

  /// The team's own form. A document may hold a short one too; the longest asks for the most.
  package static func template(of runbook: Runbook) -> Template? {
    runbook.templates.filter { $0.kind == .postmortem && !$0.body.isEmpty }.max {
      $0.body.utf8.count < $1.body.utf8.count
    }
  }

  private static let plain = """
    # Post-Incident Review: [Incident Title]

    - **Incident ID:**
    - **Date:**
    - **Duration:**
    - **Severity:**
    - **Responders:**

    ## Summary

    [What happened, in two sentences]

    ## Impact

    [Who was affected, and how]

    ## Timeline

    All times in UTC.

    - HH:MM - [Event]

    ## Root Cause

    [Why it happened]

    ## Resolution

    [What mended it]

    ## What Went Well

    - [Point]

    ## What Went Wrong

    - [Point]

    ## Action Items

    - [ ] [Action] - Owner: [Name] - Due: [Date]
    """
}
