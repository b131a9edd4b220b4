import Engine
import Incidents
import Runbooks
import Testing

@Suite struct ChoiceTests {
  private func choose(
    _ summary: String, _ severity: String = "", scenario: String? = nil, labels: [String: String] = [:]
  )
    -> SeverityChoice
  {
    SeverityChoice.of(
      AlertEvent(action: .trigger, summary: summary, severity: severity, labels: labels), scenario: scenario,
      runbook: Fixture.runbook())
  }

  @Test func theScenarioDecidesOverATools_Word() {
    let choice = choose("502", "critical", scenario: "Website down")
    #expect(choice.name == "P1")
    #expect(choice.line == 50)
    #expect(choice.reasons == [Reason("The runbook rates Website down P1.", line: 50)])
  }

  @Test func theRunbooksOwnNameInTheAlertWinsWhereItIsWorse() {
    #expect(choose("502", scenario: "Website down", labels: ["priority": "p0"]).name == "P0")
    #expect(choose("502", scenario: "Website down", labels: ["severity": "P2"]).name == "P1")
  }

  @Test(arguments: [
    ("critical", "P0"), ("high", "P1"), ("error", "P1"), ("warning", "P2"), ("info", "P2"), ("low", "P2"),
  ])
  func aToolsWordCountsWhereTheScenarioStatesNone(_ word: String, _ name: String) {
    #expect(choose("queue grows", word, scenario: "Slow queries").name == name)
  }

  @Test func anExampleOfTheScaleCounts() {
    let choice = choose("Possible data breach in the ledger", "warning")
    #expect(choice.name == "P0")
    #expect(choice.reasons.last?.text == "In doubt the worse of P0 and P2 is chosen.")
    #expect(choose("the site is down").name == "P0")
  }

  @Test func nothingKnownIsTheSecondLevelAndSaid() {
    let choice = choose("hm")
    #expect(choice.name == "P1")
    #expect(choice.line == nil)
    #expect(choice.reasons.map(\.text) == ["Neither the runbook nor the alert says how bad it is: P1 is assumed."])
    #expect(
      SeverityChoice.of(AlertEvent(action: .trigger, summary: "x"), scenario: nil, runbook: Runbook()).name
        == "Incident")
  }

  @Test func anUnknownSeverityIsNotDeclared() {
    #expect(throws: Refusal.unknownSeverity("P9", known: ["P0", "P1", "P2"])) {
      try SeverityChoice.declared("P9", title: "x", scenario: nil, runbook: Fixture.runbook())
    }
  }

  @Test(
    arguments: [
      (nil, 1, "INC-2026-02-14-01"), ("INC-YYYY-MM-DD-##", 7, "INC-2026-02-14-07"),
      ("INC-YYYY-MM-DD-NN", 123, "INC-2026-02-14-123"), ("OPS-YYYYMMDD-###", 4, "OPS-20260214-004"),
      ("no number", 2, "INC-2026-02-14-02"), ("INCIDENT-#", 3, "INCIDENT-3"),
    ] as [(String?, Int, String)])
  func namesFollowTheRunbooksForm(_ form: String?, _ number: Int, _ name: String) {
    #expect(IncidentName.make(form, day: Fixture.start, number: number) == name)
    #expect(name.hasPrefix(IncidentName.prefix(form, day: Fixture.start)))
  }

  @Test func oneCauseIsScenarioAndServiceElseTheSendersKey() {
    var event = AlertEvent(action: .trigger, dedupKey: "k", summary: "x", labels: ["service": "API"])
    #expect(Cause.key(event, scenario: "Down", integration: 1, unique: "u") == "s:Down|api")
    #expect(Cause.key(event, scenario: nil, integration: 1, unique: "u") == "k:1|k")
    event.labels["groupKey"] = "{}:{a=b}"
    #expect(Cause.key(event, scenario: nil, integration: 1, unique: "u") == "g:1|{}:{a=b}")
    event = AlertEvent(action: .trigger, summary: "x")
    #expect(Cause.key(event, scenario: nil, integration: 2, unique: "u") == "k:2|u")
  }
}
