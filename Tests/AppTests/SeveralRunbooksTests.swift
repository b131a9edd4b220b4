import Engine
import Incidents
import Testing
import Web

@testable import App

/// Two teams' runbooks on one server.
@Suite struct SeveralRunbooksTests {
  private func house() async throws -> SmallHouse {
    try await SmallHouse(
      ["a/RUNBOOK.md": Documents.payments, "b/RUNBOOK.md": Documents.search, "a/tocsin.yaml": Documents.team],
      runbooks: ["a/RUNBOOK.md", "b/RUNBOOK.md"])
  }

  @Test func theBestScenarioOfAllRunbooksDecides() async throws {
    let small = try await house()
    let shards = try await small.alert("elasticsearch: shards unassigned")
    #expect(shards.scenario == "Index corrupt" && shards.severity == "SEV1")
    let database = try await small.alert("too many connections to postgres")
    #expect(database.scenario == "Database down" && database.severity == "P0")
    #expect(shards.runbook != database.runbook)
    await small.end()
  }

  @Test func aServiceThatOneRunbookListsAndADocumentThatALabelNamesDecideToo() async throws {
    let small = try await house()
    let ids = small.house.shelf.current().map(\.id)
    #expect(try await small.alert("zzz", labels: ["service": "indexer"]).runbook == ids[1])
    #expect(try await small.alert("zzz yyy").runbook == ids[0])
    await small.end()
  }

  @Test func aDocumentThatALabelNamesDecides() async throws {
    let small = try await SmallHouse(
      ["payments.md": Documents.payments, "search.md": Documents.search, "tocsin.yaml": Documents.team],
      runbooks: ["payments.md", "search.md"])
    let ids = small.house.shelf.current().map(\.id)
    let named = try await small.alert(
      "too many connections to postgres", labels: ["runbook_url": "https://git.example/docs/search.md"])
    #expect(named.runbook == ids[1])
    await small.end()
  }

  @Test func filesOfOneNameAreToldApartByTheirFolders() async throws {
    let small = try await house()
    #expect(small.house.shelf.current().map(\.fileName) == ["a/RUNBOOK.md", "b/RUNBOOK.md"])
    #expect(FileNames.short(["x/a.md", "y/b.md"]) == ["a.md", "b.md"])
    await small.end()
  }

  @Test func aPersonDeclaresUnderARunbookAScenarioOrByWords() async throws {
    let small = try await house()
    func declared(_ wanted: Declaration) async throws -> Incident {
      try await small.incident(try await small.acts.declare(wanted, by: "ana"))
    }
    let ids = small.house.shelf.current().map(\.id)
    #expect(try await declared(Declaration(title: "odd", runbook: "b/RUNBOOK.md")).runbook == ids[1])
    #expect(try await declared(Declaration(title: "odd", scenario: "Index corrupt")).runbook == ids[1])
    let found = try await declared(Declaration(title: "consumer lag grows"))
    #expect(found.scenario == "Queue stuck" && found.runbook == ids[0])
    await #expect(throws: Refusal.unknownRunbook("c.md", known: ["a/RUNBOOK.md", "b/RUNBOOK.md"])) {
      _ = try await small.acts.declare(Declaration(title: "odd", runbook: "c.md"), by: "ana")
    }
    await small.end()
  }
}
