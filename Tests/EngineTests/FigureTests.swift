import Engine
import Incidents
import Testing

@Suite struct FigureTests {
  private func one(_ id: Int64, _ severity: String, _ scenario: String?, _ answered: Double?, _ resolved: Double?)
    -> FigureCase
  {
    FigureCase(
      incident: id, kind: .real, severity: severity, severityRank: severity == "P0" ? 0 : 1, scenario: scenario,
      opened: Fixture.start,
      acknowledged: answered.map { Fixture.start + .minutes($0) }, quiet: nil,
      resolved: resolved.map { Fixture.start + .minutes($0) })
  }

  private func figures(_ cases: [FigureCase], _ calls: [FigureCall] = [], _ updates: [UpdateFigure] = []) -> Figures {
    Figures(
      cases, calls: calls, updates: updates, from: Fixture.start - .days(2), to: Fixture.start + .days(1),
      offset: { person, _ in person == "eve" ? .hours(9) : .zero })
  }

  @Test func mediansAreValuesThatHappened() {
    let cases = [1.0, 2, 3, 40].enumerated().map { one(Int64($0.offset), "P0", "Website down", $0.element, nil) }
    let all = figures(cases).all
    #expect(all.acknowledge == Spread([1.0, 2, 3, 40].map(Span.minutes)))
    #expect(all.acknowledge.median == .minutes(2) && all.acknowledge.ninetieth == .minutes(40))
    #expect(all.resolve.median == nil && all.resolve.count == 0)
  }

  @Test func groupsAreBySeverityAndScenarioAndWhatCameTwiceRecurs() {
    let figures = figures([
      one(1, "P1", "Slow", 1, 10), one(2, "P0", nil, 2, 20), one(3, "P0", "Slow", 3, 30),
    ])
    #expect(figures.bySeverity.map(\.name) == ["P0", "P1"] && figures.bySeverity.map(\.incidents) == [2, 1])
    #expect(figures.byScenario.map(\.name) == ["Slow", ""])
    #expect(figures.recurring.map(\.name) == ["Slow"])
  }

  @Test func aNightIsThePersonsOwn() {
    // 03:12 UTC is night for Ana; for Eve it is noon. Her 14:00 UTC is eleven at night.
    let calls = [
      FigureCall(person: "ana", at: Fixture.start), FigureCall(person: "ana", at: Fixture.start + .minutes(5)),
      FigureCall(person: "eve", at: Fixture.start), FigureCall(person: "eve", at: Fixture.start + .hours(11)),
    ]
    let figures = figures([], calls)
    #expect(figures.people.map { [$0.pages, $0.atNight, $0.nights] } == [[2, 2, 1], [2, 1, 1]])
    #expect(figures.nights.map(\.pages) == [0, 2, 1, 0])
  }

  @Test func anUpdateAfterAMissedIntervalIsNotOnTime() {
    let kinds: [TimelineEntry.Kind] = [.update, .updateDue, .updateDue, .update, .update]
    #expect(UpdateFigure(kinds, isOwed: true) == UpdateFigure(owed: 4, onTime: 2))
    #expect(UpdateFigure([], isOwed: true) == UpdateFigure(owed: 0, onTime: 0))
    #expect(UpdateFigure([.update, .update], isOwed: false) == UpdateFigure(owed: 0, onTime: 0))
    #expect(figures([], [], [UpdateFigure(owed: 4, onTime: 2), UpdateFigure(owed: 1, onTime: 1)]).updatesOnTime == 3)
  }
}
