import Engine
import Incidents
import Testing

@Suite struct QuietTests {
  @Test func whenNothingFiresItIsWatchedAndThenResolved() throws {
    var night = Payments.night()
    night.pass(10)
    night.alertResolves()
    #expect(night.incident.status == .monitoring)
    night.pass(14)
    #expect(night.incident.status == .monitoring)
    night.pass(1)
    #expect(night.incident.status == .resolved)
    let entry = try #require(night.said(.resolved).first)
    #expect(entry.text == "Resolved: quiet for 15 min")
    #expect(entry.line == 80)
    #expect(entry.actor == TimelineEntry.tocsin)
    night.expectPages(["0 ana", "5 ana"])
  }

  @Test func theLadderGoesOnWhereItStoodWhenItFiresAgain() {
    var night = Payments.night()
    night.pass(10)
    night.alertResolves()
    night.pass(10)
    night.alertFires()
    #expect(night.incident.status == .triggered)
    night.pass(10)
    night.expect("bo", gets: .escalated, at: 25)
  }

  @Test func whatWasAnsweredStaysAnsweredWhenItFiresAgain() throws {
    var night = Payments.night()
    try night.acknowledge("ana")
    night.alertResolves()
    night.alertFires()
    #expect(night.incident.status == .acknowledged)
  }

  @Test func withoutAStatedWindowAQuarterOfAnHourIsAssumedAndSaid() {
    var runbook = Payments.runbook
    runbook.quietMinutes = nil
    runbook.quietLine = nil
    var night = Night(runbook, Payments.fullTeam, alert: Payments.alert)
    night.alertResolves()
    night.pass(15)
    #expect(night.said(.resolved).first?.line == nil)
    #expect(night.said(.resolved).first?.detail == "The runbook states no time to watch: 15 min is assumed.")
  }
}
