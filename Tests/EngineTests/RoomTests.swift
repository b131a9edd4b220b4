import Incidents
import Runbooks
import Testing

@testable import Engine

/// Boxes of the runbook and its roles, in one incident.
@Suite struct RoomTests {
  private var runbook: Runbook {
    var runbook = Fixture.runbook(Fixture.rungs)
    runbook.phases = [
      Phase(title: "Assess", items: ["Look at the shop", "Say that you have it"], line: 20),
      Phase(title: "Only low", severities: ["P2"], items: ["Wait"], line: 24),
    ]
    runbook.checklistItems = [
      ChecklistItem(text: "Look at the shop", section: "Assess", line: 21),
      ChecklistItem(text: "Shop sells again", section: "Before closing", line: 31),
    ]
    runbook.roles = [Role(name: "Incident Commander", duties: ["decides"], line: 40)]
    runbook.scenarios[0].actions = [
      Action(kind: .command, phase: .verification, text: "curl shop", caption: "The shop answers", line: 55)
    ]
    return runbook
  }

  private let later = Fixture.start + .minutes(3)

  private func after(_ view: IncidentView, _ act: RoomAct, by actor: String = "ana") throws -> IncidentView {
    Fixture.stored(try Engine.perform(act, view, by: actor, now: later), view.policy, view.pages)
  }

  @Test func listsAreThoseOfTheSeverityAndEachStepStandsOnce() {
    let view = Fixture.view(runbook)
    let lists = Checklists(view.incident, view.policy.runbook).all
    #expect(lists.map(\.title) == ["Assess", "Verification of Website down", "Before closing"])
    #expect(lists[0].items.map(\.line) == [21, nil])
  }

  @Test func ofAStepThatIsACommandTheCommandIsKnown() throws {
    var runbook = runbook
    runbook.healthChecks = [
      HealthCheck(kind: .command, target: "df -h /", expectation: "below 80 %", line: 70),
      HealthCheck(kind: .http, target: "https://shop.example/health", line: 71),
    ]
    let lists = Checklists(Fixture.view(runbook).incident, runbook).all
    let health = try #require(lists.first { $0.kind == .health })
    #expect(health.items.map(\.text) == ["df -h /: below 80 %", "https://shop.example/health"])
    #expect(health.items.map(\.command) == ["df -h /", nil])
  }

  @Test func boxesOfATemplateAreTickedInWhatIsWrittenByIt() {
    var runbook = runbook
    runbook.checklistItems.append(ChecklistItem(text: "[Action 1] - Owner: [Name]", section: "Action Items", line: 63))
    runbook.templates = [
      Template(name: "Review", kind: .postmortem, body: "**Date**:\n\n**Action Items**:\n- [ ] [Action 1]", line: 60)
    ]
    let view = Fixture.view(runbook)
    #expect(Checklists(view.incident, runbook).all.last?.title == "Before closing")
    runbook.checklistItems[2].line = 64
    #expect(Checklists(view.incident, runbook).all.last?.title == "Action Items", "It stands after the template.")
  }

  @Test func aTickBearsWhoAndWhenAndCanBeTakenBack() throws {
    let view = Fixture.view(runbook)
    let ticked = try after(view, .tick("look at", done: true, remark: "answers 502"))
    let item = try #require(Checklists(ticked.incident, runbook).all.first?.items.first)
    #expect(item.tick == Tick(list: "Assess", text: "Look at the shop", by: "ana", at: later, remark: "answers 502"))
    let plan = try Engine.perform(.tick(item.key, done: false, remark: ""), ticked, by: "bo", now: later)
    #expect(plan.incident.engagement.room.ticks.isEmpty)
    #expect(plan.entries.last?.text == "Bo took back the tick of Look at the shop")
    #expect(plan.entries.last?.line == 21)
  }

  @Test func aTickOutlivesARevisionThatMovesItsLine() throws {
    let ticked = try after(Fixture.view(runbook), .tick("Look at the shop", done: true, remark: ""))
    var newer = runbook
    newer.phases[0].line = 90
    newer.checklistItems[0].line = 91
    let item = Checklists(ticked.incident, newer).all.first?.items.first
    #expect(item?.tick?.by == "ana" && item?.line == 91)
  }

  @Test func aStepThatIsNotThereIsRefused() {
    #expect(throws: Refusal.unknownCheck("dance")) {
      try Engine.perform(.tick("dance", done: true, remark: ""), Fixture.view(runbook), by: "ana", now: later)
    }
  }

  @Test func aVerificationThatRanWellIsTickedOff() throws {
    let run = CommandRun(
      id: 1, incident: 3, text: "curl shop", line: 55, command: "curl shop", host: "", actor: "ana", started: later,
      took: .seconds(1), exit: 0, output: "200")
    let plan = try Engine.ran(Fixture.view(runbook), run, by: "ana", now: later)
    #expect(plan.incident.engagement.room.ticks.map(\.text) == ["The shop answers"])
    var failed = run
    failed.exit = 1
    #expect(try Engine.ran(Fixture.view(runbook), failed, by: "ana", now: later).incident.engagement.room.ticks.isEmpty)
  }

  @Test func aRoleThatIsGivenPagesItsNewHolderAndLeadsFromThen() throws {
    let view = Fixture.view(runbook)
    let taken = try after(view, .role("commander", .take))
    #expect(taken.incident.engagement.room.roles.map(\.person) == ["ana"])
    let plan = try Engine.perform(.role("Incident Commander", .give("Eve")), taken, by: "ana", now: later)
    #expect(plan.incident.engagement.room.roles.map(\.person) == ["eve"])
    #expect(plan.pages.map(\.person) == ["eve"])
    #expect(plan.pages.first?.why == "Incident Commander: Ana gives you the role Incident Commander.")
    #expect(plan.entries.first?.text == "Ana gives Incident Commander to Eve")
    let left = try Engine.perform(.role("Incident Commander", .leave), taken, by: "bo", now: later)
    #expect(left.incident.engagement.room.roles.isEmpty)
    #expect(left.entries.first?.text == "Bo leaves Incident Commander, which was Ana's")
  }

  @Test func whereTheRunbookNamesNoRolesTwoAreAssumed() {
    let roles = RoomRole.all(Fixture.view(), now: later)
    #expect(roles.map(\.name) == ["Incident Commander", "Communications Lead"])
    #expect(roles.allSatisfy { $0.line == nil })
  }
}
