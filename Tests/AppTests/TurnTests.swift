import Incidents
import Testing
import Web

@testable import App

/// Whose turn it is, over incidents that people declare and those that alerts open.
@Suite struct TurnTests {
  @Test func declaredIncidentsAndAlertsTakeTurnsTogetherAndTheStoreKeepsThem() async throws {
    let team = Documents.team.replacing(
      "On-call Engineer: ana", with: "On-call Engineer: { people: [ana, bo], turns: true }")
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": team])
    var paged: [String] = []
    for title in ["Cards fail", "Invoices fail"] {
      let id = try await small.acts.declare(Declaration(title: title, severity: "P1"), by: "ana")
      paged += try await small.house.decisions.view(id)?.pages.map(\.person) ?? []
    }
    let third = try await small.alert("Consumer lag grows")
    paged += try await small.house.decisions.view(third.id)?.pages.map(\.person) ?? []
    #expect(paged == ["ana", "bo", "ana"])
    #expect(try await Turns.stored(small.house.decisions.database).counts == ["On-call Engineer": 3])
    await small.end()
  }
}
