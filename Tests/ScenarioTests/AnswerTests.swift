import Engine
import Incidents
import Testing

/// Answers of several, answers that lapse, and incidents that go from one person to another.
@Suite struct AnswerTests {
  private func night(_ change: (inout Team) -> Void) -> Night {
    var team = Payments.fullTeam
    change(&team)
    return Payments.night(team: team)
  }

  private func pair() -> Night {
    night { team in
      team.roles.removeAll { $0.role == "Primary on-call" }
      team.roles.append(RoleBinding(role: "Primary on-call", holder: .people(["ana", "bo", "chidi"]), need: 2))
    }
  }

  @Test func aRungThatNeedsTwoIsAnsweredByTwo() throws {
    var night = pair()
    night.pass(2)
    try night.acknowledge("bo")
    #expect(night.incident.status == .triggered)
    #expect(
      night.said(.acknowledged).last?.text
        == "Bo Lindqvist acknowledged, by the link in the page: 1 of 2 answered")
    #expect(LadderState.of(night.view, now: night.now).first?.note == "1 of 2 answered")
    night.pass(4)
    night.expect("ana", gets: .reminder, at: 5)
    try night.acknowledge("ana")
    #expect(night.incident.status == .acknowledged)
    #expect(LadderState.of(night.view, now: night.now).first?.note == "2 of 2 answered")
    night.pass(10)
    #expect(night.got.count { !$0.reason.isPromise } == 4)
  }

  @Test func oneOfTwoDoesNotStopTheLadderAndANextRungMayAnswerAlone() throws {
    var night = pair()
    try night.acknowledge("ana")
    night.pass(45)
    // Nobody who has answered is paged again.
    night.expectPages(["0 ana", "0 bo", "0 chidi", "15 bo", "30 chidi", "45 dana"])
    try night.acknowledge("dana")
    #expect(night.incident.status == .acknowledged)
  }

  @Test func anAnswerThatNothingFollowsCountsNoLonger() throws {
    var night = night { $0.lapse = AnswerLapse(after: .minutes(40), severities: ["P0"]) }
    try night.acknowledge("ana")
    night.pass(30)
    try night.act { view, now throws(Refusal) in try Engine.note(view, text: "looking", by: "ana", now: now) }
    night.pass(39)
    #expect(night.incident.status == .acknowledged)
    night.pass(1)
    #expect(night.incident.status == .triggered)
    #expect(
      night.said(.lapsed).map(\.text) == ["Nothing was done for 40 min: the answer of Ana Ruiz counts no longer"])
    night.expect("ana", gets: .reminder, at: 70)
    night.pass(15)
    night.expect("bo", gets: .escalated, at: 85)
    try night.acknowledge("bo")
    #expect(night.incident.acknowledgedBy == "bo")
  }

  @Test func forOtherSeveritiesAndWithoutARuleAnAnswerCountsForEver() throws {
    for severities in [["P1"], nil] {
      var night = night { $0.lapse = severities.map { AnswerLapse(after: .minutes(40), severities: $0) } }
      try night.acknowledge("ana")
      night.pass(600)
      #expect(night.said(.lapsed).isEmpty)
    }
  }

  @Test func afterALapseTheLadderIsClimbedAsOftenAsFromTheStart() throws {
    var night = night { $0.lapse = AnswerLapse(after: .minutes(40)) }
    night.pass(80)
    #expect(night.incident.round == 2)
    try night.acknowledge("ana")
    night.pass(40)
    #expect(night.incident.round == 3)
    night.pass(76 * 3)
    #expect(night.said(.exhausted).suffix(2).map(\.detail) == ["Round 2 of 3.", "Round 3 of 3."])
    #expect(night.said(.fault).count == 1)
  }

  @Test func whoeverIsOfferedItIsPagedAndHasItOnceItIsTaken() throws {
    var night = Payments.night()
    try night.acknowledge("ana")
    night.pass(3)
    try night.handOver(to: "Chidi Okafor", by: "ana")
    night.expect("chidi", gets: .handover, at: 3)
    #expect(night.incident.acknowledgedBy == "ana")
    night.pass(2)
    try night.acknowledge("chidi")
    #expect(night.incident.acknowledgedBy == "chidi")
    #expect(night.incident.acknowledgedAt == .threeInTheMorning)
    #expect(
      night.said(.handover).map(\.text) == [
        "Ana Ruiz hands it to Chidi Okafor", "Chidi Okafor took it over from Ana Ruiz, by the link in the page",
      ])
    night.pass(10)
    #expect(night.said(.handover).count == 2)
  }

  @Test func whatIsNotTakenStaysWhereItWasAndThatIsSaidToWhoeverHasIt() throws {
    var night = Payments.night()
    try night.acknowledge("ana")
    try night.handOver(to: "bo", by: "ana")
    night.pass(5)
    #expect(night.incident.acknowledgedBy == "ana")
    #expect(night.said(.handover).last?.text == "Bo Lindqvist has not taken it in 5 min: Ana Ruiz keeps it")
    night.expect("ana", gets: .handover, at: 5)
    try night.acknowledge("bo")
    #expect(night.incident.acknowledgedBy == "ana")
  }

  @Test func thereIsNothingToHandOverToNobodyOrToWhoeverHasIt() throws {
    var night = Payments.night()
    #expect(throws: Refusal.nobodyHasIt) { try night.handOver(to: "bo", by: "ana") }
    try night.acknowledge("ana")
    #expect(throws: Refusal.hasItAlready("Ana Ruiz")) { try night.handOver(to: "ana", by: "bo") }
    #expect(throws: Refusal.unknownPerson("zoe")) { try night.handOver(to: "zoe", by: "ana") }
  }

  @Test func whoeverIsCalledInAfterTheAnswerIsRemindedUntilTheyAnswerToo() throws {
    var night = night { team in
      team.people[2].methods.append(ContactMethod(channel: "phone", address: "+3", after: .minutes(5)))
    }
    try night.acknowledge("ana")
    night.pass(36)
    night.expectPages(["0 ana", "30 chidi", "35 chidi"])
    var second = night
    second = self.night {
      $0.people[2].methods.append(ContactMethod(channel: "phone", address: "+3", after: .minutes(5)))
    }
    try second.acknowledge("ana")
    second.pass(31)
    try second.acknowledge("chidi")
    second.pass(10)
    second.expectPages(["0 ana", "30 chidi"])
  }
}
