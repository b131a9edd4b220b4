import Incidents
import Runbooks
import Testing

@testable import Engine

/// Which steps of the runbook's lists nobody ever ticks off.
@Suite struct SkippedStepTests {
  private static let runbook: Runbook = {
    var runbook = Fixture.runbook(Fixture.rungs)
    runbook.phases = [Phase(title: "Assess", items: ["Look at the shop", "Say that you have it"], line: 20)]
    runbook.checklistItems = [ChecklistItem(text: "Shop sells again", section: "Before closing", line: 31)]
    runbook.scenarios[0].symptoms = [Said("Website answers 502", line: 52)]
    return runbook
  }()

  /// Over, with these steps of the list "Assess" ticked.
  private func incident(_ id: Int64, ticked: [String]) -> (incident: Incident, runbook: Runbook) {
    var incident = Incident(
      id: id, name: "INC-\(id)", title: "Website down", cause: "c", severity: "P0", severityRank: 0,
      scenario: "Website down", runbook: 1, status: .resolved, opened: Fixture.start)
    incident.engagement.room.ticks = ticked.map {
      Tick(list: "Assess", text: $0, by: "ana", at: Fixture.start, remark: "")
    }
    return (incident, Self.runbook)
  }

  @Test func aStepThatNobodyTicksInAListThatIsWorkedIsToldAndAListThatNobodyBeginsAsAWhole() {
    let cases = (1...3).map { incident($0, ticked: $0 < 3 ? ["Look at the shop"] : []) }
    let lines = SkippedSteps(cases, inForce: [Self.runbook]).lines
    #expect(
      lines == [
        .init(list: "Before closing", step: nil, runbook: 0, line: 31, incidents: 3),
        .init(list: "Assess", step: "Say that you have it", runbook: 0, line: 20, incidents: 2),
      ], "Symptoms are seen or not; they cannot be skipped.")
  }

  @Test func onceMayBeChanceAndOneTickIsEnough() {
    let once = SkippedSteps([incident(1, ticked: [])], inForce: [Self.runbook])
    #expect(once.lines.isEmpty)
    let done = (1...2).map { incident($0, ticked: $0 == 1 ? ["Look at the shop", "Say that you have it"] : []) }
    #expect(SkippedSteps(done, inForce: [Self.runbook]).lines.map(\.list) == ["Before closing"])
  }

  @Test func whatTheRunbookDoesNotSayAnyMoreIsLeftOut() {
    let cases = (1...2).map { incident($0, ticked: []) }
    var newer = Self.runbook
    newer.phases[0].items = ["Look at the gates"]
    #expect(SkippedSteps(cases, inForce: [newer]).lines.map(\.list) == ["Before closing"])
    #expect(SkippedSteps(cases, inForce: []).lines.isEmpty)
  }
}
