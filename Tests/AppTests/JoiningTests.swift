import Engine
import Incidents
import Storage
import Testing

@testable import App

/// What comes in after two incidents became one, or one became two.
@Suite struct JoiningTests {
  private func house() async throws -> SmallHouse {
    try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team])
  }

  @Test func alertsOfTheMergedOneGoOnInTheOther() async throws {
    let small = try await house()
    let queue = try await small.alert("Consumer lag grows", key: "lag")
    let database = try await small.alert("Too many connections to postgres", key: "db")
    #expect(queue.id != database.id)
    try await small.acts.merge(queue.id, into: database.id, by: "ana")
    #expect(try await small.incident(queue.id).status == .merged)
    // Known and new alerts of its cause, and the end of one.
    #expect(try await small.alert("Consumer lag grows", key: "lag").id == database.id)
    #expect(try await small.alert("Consumer lag grows", key: "lag-2").id == database.id)
    #expect(try await small.house.store.database.view(database.id)?.alerts.firing == 3)
    #expect(try await small.timeline(database.id).contains { $0.kind == .merged })
    // Once that is over, the cause opens anew.
    try await small.acts.resolve(database.id, by: "ana", reason: "over")
    let again = try await small.alert("Consumer lag grows", key: "lag-3")
    #expect(again.id != database.id && again.id != queue.id)
    await small.end()
  }

  @Test func anAlertThatWasSplitOffStaysWithItsIncident() async throws {
    let small = try await house()
    let first = try await small.alert("Too many connections to postgres", key: "a")
    #expect(try await small.alert("Too many connections to postgres", key: "b").id == first.id)
    let alerts = try await small.house.store.database.read(AlertQueries.of(first.id))
    let moved = try #require(alerts.last)
    let own = try await small.acts.split(moved.id, from: first.id, by: "ana")
    #expect(try await small.alert("Too many connections to postgres", key: "b").id == own)
    #expect(try await small.alert("Too many connections to postgres", key: "c").id == first.id)
    #expect(try await small.house.store.database.view(own)?.alerts.total == 1)
    await #expect(throws: Refusal.onlyAlert) { try await small.acts.split(moved.id, from: own, by: "ana") }
    await small.end()
  }

  @Test func whatIsReopenedKeepsToItselfWhereItsCauseIsTaken() async throws {
    let small = try await house()
    let first = try await small.alert("Too many connections to postgres", key: "a")
    try await small.acts.perform(.dismiss("a test"), on: first.id, by: "ana")
    let second = try await small.alert("Too many connections to postgres", key: "b")
    #expect(second.id != first.id)
    try await small.acts.reopen(first.id, by: "ana")
    #expect(try await small.incident(first.id).status == .triggered)
    await small.end()
  }

  @Test func aCrowdIsToldByRoundNumbersAndLeavesDecisionsAlone() async throws {
    let small = try await house()
    let first = try await small.alert("Too many connections to postgres", key: "first")
    let crowd = (2...2_100).map { number in
      AlertEvent(
        action: .trigger, dedupKey: "more \(number)", summary: "Too many connections to postgres", source: "monitor",
        labels: [:])
    }
    _ = try await small.acts.accept(crowd, integration: 1)
    let told = try await small.timeline(first.id).map(\.text).filter { $0.contains("alerts so far") }
    let counts = told.compactMap { text in text.split(separator: " ").first.map(String.init) }
    #expect(counts == ["50", "100", "200", "500", "1000", "2000"])
    #expect(try await small.house.store.database.view(first.id)?.alerts.total == 2_100)
    await small.end()
  }
}
