import Engine
import Incidents
import Testing

/// The matrix "situation → whom": named by a person, asked about, denied.
@Suite struct SituationTests {
  private static let matrix = [
    EscalationRule(when: "Can't diagnose in 15 min", target: "Secondary on-call", afterMinutes: 15, line: 39),
    EscalationRule(when: "Data loss possible", target: "Manager", afterMinutes: 20, line: 43),
    EscalationRule(when: "Security breach suspected", target: "Senior Engineer + Manager", afterMinutes: 0, line: 41),
    EscalationRule(when: "Need production access", target: "Senior engineer", line: 42),
  ]

  private func night() -> Night {
    var runbook = Payments.runbook
    runbook.escalationRules = Self.matrix
    runbook.escalation[4].condition = "security breach"
    var event = Payments.alert
    event.labels = ["priority": "P0"]
    return Night(runbook, Payments.fullTeam, alert: event)
  }

  @Test func whoeverNamesItPagesAllThatItCallsAtOnceWithTheLine() throws {
    var night = night()
    try night.acknowledge("ana")
    try night.say("Can't diagnose", holds: false)
    night.pass(12)
    try night.say("security breach suspected", "bo")
    night.expectPages(["0 ana", "12 eve", "12 chidi", "12 dana"])
    night.expect("chidi", gets: .situation, at: 12, line: 41)
    night.expect("eve", gets: .situation, at: 12, line: 34)
    #expect(
      night.pages.first { $0.person == "dana" }?.why
        == "Manager: Security breach suspected, said by Bo Lindqvist at 03:24.")
    #expect(night.said(.situation).last?.text == "Bo Lindqvist: Security breach suspected")
    #expect(night.said(.situation).last?.line == 41)
  }

  @Test func aStatedTimeRunsFromTheMomentOnWhichItIsNamed() throws {
    var night = night()
    try night.acknowledge("ana")
    try night.say("diagnose", holds: false)
    night.pass(50)
    try night.say("data loss")
    night.pass(19)
    night.expectPages(["0 ana"])
    night.pass(1)
    night.expect("dana", gets: .situation, at: 70, line: 43)
  }

  @Test func whatNoTimeBringsAboutIsPagedWhenSomebodySaysSo() throws {
    var night = night()
    try night.acknowledge("ana")
    try night.say("production access")
    night.expect("chidi", gets: .situation, at: 0, line: 42)
  }

  @Test func takenBackItPagesNobodyAndSaidAgainItDoes() throws {
    var night = night()
    try night.acknowledge("ana")
    try night.say("diagnose", holds: false)
    try night.say("data loss")
    night.pass(5)
    try night.say("data loss", holds: false)
    night.pass(60)
    night.expectPages(["0 ana"])
    try night.say("data loss")
    night.pass(20)
    night.expect("dana", gets: .situation, at: 85)
  }

  @Test func aSituationThatTakesItsTimeIsAskedAfterTheAnswerAndThenTakenToHold() throws {
    var night = night()
    night.pass(2)
    try night.acknowledge("ana")
    night.pass(15)
    #expect(night.said(.situation).map(\.text) == ["Can't diagnose in 15 min?"])
    #expect(
      night.said(.situation).first?.detail
        == "Secondary on-call is paged at 03:34 unless somebody says that it is not so.")
    night.pass(4)
    night.expectPages(["0 ana"])
    night.pass(1)
    night.expect("bo", gets: .situation, at: 22, line: 39)
    let page = try #require(night.pages.first { $0.person == "bo" })
    #expect(
      page.why
        == "Secondary on-call: Can't diagnose in 15 min, and nobody said otherwise. Next on call by weekly.")
    #expect(page.assumption?.contains("within 5 min") == true)
  }

  @Test func whoeverSaysThatItIsNotSoStopsIt() throws {
    var night = night()
    try night.acknowledge("ana")
    night.pass(16)
    try night.say("Can't diagnose in 15 min", holds: false)
    night.pass(60)
    night.expectPages(["0 ana"])
  }

  @Test func whoeverSaysThatItIsSoNeedNotWait() throws {
    var night = night()
    try night.acknowledge("ana")
    night.pass(3)
    try night.say("can't diagnose")
    night.expect("bo", gets: .situation, at: 3, line: 39)
    night.pass(60)
    night.expectPages(["0 ana", "3 bo"])
  }

  @Test func itIsNotAskedWhileNobodyHasAnswered() {
    var night = night()
    night.pass(40)
    #expect(night.said(.situation).isEmpty)
    night.expect("bo", gets: .escalated, at: 15)
  }

  @Test func wordsThatFitNothingOrSeveralAreRefusedWithWhatThereIs() throws {
    var night = night()
    let known = [
      "security breach", "Can't diagnose in 15 min", "Data loss possible", "Security breach suspected",
      "Need production access",
    ]
    #expect(throws: Refusal.unknownSituation("fire", known: known)) { try night.say("fire") }
    #expect(throws: Refusal.severalSituations("security", ["security breach", "Security breach suspected"])) {
      try night.say("security")
    }
  }

  @Test func theRowsTellWhatHoldsAndWhatPagesWhom() throws {
    var night = night()
    try night.acknowledge("ana")
    try night.say("data loss")
    let rows = Situations.rows(night.view, now: night.now)
    #expect(rows.map(\.state) == [.open, .open, .holds, .open, .open])
    #expect(rows[2].by == "ana")
    #expect(rows[2].calls.map(\.names) == [["Dana Weiss"]])
    #expect(rows[1].due == night.now + .minutes(20))
    #expect(rows[1].line == 39)
  }

  @Test func anotherSeverityOrScenarioKeepsWhatWasSaid() throws {
    var night = night()
    try night.acknowledge("ana")
    try night.say("data loss")
    night.pass(5)
    try night.change(to: "P2")
    night.pass(16)
    night.expect("dana", gets: .situation, at: 20)
  }
}
