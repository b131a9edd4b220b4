import Engine
import Incidents
import Testing

/// Silences hold back paging, resolve nothing, and let go at once.
struct SilenceTests {
  private func silenced(_ view: IncidentView, at minutes: Int) throws -> IncidentView {
    var view = view
    view.alerts.silenced = 1
    let plan = try #require(Engine.decide(view, now: Fixture.start + .minutes(minutes)))
    var next = Fixture.stored(plan, view.policy, view.pages)
    next.alerts.silenced = 1
    return next
  }

  @Test func nobodyIsPagedWhileEveryAlertIsSilenced() throws {
    let view = try silenced(Fixture.view(), at: 10)
    #expect(view.incident.marks.contains(.silenced) && view.incident.status == .triggered)
    #expect(Engine.decide(view, now: Fixture.start + .minutes(45))?.pages.isEmpty ?? true)
    #expect(view.incident.nextDue.map { $0 > Fixture.start + .minutes(30) } ?? true, "no rung is due while it lasts")
  }

  @Test func whatStillFiresPagesAtOnceWhenItEnds() throws {
    var view = try silenced(Fixture.view(), at: 10)
    view.alerts.silenced = 0
    let plan = try #require(Engine.decide(view, now: Fixture.start + .minutes(45)))
    #expect(plan.pages.filter { $0.due <= Fixture.start + .minutes(45) }.map(\.person) == ["ana"])
    #expect(plan.entries.contains { $0.text == "The silence is over, and it still fires" })
    #expect(plan.pages.first?.why.contains("the silence is over, and it still fires") == true)
    #expect(plan.incident.engagement.firstRound == 2, "A run of climbs begins with it.")
    #expect(!plan.incident.marks.contains(.silenced) && plan.incident.round == 2)
  }

  @Test func whoeverHasAcknowledgedIsNotPagedAgain() throws {
    let view = Fixture.view()
    let plan = try Engine.acknowledge(view, by: "ana", via: "", now: Fixture.start + .minutes(1))
    var held = try silenced(Fixture.stored(plan, view.policy, view.pages), at: 10)
    held.alerts.silenced = 0
    let after = try #require(Engine.decide(held, now: Fixture.start + .minutes(20)))
    #expect(after.pages.isEmpty && after.incident.status == .acknowledged)
  }

  @Test func oneAlertThatIsNotSilencedIsEnoughToPage() {
    var view = Fixture.view()
    view.alerts = AlertCounts(firing: 2, total: 2, silenced: 1)
    let plan = Engine.decide(view, now: Fixture.start + .minutes(31))
    #expect(plan?.pages.contains { $0.person == "bo" } == true)
  }

  @Test func aSourceThatResolvesUnderASilenceResolves() throws {
    var view = try silenced(Fixture.view(), at: 10)
    view.alerts = AlertCounts(firing: 0, total: 1, lastResolved: Fixture.start + .minutes(12))
    let plan = try #require(Engine.decide(view, now: Fixture.start + .minutes(12)))
    #expect(plan.incident.status == .monitoring && !plan.incident.marks.contains(.silenced) && plan.pages.isEmpty)
  }
}
