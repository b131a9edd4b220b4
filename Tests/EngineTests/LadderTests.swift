import Engine
import Incidents
import Runbooks
import Testing

@Suite struct LadderTests {
  private func ladder(
    _ runbook: Runbook, _ severity: String = "P0", _ scenario: String? = nil, title: String = "",
    team: Team = Fixture.team
  ) -> [String] {
    Escalation.ladder(runbook, LadderQuestion(severity: severity, scenario: scenario, title: title), team).map {
      "\($0.dueAfter.minutes) \($0.target)" + ($0.until == .resolved ? " until resolved" : "")
    }
  }

  @Test func rungsWithoutATimeFollowTheAnswerTargetAndSaySo() {
    let runbook = Fixture.runbook([
      Rung(target: "On-call", line: 10), Rung(target: "Team lead", line: 11), Rung(target: "CTO", line: 12),
    ])
    #expect(ladder(runbook, "P1") == ["0 On-call", "20 Team lead", "40 CTO"])
    #expect(ladder(runbook, "P2") == ["0 On-call", "15 Team lead", "30 CTO"])
    let steps = Escalation.ladder(runbook, LadderQuestion(severity: "P1"), Fixture.team)
    #expect(steps[0].assumption == nil)
    #expect(
      steps[1].assumption
        == "The document states no time for this rung: 20 min after the one before, the time within which P1 is to be answered."
    )
  }

  @Test func withoutAnAnswerTargetTheStatedDistanceGoesOn() {
    let runbook = Fixture.runbook([
      Rung(target: "On-call", line: 10), Rung(target: "Team lead", afterMinutes: 40, line: 11),
      Rung(target: "CTO", line: 12),
    ])
    #expect(ladder(runbook, "P2") == ["0 On-call", "40 Team lead", "80 CTO"])
  }

  @Test func rungsForOtherSeveritiesAreLeftOut() {
    var rungs = Fixture.rungs
    rungs[2].severities = ["P0"]
    rungs[2].condition = "for P0 incidents only"
    #expect(ladder(Fixture.runbook(rungs), "P0").count == 3)
    #expect(ladder(Fixture.runbook(rungs), "P1") == ["0 On-call", "30 Team lead"])
  }

  @Test func aSecurityMatterBringsItsRungAtOnce() {
    var rungs = Fixture.rungs
    rungs[2].condition = "or security breach"
    let runbook = Fixture.runbook(rungs)
    #expect(ladder(runbook, title: "Unauthorized access to the ledger").contains("0 CTO until resolved"))
    #expect(ladder(runbook, title: "Disk full").contains("60 CTO"))
  }

  @Test func aSituationWithoutATimeIsOfferedAndNotTimed() {
    var rungs = Fixture.rungs
    rungs[2].afterMinutes = nil
    rungs[2].condition = "customer impact"
    let runbook = Fixture.runbook(
      rungs, rules: [EscalationRule(when: "Need production access", target: "Ops", line: 20)])
    #expect(ladder(runbook) == ["0 On-call", "30 Team lead"])
    let view = Fixture.view(runbook)
    #expect(Escalation.offers(view.incident, view.policy).map(\.target) == ["CTO", "Ops"])
  }

  @Test func aRuleAtTheRungsMinuteIsThatRungUntilResolved() {
    let rule = EscalationRule(
      when: "P0 lasting >30 min", target: "team lead", afterMinutes: 30, severities: ["P0"], line: 20)
    let runbook = Fixture.runbook(Fixture.rungs, rules: [rule])
    #expect(ladder(runbook) == ["0 On-call", "30 Team lead until resolved", "60 CTO"])
    let step = Escalation.ladder(runbook, LadderQuestion(severity: "P0"), Fixture.team)[1]
    #expect(step.index == 1)
    #expect(step.line == 20)
    #expect(ladder(runbook, "P1") == ["0 On-call", "30 Team lead", "60 CTO"])
  }

  @Test func aScenariosOwnRuleTakesTheRungsPlace() {
    var rungs = Fixture.rungs
    rungs[1].target = "L2: Team lead"
    let rule = EscalationRule(
      when: "If error rate doesn't drop in 15 min", target: "L2", afterMinutes: 15, scenario: "Slow queries", line: 20)
    let runbook = Fixture.runbook(rungs, rules: [rule])
    #expect(ladder(runbook, "P1", "Slow queries") == ["0 On-call", "15 L2: Team lead until resolved", "60 CTO"])
    #expect(ladder(runbook, "P1", "Website down") == ["0 On-call", "30 L2: Team lead", "60 CTO"])
  }

  @Test func aRuleForOthersIsAStepOfItsOwnBehindTheChain() {
    let rule = EscalationRule(
      when: "Immediate", target: "CTO + Legal", afterMinutes: 0, scenario: "Slow queries", line: 20)
    let runbook = Fixture.runbook([Fixture.rungs[0], Fixture.rungs[1]], rules: [rule])
    let steps = Escalation.ladder(runbook, LadderQuestion(severity: "P0", scenario: "Slow queries"), Fixture.team)
    #expect(steps.map(\.index) == [0, 2, 1])
    #expect(steps[1].target == "CTO + Legal")
  }

  @Test func withoutALadderTheContactsForTheSeverityAreClimbed() {
    var runbook = Fixture.runbook()
    runbook.contacts = [
      Contact(role: "On-call", via: ["All incidents"], placeholder: false, line: 30),
      Contact(role: "Team lead", via: ["P0/P1 incidents"], placeholder: false, line: 31),
      Contact(role: "Product", via: ["Customer impact"], placeholder: false, line: 32),
    ]
    #expect(ladder(runbook, "P1") == ["0 On-call", "20 Team lead"])
    #expect(ladder(runbook, "P2") == ["0 On-call"])
  }

  @Test func aLadderIsNeverEmptyWhileThereIsAnybody() {
    let runbook = Fixture.runbook()
    #expect(ladder(runbook, "P1") == ["0 On-call", "20 Team lead", "40 CTO"])
    #expect(ladder(runbook, team: Team(people: [Fixture.person("zoe")])) == ["0 everybody in the team file"])
    #expect(ladder(Runbook(), "whatever", team: Team(people: [Fixture.person("zoe")])).count == 1)
  }

  @Test func aLadderOfHundredsOfRungsIsCutWhereItsNumbersEnd() {
    let rungs = (0..<300).map { Rung(target: "On-call", afterMinutes: Double($0), line: $0) }
    #expect(ladder(Fixture.runbook(rungs)).count == 64)
  }
}
