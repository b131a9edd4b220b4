import Incidents
import Testing

@Suite struct DeliveryNightTests {
  @Test func aMethodThatFailsForGoodIsFollowedByTheNextAtOnce() {
    var broken = Night(
      Payments.runbook, Payments.fullTeam, alert: Payments.alert, broken: ["push": .permanent("410 Gone")])
    broken.pass(1)
    broken.expect("ana", gets: .nextMethod, at: 0, line: 30)
  }

  @Test func aPersonWithoutAFurtherMethodIsFollowedByTheFallback() {
    var team = Payments.fullTeam
    team.people[0].methods = [ContactMethod(channel: "pigeon")]
    var night = Night(Payments.runbook, team, alert: Payments.alert, broken: ["pigeon": .permanent("no such bird")])
    night.pass(1)
    night.expect("dana", gets: .fallback, at: 0, line: 30)
    #expect(night.said(.fault).map(\.text) == ["No page to Ana Ruiz gets through"])
  }

  @Test func whereNothingWorksTheFaultIsRaisedOnceAndNothingSpins() {
    let dead = DeliveryOutcome.permanent("down")
    var night = Night(
      Payments.runbook, Payments.fullTeam, alert: Payments.alert, broken: ["push": dead, "phone": dead, "mail": dead])
    night.pass(14)
    #expect(night.got.isEmpty)
    #expect(night.said(.fault).filter { $0.text == "No page gets through to anybody" }.count == 1)
    #expect(night.decisions < 60)
  }

  @Test func aProviderThatIsDownIsTriedAgainWhileTheNextMethodIsUsed() {
    var night = Night(
      Payments.runbook, Payments.fullTeam, alert: Payments.alert,
      broken: ["push": .temporary("503", retryAfter: nil)])
    night.pass(2)
    night.expect("ana", gets: .nextMethod, at: 0)
    night.broken = [:]
    night.pass(2)
    #expect(night.got.contains { $0.person == "ana" && $0.reason == .first })
  }

  @Test func anUnknownOutcomeIsSentOnceMoreAndMarked() {
    var night = Night(
      Payments.runbook, Payments.fullTeam, alert: Payments.alert, broken: ["push": .unknown("timed out")])
    night.pass(1)
    let page = night.pages[0]
    #expect(page.attempts == 2)
    #expect(page.mayBeRepeat)
    #expect(page.status == .unknown)
    night.expect("ana", gets: .nextMethod, at: 0)
  }
}
