import Engine
import Incidents
import Runbooks
import Testing

@Suite struct ClockTests {
  private var runbook: Runbook {
    var runbook = Fixture.runbook(Fixture.rungs)
    runbook.cadence = [Cadence(severity: "P0", minutes: 15, line: 20)]
    runbook.rollback = Rollback(line: 70)
    runbook.rollback?.decideAfterMinutes = 30
    runbook.rollback?.decideLine = 71
    return runbook
  }

  private func faces(_ view: IncidentView, _ minutes: Int) -> [String] {
    Clocks.running(view, now: Fixture.start + .minutes(minutes)).map { "\($0.state) \($0.what): \($0.why)" }
  }

  @Test func clocksStandInOrderOfTimeAndNameThePerson() {
    #expect(
      faces(Fixture.view(runbook), 1) == [
        "running First answer: target 5 min", "running Update due: every 15 min",
        "running Decide on rollback: if not fixed in 30 min", "running Team lead paged: Bo, unless acknowledged",
        "running CTO paged: Eve, unless acknowledged",
      ])
  }

  @Test func whatPassedIsLateAndStays() {
    let late = faces(Fixture.view(runbook), 16)
    #expect(late.contains("late First answer: target 5 min"))
    #expect(late.contains("late Update due: every 15 min"))
  }

  @Test func soonIsAQuarterOrTenMinutes() {
    let now = Fixture.start
    #expect(Clocks.state(due: now + .minutes(4), interval: .minutes(15), now: now) == .running)
    #expect(Clocks.state(due: now + .seconds(224), interval: .minutes(15), now: now) == .soon)
    #expect(Clocks.state(due: now + .minutes(9), interval: .minutes(60), now: now) == .soon)
    #expect(Clocks.state(due: now + .minutes(10), interval: .minutes(60), now: now) == .running)
    #expect(Clocks.state(due: now, interval: .minutes(60), now: now) == .late)
  }

  @Test func anAnswerIsMetAndStopsTheRungs() throws {
    let view = Fixture.view(runbook)
    let plan = try Engine.acknowledge(view, by: "ana", now: Fixture.start + .minutes(7))
    let answered = faces(Fixture.stored(plan, view.policy, view.pages), 8)
    #expect(answered.contains("met First answer: Ana answered in 7 min, target 5 min, 2 min late"))
    #expect(answered.contains("stopped CTO paged: stopped by Ana"))
    #expect(answered.first?.hasPrefix("running Update due") == true)
  }

  @Test func theLadderTellsWhatWasIsAndWillBe() throws {
    let view = Fixture.view(runbook)
    let states = LadderState.of(view, now: Fixture.start + .minutes(1))
    #expect(states.map(\.state) == [.pagedNoAnswer, .willPage, .willPage])
    #expect(states.map(\.names) == [["Ana"], ["Bo"], ["Eve"]])
    #expect(states.map(\.minute) == [0, 30, 60])
    let plan = try Engine.acknowledge(view, by: "ana", now: Fixture.start + .minutes(2))
    let after = LadderState.of(Fixture.stored(plan, view.policy, view.pages), now: Fixture.start + .minutes(3))
    #expect(after.map(\.state) == [.answered, .stopped, .stopped])
    #expect(after.map(\.note) == ["answered 03:14", "stopped by the answer", "stopped by the answer"])
    var over = Fixture.stored(plan, view.policy, view.pages)
    over.incident.status = .resolved
    #expect(LadderState.of(over, now: Fixture.start + .minutes(9)).map(\.note) == after.map(\.note))
  }

  @Test func aHoleIsDrawnAsAHole() {
    var team = Fixture.team
    team.roles.removeLast()
    let states = LadderState.planned(runbook, LadderQuestion(severity: "P0"), team, at: Fixture.start)
    #expect(states.last?.state == .unreachable)
    #expect(states.last?.note == "reaches nobody, Bo is paged instead")
  }

  @Test func whatReachesNobodyIsSaidWithItsContactLine() {
    var team = Fixture.team
    team.roles.removeLast()
    var runbook = runbook
    runbook.escalationRules = [EscalationRule(when: "Legal concern", target: "Legal Team", afterMinutes: 0, line: 25)]
    runbook.contacts = [Contact(role: "CTO/Founder", via: ["+1-XXX"], placeholder: true, line: 90)]
    let holes = Reachability.of(runbook, team, at: Fixture.start)
    #expect(
      holes.map(\.text) == ["CTO reaches nobody", "Legal Team is paged in one rule and bound to nobody"])
    #expect(holes.first?.contactLine == 90)
    #expect(
      holes.first?.hint
        == "Its contact is +1-XXX. Until it is bound, Bo is paged instead. Bind the role in tocsin.yaml.")
    #expect(Reachability.of(Fixture.runbook(Fixture.rungs), Fixture.team, at: Fixture.start).isEmpty)
  }

  @Test func whatTheTeamFileSaysOfARoleIsNoFindingAnyMore() {
    var runbook = runbook
    runbook.contacts = [
      Contact(role: "CTO", via: ["+1-XXX"], placeholder: true, line: 90),
      Contact(role: "Legal Team", placeholder: true, line: 91),
    ]
    runbook.escalationRules = [EscalationRule(when: "Legal concern", target: "Legal Team", afterMinutes: 0, line: 25)]
    let (cto, rung) = (90, runbook.escalation.last?.line ?? 0)
    runbook.findings = [
      Finding(rule: "R031", level: .error, message: "CTO reaches nobody: +1-XXX.", hint: "", line: cto),
      Finding(rule: "R031", level: .error, message: "Legal Team reaches nobody: nothing.", hint: "", line: 91),
      Finding(rule: "R032", level: .error, message: "\"CTO\" is paged but has no contact.", hint: "", line: rung),
      Finding(rule: "R032", level: .error, message: "\"Legal Team\" is paged but has no contact.", hint: "", line: 25),
      Finding(rule: "R060", level: .error, message: "CTO", hint: "", line: cto),
    ]
    #expect(TeamAnswers.open(runbook, Fixture.team, at: Fixture.start).map(\.line) == [91, 25, 90])
    #expect(TeamAnswers.open(runbook, Team(), at: Fixture.start).count == 5)
    #expect(TeamAnswers.holders(["CTO", "Legal Team"], Fixture.team, at: Fixture.start) == ["CTO": ["Eve"]])
  }
}
