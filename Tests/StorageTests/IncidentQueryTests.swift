import Incidents
import Storage
import Testing

@Suite struct IncidentQueryTests {
  @Test func openIncidentsAreTheWorstFirstAndEndedOnesAreLeftOut() async throws {
    try await withStore { database in
      for id in Int64(1)...4 { try database.seed(id) }
      _ = try database.commit([
        Statement("UPDATE incident SET severity_rank = 0 WHERE id = 3", [[]]),
        Statement("UPDATE incident SET status = 'closed' WHERE id = 2", [[]]),
      ])
      #expect(try await database.read(IncidentQueries.open()).map(\.id) == [3, 1, 4])
      #expect(try await database.read(IncidentQueries.openCauses()).map(\.cause) == ["cause-1", "cause-3", "cause-4"])
      #expect(try await database.read(IncidentQueries.openCauses(after: 1, limit: 1)).map(\.incident) == [3])
    }
  }

  @Test func recentIncidentsComeInPartsNewestFirst() async throws {
    try await withStore { database in
      for id in Int64(1)...5 { try database.seed(id) }
      let first = try await database.read(IncidentQueries.recent(limit: 2))
      let second = try await database.read(IncidentQueries.recent(limit: 2, before: first.last?.id))
      #expect(first.map(\.id) == [5, 4] && second.map(\.id) == [3, 2])
    }
  }

  @Test func namesAreFoundAndCountedByTheDay() async throws {
    try await withStore { database in
      for id in Int64(1)...3 { try database.seed(id) }
      #expect(try await database.read(IncidentQueries.byName("INC-2026-02-14-2")).first?.id == 2)
      #expect(try await database.read(IncidentQueries.named(prefix: "INC-2026-02-14-")).first == 3)
      #expect(try await database.read(IncidentQueries.named(prefix: "INC-2026-02-15-")).first == 0)
    }
  }

  @Test func dueIncidentsAreTheLongestOverdueFirst() async throws {
    try await withStore { database in
      for id in Int64(1)...3 {
        var plan = opening(id)
        plan.incident.nextDue = id == 3 ? nil : night - .minutes(Int(id))
        var batch = OpeningBatch(owner: "node")
        batch.open(plan)
        _ = try database.commit(batch.statements())
      }
      #expect(try await database.read(IncidentQueries.due(night, limit: 9)).map(\.id) == [2, 1])
      #expect(try await database.read(IncidentQueries.due(night - .minutes(2), limit: 9)).map(\.id) == [2])
      #expect(try await database.read(IncidentQueries.earliestDue).first == night - .minutes(2))
    }
  }

  @Test func highestIdentifiersStartTheCounterAndAnEmptyStoreStartsAtNothing() async throws {
    try await withStore { database in
      #expect(try await database.read(IncidentQueries.highestIds).first?.overall == 0)
      #expect(try await database.read(IncidentQueries.earliestDue).isEmpty)
      try database.seed(41)
      let ids = try await database.read(IncidentQueries.highestIds).first
      #expect(ids?.incident == 41 && ids?.alert == 41 && ids?.overall == 41)
      #expect(try await database.view(7) == nil)
    }
  }

  @Test func aLivePageAsksOnlyForNewEntries() async throws {
    try await withStore { database in
      let entries = try database.seed(1).entries
      try database.seed(2)
      let known = try #require(entries.first)
      #expect(try await database.read(TimelineQueries.after(known.id, limit: 9)) == Array(entries.dropFirst()))
    }
  }

  @Test func storedTextSurvivesEveryCharacterThatJSONEscapes() throws {
    let labels = ["a\"b": "c\\d", "tab\t": "line\nbreak \u{1} ☎"]
    #expect(try StoredJSON.labels(StoredJSON.text(of: labels)) == labels)
    let reasons = [Reason("He said \"now\".", line: 3), Reason("\u{1F}")]
    #expect(try StoredJSON.reasons(StoredJSON.text(of: reasons)) == reasons)
  }
}
