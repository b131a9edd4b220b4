import Incidents
import Testing

@Suite struct NobodyAnswersTests {
  @Test func theLadderClimbsByItsMinutesAndNamesItsLines() {
    var night = Payments.night()
    night.pass(70)
    night.expect("ana", gets: .first, at: 0, line: 30)
    night.expect("ana", gets: .reminder, at: 5, line: 30)
    night.expect("bo", gets: .escalated, at: 15, line: 31)
    night.expect("chidi", gets: .escalated, at: 30, line: 40)
    night.expect("dana", gets: .escalated, at: 45, line: 33)
    night.expect("eve", gets: .escalated, at: 60, line: 34)
    night.expectPages(["0 ana", "5 ana", "15 bo", "30 chidi", "45 dana", "60 eve"])
  }

  @Test func aRungForOtherSeveritiesIsLeftOut() {
    var night = Payments.night("P2")
    night.pass(59)
    night.expectPages(["0 ana", "5 ana", "30 chidi", "45 dana"])
  }

  @Test func theTimelineTellsItInSentences() {
    var night = Payments.night()
    night.pass(31)
    #expect(night.said(.opened).map(\.text) == ["Opened as P0 by Uptime monitor: Payments answer 502"])
    #expect(
      night.said(.paged).map(\.text) == [
        "Ana Ruiz paged", "Bo Lindqvist paged: nobody answered in 15 min", "Chidi Okafor paged: not resolved in 30 min",
      ])
    #expect(night.said(.late).map(\.text) == ["First answer is late: 5 min passed"])
    #expect(night.said(.late).first?.line == 15)
    #expect(night.said(.rollback).first?.line == 71)
    #expect(night.said(.updateDue).count == 2)
    #expect(night.said(.updateDue).allSatisfy { $0.line == 20 })
  }

  @Test func afterThreeRoundsTheFallbackIsPagedAndTheFaultRaised() {
    var night = Payments.night()
    night.pass(24 * 60)
    #expect(night.said(.exhausted).count == 2)
    #expect(night.said(.fault).count == 1)
    #expect(night.got.filter { $0.person == "eve" }.map(\.minute) == [60, 135, 210])
    night.expect("dana", gets: .fallback, at: 225)
    #expect(night.story.last == "225 dana")
    #expect(night.incident.round == 3)
  }

  @Test func aRungThatReachesNobodyPagesTheFallbackAtOnce() {
    var night = Payments.night(team: Payments.team)
    night.pass(60)
    night.expect("dana", gets: .fallback, at: 60, line: 34)
    let hole = night.said(.unreachable)
    #expect(hole.map(\.text) == ["CTO/Founder reaches nobody"])
    #expect(hole.first?.line == 34)
    #expect(hole.first?.detail == "Nobody is bound to it in the team file. Dana Weiss is paged instead.")
  }

  @Test func anUnreachableRungDoesNotDelayTheNext() {
    var team = Payments.fullTeam
    team.roles.removeAll { $0.role.hasPrefix("Secondary") }
    var night = Payments.night(team: team)
    night.pass(31)
    night.expect("dana", gets: .fallback, at: 15, line: 31)
    night.expect("chidi", gets: .escalated, at: 30, line: 40)
  }

  @Test func afterOurOwnDowntimeEachPersonIsPagedOnce() {
    var night = Payments.night()
    night.down(50)
    night.wake()
    #expect(night.got.filter { $0.minute == 50 }.map(\.person) == ["ana", "bo", "chidi", "dana"])
    #expect(night.said(.paged).contains { $0.detail.contains("35 min late") })
    night.pass(11)
    night.expect("eve", gets: .escalated, at: 60)
  }

  @Test func aTeamOfNobodyIsAFaultAndNotAnEndlessLoop() {
    var night = Payments.night(team: Team())
    night.pass(600)
    #expect(night.got.isEmpty)
    #expect(!night.said(.unreachable).isEmpty)
  }
}
