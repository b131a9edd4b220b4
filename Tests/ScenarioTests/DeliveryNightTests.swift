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

  /// Ana's word about the update goes by push, then phone, then mail, then to Dana; a second word likewise.
  @Test(arguments: [1, 2, 3])
  func aWordThatDoesNotGetThroughGoesOnByTheNextMethodThenToTheFallback(broken: Int) throws {
    let channels = ["push", "phone", "mail"]
    var team = Payments.fullTeam
    team.people[3].methods = [ContactMethod(channel: "letter", address: "dana")]
    var night = Night(Payments.runbook, team, alert: Payments.alert)
    try night.acknowledge("ana")
    for channel in channels.prefix(broken) { night.broken[channel] = .permanent("410 Gone") }
    night.pass(16)
    let words = night.got.filter { $0.reason == .updateDue }
    #expect(words.map(\.channel) == [broken < 3 ? channels[broken] : "letter"])
    #expect(words.first?.person == (broken < 3 ? "ana" : "dana"))
    #expect(words.first?.minute == 15 && words.first?.line == 20)
    #expect(night.said(.paged).last?.text.contains(broken < 3 ? "did not get through" : "no word to Ana Ruiz") == true)
    let decisions = night.decisions
    night.pass(13)
    #expect(night.got.count { $0.reason == .updateDue } == 1, "Once is enough.")
    #expect(night.decisions - decisions < 20)
    night.pass(2)
    #expect(night.got.filter { $0.reason == .decide }.map(\.channel) == words.map(\.channel), "It says both.")
  }

  @Test func aWordAboutTheReviewGoesOnThoughTheIncidentIsOver() throws {
    var night = Night(Payments.runbook, Payments.fullTeam, alert: Payments.alert)
    try night.acknowledge("ana")
    try night.resolve("ana")
    night.broken = ["push": .permanent("410 Gone")]
    night.pass(48 * 60 + 1)
    #expect(night.got.filter { $0.reason == .reviewDue }.map(\.channel) == ["phone"])
  }

  @Test func whereNoWordGetsThroughNothingSpins() throws {
    var night = Night(Payments.runbook, Payments.fullTeam, alert: Payments.alert)
    try night.acknowledge("ana")
    let dead = DeliveryOutcome.permanent("down")
    night.broken = ["push": dead, "phone": dead, "mail": dead]
    let decisions = night.decisions
    night.pass(25)
    #expect(night.got.count { $0.reason == .updateDue } == 0)
    #expect(night.decisions - decisions < 40)
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
