import Engine
import Incidents
import Runbooks
import Testing

/// An incident keeps the runbook that it opened under, until a person moves it.
@Suite struct RevisionTests {
  private let start = Fixture.start
  private let read = Timestamp(microseconds: 1_771_038_000_000_000)

  private func newer(_ edit: (inout Runbook) -> Void) -> Revision {
    var runbook = Fixture.runbook(Fixture.rungs)
    edit(&runbook)
    return Revision(id: 2, read: start + .minutes(20), policy: Policy(runbook: runbook, team: Fixture.team))
  }

  @Test func aChangeIsTold() throws {
    let view = Fixture.view()
    let revision = newer { $0.escalation[1].afterMinutes = 40 }
    let plan = try #require(Engine.runbookChanged(view, pinned: read, to: revision, now: start + .minutes(20)))
    #expect(
      plan.entries.map(\.text) == [
        "The runbook changed: 1 change. This incident stays with the revision of 2026-02-14 03:00 UTC"
      ])
    #expect(plan.entries.first?.detail == "Ladder: rung 2 (Team lead) after 30 → 40 min.")
    #expect(plan.entries.first?.line == 11)
    #expect(plan.incident.runbook == 1 && plan.pages.isEmpty)
  }

  @Test func aTextWithoutOtherFactsIsNotTold() {
    #expect(Engine.runbookChanged(Fixture.view(), pinned: read, to: newer { _ in }, now: start) == nil)
  }

  @Test func aMoveSetsEveryClockAnew() throws {
    let view = Fixture.view()
    let revision = newer { runbook in
      runbook.escalation[1].afterMinutes = 40
      runbook.cadence = [Cadence(severity: nil, minutes: 10, line: 33)]
    }
    let plan = try Engine.move(view, to: revision, by: "ana", now: start + .minutes(35))
    #expect(plan.incident.runbook == 2)
    #expect(plan.move == Plan.Move(from: 1, rungs: [:]))
    #expect(plan.entries.first?.text == "Ana moved it to the runbook's revision of 2026-02-14 03:32 UTC")
    // Thirty minutes would have passed; forty have not.
    #expect(!plan.entries.contains { $0.kind == .paged })
    #expect(plan.incident.nextDue == start + .minutes(40))
  }

  @Test func whatIsPastDueByTheNewLadderIsPagedAtOnceAndWhatWasServedIsNot() throws {
    let view = Fixture.view()
    let revision = newer { runbook in
      runbook.escalation.insert(Rung(target: "CTO", afterMinutes: 5, line: 10), at: 0)
      runbook.escalation.remove(at: 3)
    }
    let plan = try Engine.move(view, to: revision, by: "ana", now: start + .minutes(6))
    #expect(plan.pages.map(\.person) == ["eve"])
    // "On-call" was the first rung and is the second now.
    #expect(plan.incident.served & 0b11 == 0b11)
    #expect(plan.move?.rungs[view.pages[0].id] == 1)
  }

  @Test func pagesOfARungThatIsGoneAreStopped() throws {
    var view = Fixture.view()
    var waiting = view.pages[0]
    (waiting.id, waiting.rung, waiting.status, waiting.due) = (99, 1, .pending, start + .minutes(31))
    view.pages.append(waiting)
    let plan = try Engine.move(view, to: newer { $0.escalation.remove(at: 1) }, by: "ana", now: start + .minutes(5))
    #expect(plan.cancelled == [99])
    #expect(plan.move?.rungs == [99: nil])
  }

  @Test func severityAndScenarioAreKeptByTheirNamesAndTheirLossIsSaid() throws {
    let view = Fixture.view(severity: "P1")
    let revision = newer { runbook in
      runbook.severities = [Severity(name: "SEV1", rank: 0, line: 1), Severity(name: "SEV2", rank: 1, line: 2)]
      runbook.scenarios = []
    }
    let plan = try Engine.move(view, to: revision, by: "ana", now: start + .minutes(1))
    #expect(plan.incident.severity == "SEV2")
    #expect(plan.incident.scenario == nil)
    #expect(
      plan.entries.first?.detail.hasPrefix(
        "It has no severity P1 any more: SEV2 is taken. It has no scenario Website down any more.") == true)
  }

  @Test func reasonsFollowTheirLines() throws {
    var view = Fixture.view()
    var old = view.policy.runbook
    old.lines = ["# A", "- Too many connections", "- Gone"]
    view.policy = Policy(runbook: old, team: Fixture.team)
    view.incident.reasons = [Reason("symptom", line: 2), Reason("other", line: 3), Reason("assumed")]
    let revision = newer { $0.lines = ["# A", "", "- Too many connections"] }
    let plan = try Engine.move(view, to: revision, by: "ana", now: start)
    #expect(plan.incident.reasons == [Reason("symptom", line: 3), Reason("assumed")])
  }

  @Test func aMoveToTheSameOrOfWhatIsOverIsRefused() throws {
    var view = Fixture.view()
    #expect(throws: Refusal.pinnedAlready) {
      try Engine.move(view, to: Revision(id: 1, read: read, policy: view.policy), by: "ana", now: start)
    }
    view.incident.status = .resolved
    #expect(throws: Refusal.alreadyClosed(.resolved)) {
      try Engine.move(view, to: newer { _ in }, by: "ana", now: start)
    }
  }

  @Test func promisesThatLieAheadAgainAreMadeAgain() throws {
    var view = Fixture.view()
    for key in ["answer", "rollback"] {
      view.incident.promises[key] = PromiseState()
      view.incident.promises[key]?.noted = start + .minutes(5)
    }
    let revision = newer { runbook in
      runbook.severities[0].responseMinutes = 30
      runbook.rollback = Rollback(line: 40)
      runbook.rollback?.decideAfterMinutes = 60
    }
    view.incident = try Engine.move(view, to: revision, by: "ana", now: start + .minutes(6)).incident
    view.policy = revision.policy
    let running = Clocks.running(view, now: start + .minutes(6)).filter { $0.state == .running }
    #expect(running.first { $0.kind == .answer }?.due == start + .minutes(30))
    #expect(running.first { $0.kind == .rollbackDecision }?.due == start + .minutes(60))
  }
}
