import Engine
import Incidents
import Testing

@Suite struct DecideTests {
  @Test func openingPagesTheFirstRungAndSaysWhenToLookAgain() {
    let view = Fixture.view()
    #expect(view.incident.status == .triggered)
    #expect(view.pages.map(\.person) == ["ana"])
    #expect(view.pages[0].reason == .first)
    #expect(view.pages[0].line == 10)
    #expect(view.incident.nextDue == Fixture.start + .minutes(5))
    #expect(Engine.decide(view, now: Fixture.start) == nil)
    #expect(Engine.decide(view, now: Fixture.start + .minutes(4)) == nil)
  }

  @Test func theRungIsServedOnceAtItsMinute() throws {
    let view = Fixture.view()
    let plan = try #require(Engine.decide(view, now: Fixture.start + .minutes(30)))
    #expect(plan.pages.map(\.person) == ["bo"])
    #expect(plan.pages[0].why == "Team lead: nobody answered in 30 min.")
    let after = Fixture.stored(plan, view.policy, view.pages)
    #expect(Engine.decide(after, now: Fixture.start + .minutes(30)) == nil)
    #expect(after.incident.nextDue == Fixture.start + .minutes(60))
  }

  @Test func anEntryNamesThePlaceOfItsPageInThePlan() throws {
    let plan = try #require(Engine.decide(Fixture.view(), now: Fixture.start + .minutes(30)))
    let entry = try #require(plan.entries.first { $0.kind == .paged })
    #expect(entry.page == 0)
    #expect(entry.text == "Bo paged: nobody answered in 30 min")
  }

  @Test func anAcknowledgementCancelsWhatHasNotStarted() throws {
    var team = Fixture.team
    team.people[0].methods.append(ContactMethod(channel: "phone", after: .minutes(4)))
    let view = Fixture.view(team: team)
    let waiting = try #require(view.pages.first { $0.status == .pending })
    let plan = try Engine.acknowledge(view, by: "ana", via: "the browser", now: Fixture.start + .minutes(1))
    #expect(plan.cancelled == [waiting.id])
    #expect(plan.incident.status == .acknowledged)
    #expect(plan.entries.map(\.text) == ["Ana acknowledged, by the browser"])
    #expect(plan.entries[0].detail == "Rungs at 30 and 60 min stopped.")
    #expect(plan.incident.nextDue == nil)
  }

  @Test func acknowledgingTwiceChangesNothing() throws {
    let view = Fixture.view()
    let plan = try Engine.acknowledge(view, by: "ana", now: Fixture.start)
    let again = try Engine.acknowledge(
      Fixture.stored(plan, view.policy, view.pages), by: "ana", now: Fixture.start + .minutes(1))
    #expect(again.entries.isEmpty)
    #expect(again.pages.isEmpty)
  }

  @Test func notesAreKeptAndEmptyOnesRefused() throws {
    let view = Fixture.view()
    let plan = try Engine.note(view, text: "It restarts\nevery minute", by: "bo", now: Fixture.start)
    #expect(plan.entries.map(\.text) == ["It restarts\nevery minute"])
    #expect(throws: Refusal.empty("note")) { try Engine.note(view, text: " \n", by: "bo", now: Fixture.start) }
  }

  @Test func aScenarioIsChangedOrRefused() throws {
    let view = Fixture.view()
    let plan = try Engine.changeScenario(view, to: "slow queries", by: "bo", now: Fixture.start)
    #expect(plan.incident.scenario == "Slow queries")
    #expect(plan.entries.map(\.text) == ["Bo chose the scenario Slow queries"])
    #expect(throws: Refusal.unknownScenario("No such")) {
      try Engine.changeScenario(view, to: "No such", by: "bo", now: Fixture.start)
    }
  }

  @Test func aDeclaredIncidentPagesAndWaitsForAPerson() throws {
    let policy = Policy(runbook: Fixture.runbook(Fixture.rungs), team: Fixture.team)
    let severity = try SeverityChoice.declared("critical", title: "Odd", scenario: nil, runbook: policy.runbook)
    let opening = Opening(
      id: 4, name: "INC-1", title: "Odd", cause: "d:4", severity: severity, revision: 1, source: "bo")
    let plan = Engine.declare(opening, by: "bo", policy, now: Fixture.start)
    #expect(plan.entries.map(\.text) == ["Bo declared P0: Odd", "Ana paged"])
    var view = Fixture.stored(plan, policy, firing: 0)
    view.alerts = AlertCounts(firing: 0, total: 0)
    #expect(Engine.decide(view, now: Fixture.start + .minutes(1)) == nil)
  }
}
