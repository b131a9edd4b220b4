import Engine
import Incidents
import Testing

@testable import App

/// What a person says of an alert holds for the next time that it comes.
@Suite struct CorrectionTests {
  private let files = ["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team + "\nalerts: { reopen: 0m }\n"]

  @Test func theNextIncidentOfThatAlertOpensWithThePersonsScenario() async throws {
    let small = try await SmallHouse(files)
    let labels = ["alertname": "PgPool", "service": "pay", "pod": "pay-1"]
    let first = try await small.alert("502 connections to postgres", key: "a1", labels: labels)
    #expect(first.scenario == "Database down")
    try await small.acts.changeScenario(first.id, to: "Queue stuck", by: "ana")
    #expect(
      try await small.timeline(first.id).last?.detail.hasSuffix("Kept for the next time this alert comes.") == true)
    // Another alert of the rule joins the incident under its new cause.
    let joined = try await small.alert("7 connections to postgres", key: "a2", labels: labels)
    #expect(joined.id == first.id)
    try await small.acts.resolve(first.id, by: "ana", reason: "over")

    let next = try await small.alert(
      "9 connections to postgres", key: "b9", labels: labels.merging(["pod": "pay-2"]) { $1 })
    #expect(next.id != first.id && next.scenario == "Queue stuck")
    let reason = try #require(next.reasons.first)
    #expect(reason.text.hasPrefix("This scenario: corrected by Ana Ruiz on 20"))
    #expect(reason.line == 29)
    let other = try await small.alert("too many connections to postgres", key: "c", labels: ["alertname": "Other"])
    #expect(other.scenario == "Database down")
    await small.end()
  }

  @Test func itHoldsOverAReloadAndIsTakenBack() async throws {
    let small = try await SmallHouse(files)
    let first = try await small.alert("too many connections to postgres", key: "db")
    try await small.acts.changeScenario(first.id, to: nil, by: "ana")
    try await small.acts.resolve(first.id, by: "ana", reason: "over")
    await small.house.reload()
    let second = try await small.alert("too many connections to postgres", key: "db")
    #expect(second.scenario == nil)
    #expect(second.reasons.first?.text.hasPrefix("No scenario: corrected by Ana Ruiz") == true)
    try await small.acts.forgetScenario(second.id, by: "bo")
    await #expect(throws: Refusal.nothingKept) { try await small.acts.forgetScenario(second.id, by: "bo") }
    try await small.acts.resolve(second.id, by: "ana", reason: "over")
    #expect(try await small.alert("too many connections to postgres", key: "db").scenario == "Database down")
    await small.end()
  }

  @Test func theSameScenarioAgainIsNoCorrection() async throws {
    let small = try await SmallHouse(files)
    let first = try await small.alert("too many connections to postgres", key: "db")
    try await small.acts.changeScenario(first.id, to: "Database down", by: "ana")
    await #expect(throws: Refusal.nothingKept) { try await small.acts.forgetScenario(first.id, by: "ana") }
    await small.end()
  }

  @Test func figuresInTheWordsDoNotMakeAnotherAlert() {
    func identity(_ summary: String, key: String? = nil, labels: [String: String] = [:]) -> String {
      AlertIdentity.of(labels: labels, integration: 1, dedupKey: key, source: "s", summary: summary)
    }
    #expect(identity("Disk 91% full") == identity("Disk 97% full"))
    #expect(identity("Disk 91% full", key: "a") != identity("Disk 91% full", key: "b"))
    #expect(
      identity("x", key: "a", labels: ["alertname": "Disk"]) == identity("y", key: "b", labels: ["alertname": "Disk"]))
    #expect(identity("91").isEmpty)
  }
}
