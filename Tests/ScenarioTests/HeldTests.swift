import Engine
import Incidents
import Testing

/// Quiet hours: what waits until the morning, what never does.
@Suite struct HeldTests {
  private static let winter = ZoneRules(name: "Europe/Berlin", first: 3_600)
  /// 22:00 to 07:00 in Berlin: 06:00 UTC is 168 minutes after 03:12.
  private static let quiet = QuietHours(from: 22 * 60, until: 7 * 60, zone: winter, severities: ["P1", "P2"])

  private func night(_ severity: String, quiet: [Int], rule: QuietHours = Self.quiet) -> Night {
    var team = Payments.fullTeam
    for index in quiet { team.people[index].quiet = rule }
    return Payments.night(severity, team: team)
  }

  @Test func whatCanWaitWaitsForTheMorningAndTheLadderGoesOn() throws {
    var night = night("P2", quiet: [0])
    #expect(
      night.said(.held).map(\.text) == ["Ana Ruiz is quiet until 07:00 Europe/Berlin and paged then"])
    night.pass(60)
    night.expectPages(["30 chidi", "45 dana"])
    night.pass(113)
    night.expectPages(["30 chidi", "45 dana", "168 ana", "173 ana"])
    try night.acknowledge("ana")
    night.pass(600)
    #expect(night.got.count { !$0.reason.isPromise } == 4)
  }

  @Test func theWorstSeverityIsNeverSilenced() {
    let night = night("P0", quiet: [0], rule: QuietHours(from: 0, until: 1_439, zone: .utc, severities: ["P0"]))
    night.expectPages(["0 ana"])
    #expect(night.said(.held).isEmpty)
  }

  @Test func anAnswerInTheNightStopsWhatWaits() throws {
    var night = night("P2", quiet: [0])
    night.pass(40)
    try night.acknowledge("chidi")
    night.pass(600)
    night.expectPages(["30 chidi"])
  }

  @Test func raisedToWhatDoesNotWaitItGoesOutAtOnce() throws {
    var night = night("P2", quiet: [0])
    night.pass(10)
    try night.change(to: "P0")
    night.expect("ana", gets: .severityRaised, at: 10, line: 30)
    night.pass(5)
    night.expect("ana", gets: .reminder, at: 15)
    #expect(!night.pages.contains { $0.isHeld })
  }

  @Test func aClimbIsNotOverWhileEverybodyIsQuiet() {
    var night = night("P2", quiet: [0, 1, 2, 3, 4])
    night.pass(167)
    night.expectPages([])
    #expect(night.said(.exhausted).isEmpty)
    night.pass(2)
    #expect(Set(night.got.map(\.person)) == ["ana", "chidi", "dana"])
  }

  @Test func whatSomebodyCallsForDoesNotWait() throws {
    var night = night("P2", quiet: [0, 1, 2, 3, 4])
    try night.say("security breach suspected", "ana")
    #expect(Set(night.got.map(\.person)) == ["chidi", "dana"])
    try night.act { view, now throws(Refusal) in try Engine.pageNow(view, step: 0, by: "bo", now: now) }
    night.expect("ana", gets: .byHand, at: 0)
  }

  @Test func quietEndsOnThePersonsOwnClockAlsoWhenItIsPutForward() {
    // Berlin, 29 March 2026: 01:00 UTC is 02:00 and becomes 03:00.
    let spring = CivilTime.days(year: 2026, month: 3, day: 29) * 86_400
    let zone = ZoneRules(name: "Europe/Berlin", first: 3_600, changes: [.init(at: spring + 3_600, offset: 7_200)])
    let rule = QuietHours(from: 22 * 60, until: 7 * 60, zone: zone)
    let midnight = Timestamp(seconds: spring)
    #expect(rule.end(at: midnight) == midnight + .hours(5))
    #expect(rule.end(at: midnight - .hours(4)) == nil)
    #expect(rule.end(at: midnight + .hours(5)) == nil)
    let day = QuietHours(from: 9 * 60, until: 17 * 60, zone: .utc)
    #expect(day.end(at: midnight + .hours(9)) == midnight + .hours(17))
    #expect(day.end(at: midnight + .hours(8)) == nil)
  }
}
