import Engine
import Incidents
import Testing

@Suite struct SomebodyAnswersTests {
  @Test func anAnswerStopsRemindersAndRungsButNotThoseUntilResolved() throws {
    var night = Payments.night()
    night.pass(3)
    try night.acknowledge("ana")
    night.pass(120)
    night.expectPages(["0 ana", "30 chidi"])
    let entry = try #require(night.said(.acknowledged).first)
    #expect(entry.text == "Ana Ruiz acknowledged, by the link in the page")
    #expect(entry.detail == "Rungs at 15, 45 and 60 min stopped. The 30 min rung goes on until resolved.")
    #expect(night.said(.late).isEmpty)
  }

  @Test func aSecondAnswerIsNotedAndTheSamePersonsIsNot() throws {
    var night = Payments.night()
    try night.acknowledge("ana")
    try night.acknowledge("ana")
    try night.acknowledge("bo", via: "")
    #expect(night.said(.acknowledged).map(\.text).last == "Bo Lindqvist acknowledged too")
    #expect(night.said(.acknowledged).count == 2)
    #expect(night.incident.acknowledgedBy == "ana")
  }

  @Test func resolvingStopsEverythingAndTellsThoseWhoWerePaged() throws {
    var night = Payments.night()
    night.pass(16)
    try night.acknowledge("bo")
    try night.resolve("bo", reason: "rolled back")
    night.pass(47 * 60)
    night.expectPages(["0 ana", "5 ana", "15 bo"])
    #expect(night.got.filter { $0.reason == .resolved }.map(\.person) == ["ana"])
    #expect(night.said(.resolved).first?.text == "Bo Lindqvist resolved it: rolled back")
    #expect(night.said(.resolved).first?.detail == "1 alert still fires.")
    night.pass(60)
    #expect(night.said(.reviewDue).first?.line == 90)
    #expect(night.incident.nextDue == night.now + .days(1), "One reminder a day later, then never again.")
    night.pass(3 * 24 * 60)
    #expect(night.incident.nextDue == nil)
    #expect(night.reminders == ["2896 bo reviewDue", "4336 bo reviewDue"])
  }

  @Test func resolvingWhileItFiresNeedsAReason() throws {
    var night = Payments.night()
    #expect(throws: Refusal.stillFiring(1)) { try night.resolve("ana", reason: " ") }
    try night.resolve("ana")
    #expect(throws: Refusal.alreadyClosed(.resolved)) { try night.acknowledge("bo") }
  }

  @Test func reopeningClimbsTheLadderAnew() throws {
    var night = Payments.night()
    try night.resolve("bo")
    night.pass(30)
    try night.act { view, now throws(Refusal) in try Engine.reopen(view, by: "bo", now: now) }
    night.pass(16)
    night.expect("ana", gets: .reminder, at: 30)
    night.expect("bo", gets: .escalated, at: 45)
  }

  @Test func raisingTheSeverityPagesWhatIsPastDueAtOnce() throws {
    var night = Payments.night("P2")
    night.pass(20)
    try night.act { view, now throws(Refusal) in try Engine.changeSeverity(view, to: "p0", by: "ana", now: now) }
    night.expect("bo", gets: .severityRaised, at: 20, line: 31)
    #expect(night.said(.severity).first?.text == "Ana Ruiz raised the severity from P2 to P0")
    #expect(night.said(.paged).last?.text == "Bo Lindqvist paged: raised to P0")
    night.pass(45)
    night.expectPages(["0 ana", "5 ana", "20 bo", "30 chidi", "45 dana", "60 eve"])
  }

  @Test func anUnknownSeverityIsRefusedWithThoseThatAreKnown() throws {
    var night = Payments.night()
    #expect(throws: Refusal.unknownSeverity("SEV9", known: ["P0", "P1", "P2"])) {
      try night.act { view, now throws(Refusal) in try Engine.changeSeverity(view, to: "SEV9", by: "ana", now: now) }
    }
  }

  @Test func aWordToPeopleBeginsTheCadenceAnew() throws {
    var night = Payments.night()
    night.pass(14)
    try night.act { view, now throws(Refusal) in
      try Engine.postUpdate(view, text: "We look into it.", by: "ana", now: now)
    }
    #expect(night.said(.update).first?.detail == "Next update by 03:41.")
    night.pass(14)
    #expect(night.said(.updateDue).isEmpty)
    night.pass(1)
    #expect(night.said(.updateDue).map(\.text) == ["Update due: every 15 min"])
  }

  @Test func aRungMayBePagedByHandEvenOneThatNoTimeBringsAbout() throws {
    var night = Payments.night()
    try night.acknowledge("ana")
    try night.act { view, now throws(Refusal) in try Engine.pageNow(view, step: 4, by: "ana", now: now) }
    night.expect("eve", gets: .byHand, at: 0, line: 34)
    try night.act { view, now throws(Refusal) in try Engine.pageNow(view, step: 7, by: "ana", now: now) }
    #expect(night.said(.unreachable).map(\.text) == ["Ops Lead reaches nobody"])
    #expect(throws: Refusal.unknownStep(99)) {
      try night.act { view, now throws(Refusal) in try Engine.pageNow(view, step: 99, by: "ana", now: now) }
    }
  }
}
