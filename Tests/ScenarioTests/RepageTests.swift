import Engine
import Incidents
import Runbooks
import Testing

/// What the document says of pages that nobody answers and of answers that nothing follows.
@Suite struct RepageTests {
  private func night(_ severity: String = "P0", _ change: (inout Runbook) -> Void) -> Night {
    var runbook = Payments.runbook
    change(&runbook)
    var event = Payments.alert
    event.labels = ["priority": severity]
    event.severity = ""
    var team = Payments.fullTeam
    team.people[0].methods = [ContactMethod(channel: "push")]
    return Night(runbook, team, alert: event)
  }

  @Test func whoeverDoesNotAnswerIsPagedAgainOnceByTheLineThatSaysSo() throws {
    var night = night { $0.repages = [AnswerRule(minutes: 10, line: 25)] }
    night.pass(29)
    night.expect("ana", gets: .first, at: 0, line: 30)
    night.expect("ana", gets: .repeated, at: 10, line: 25)
    night.expect("bo", gets: .repeated, at: 25, line: 25)
    night.expectPages(["0 ana", "10 ana", "15 bo", "25 bo"])
    #expect(night.pages.first { $0.reason == .repeated }?.why.contains("not acknowledged in 10 min") == true)
    #expect(night.said(.paged).first?.detail.contains("Again by push at 03:22 (L25), unless acknowledged.") == true)
  }

  @Test func againAndAgainUntilSomebodyAnswers() throws {
    var night = night { $0.repages = [AnswerRule(minutes: 5, isRepeated: true, line: 25)] }
    #expect(Clocks.running(night.view, now: night.now).count { $0.kind == .reminder } == 1, "The next one alone.")
    night.pass(14)
    night.expectPages(["0 ana", "5 ana", "10 ana"])
    try night.acknowledge("ana")
    night.pass(20)
    #expect(night.story.count == 4, "What goes on until resolved is paged; nobody is asked again.")
  }

  @Test func theRuleOfTheSeverityItselfHolds() {
    var night = night("P1") {
      $0.repages = [AnswerRule(minutes: 5, severities: ["P0"], line: 24), AnswerRule(minutes: 9, line: 25)]
    }
    night.pass(14)
    night.expectPages(["0 ana", "9 ana"])
  }

  @Test func anAnswerLapsesWhereTheDocumentSaysSo() throws {
    var night = night { $0.lapses = [AnswerRule(minutes: 20, severities: ["P0"], line: 26)] }
    try night.acknowledge("ana")
    night.pass(21)
    #expect(night.said(.lapsed).map(\.line) == [26])
    #expect(night.incident.status == .triggered)
    let again = night.pages.last { $0.person == "ana" && $0.rung == 0 }
    #expect(again?.why.contains("the answer counts no longer") == true)
    var other = self.night("P1") { $0.lapses = [AnswerRule(minutes: 20, severities: ["P0"], line: 26)] }
    try other.acknowledge("ana")
    other.pass(300)
    #expect(other.said(.lapsed).isEmpty)
  }
}
