import Incidents
import Runbooks
import Testing

@testable import Engine

/// The end of an incident by the runbook's rules, over them, and as a false alarm.
@Suite struct ClosingTests {
  private var runbook: Runbook {
    var runbook = Fixture.runbook(Fixture.rungs)
    runbook.quietMinutes = 20
    runbook.quietLine = 33
    runbook.checklistItems = [ChecklistItem(text: "Shop sells again", section: "Before closing", line: 31)]
    runbook.healthChecks = [HealthCheck(kind: .http, target: "https://shop.example/healthz", line: 70)]
    return runbook
  }
  private let later = Fixture.start + .minutes(10)

  private func quiet(_ minutes: Double) -> IncidentView {
    var view = Fixture.view(runbook)
    view.alerts = AlertCounts(firing: 0, total: 1, lastResolved: later - .minutes(minutes))
    return view
  }

  @Test func whatIsMissingIsSaidAndRefusedWithoutAReason() {
    let closing = Closing(quiet(5), now: later)
    #expect(
      closing.missing == [
        "quiet for 5 min of the 20 min that the runbook watches", "not ticked off: Shop sells again",
      ])
    #expect(closing.quiet?.line == 33)
    #expect(
      throws: Refusal.notComplete(
        "Quiet for 5 min of the 20 min that the runbook watches; not ticked off: Shop sells again.")
    ) { try Engine.resolve(quiet(5), by: "ana", reason: " ", now: later) }
  }

  @Test func aReasonOverridesAndBothStandOnTheTimeline() throws {
    let plan = try Engine.resolve(quiet(5), by: "ana", reason: "traffic moved", now: later)
    let entry = try #require(plan.entries.first { $0.kind == .resolved })
    #expect(entry.text == "Ana resolved it: traffic moved")
    #expect(entry.detail.contains("not ticked off: Shop sells again"))
  }

  @Test func withEverythingDoneNoReasonIsNeeded() throws {
    var view = quiet(25)
    view.incident.engagement.room.ticks = [
      Tick(list: "Before closing", text: "Shop sells again", by: "ana", at: later)
    ]
    #expect(Closing(view, now: later).isComplete)
    #expect(try Engine.resolve(view, by: "ana", reason: nil, now: later).incident.status == .resolved)
  }

  @Test func healthChecksAreAskedForWhereNoListSpeaksOfTheEnd() {
    var view = Fixture.view(runbook)
    var other = runbook
    other.checklistItems = []
    view.policy = Policy(runbook: other, team: Fixture.team)
    #expect(Closing(view, now: later).lists.map(\.kind) == [.health])
  }

  @Test func aFalseAlarmStopsEveryPageAndOwesNoReview() throws {
    var runbook = runbook
    runbook.review.present = true
    runbook.review.deadlineHours = 48
    let plan = try Engine.perform(.dismiss("the probe was wrong"), Fixture.view(runbook), by: "ana", now: later)
    #expect(plan.incident.status == .cancelled && plan.incident.nextDue == nil)
    #expect(plan.entries.first?.text == "Ana called it a false alarm: the probe was wrong")
    let view = IncidentView(
      incident: plan.incident, pages: [], alerts: AlertCounts(firing: 0, total: 1, lastResolved: Fixture.start),
      policy: Policy(runbook: runbook, team: Fixture.team))
    #expect(try Engine.reopen(view, by: "bo", now: later).incident.status == .triggered)
  }

  @Test func anEscalationByHandPagesWhomItNamesWithTheMessage() throws {
    let view = Fixture.view(runbook)
    let rung = try Engine.perform(.escalate(to: "cto", message: "Card data?"), view, by: "ana", now: later)
    #expect(rung.pages.map(\.person) == ["eve"])
    #expect(rung.pages.first?.why == "CTO: Ana escalates to you. Card data?.")
    let person = try Engine.perform(.escalate(to: "bo", message: ""), view, by: "ana", now: later)
    #expect(person.pages.map(\.person) == ["bo"])
    #expect(throws: Refusal.self) {
      try Engine.perform(.escalate(to: "nobody at all", message: ""), view, by: "ana", now: later)
    }
  }

  @Test func aPlaceholderLeftInTheMessageIsRefused() {
    var runbook = runbook
    runbook.templates = [
      Template(name: "Escalate", kind: .escalation, body: "Impact: [impact]", placeholders: ["[impact]"], line: 80)
    ]
    #expect(throws: Refusal.leftOver("[impact]")) {
      try Engine.perform(
        .escalate(to: "cto", message: "Impact: [impact]"), Fixture.view(runbook), by: "ana", now: later)
    }
  }
}
