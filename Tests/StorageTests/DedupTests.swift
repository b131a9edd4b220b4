import Incidents
import Storage
import Testing

/// Dedup-and-open, the first of the three hard uses.
@Suite struct DedupTests {
  /// 16 writers bring 3,200 events of 250 keys in the form that needs no index in memory.
  @Test func sixteenWritersOverTwoHundredAndFiftyKeysOpenEachOnce() async throws {
    try await withStore { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<16 {
          group.addTask {
            for turn in 0..<20 {
              let attempts = (0..<10).map { attempt(writer: writer, number: turn * 10 + $0) }
              _ = try database.commit(OpeningUpsert.statements(attempts))
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await database.number("SELECT count(*) FROM alert") == 250)
      #expect(try await database.number("SELECT count(*) FROM incident") == 250)
      #expect(try await database.number("SELECT count(*) FROM page") == 250)
      #expect(try await database.number("SELECT count(*) FROM timeline") == 500)
      let seen = try await database.number("SELECT CAST(sum(count) AS bigint) FROM alert_seen")
      #expect((seen ?? 0) + 250 == 3_200)
      #expect(
        try await database.number("SELECT count(*) FROM alert a JOIN incident i ON i.id = a.incident") == 250)
    }
  }

  private func attempt(writer: Int, number: Int) -> OpeningUpsert.Attempt {
    let key = (writer * 31 + number * 7) % 250
    let id = Int64(writer * 1_000 + number + 1)
    return OpeningUpsert.Attempt(
      alert: someAlert(id, incident: id, key: "key-\(key)"), opening: opening(id, cause: "cause-\(key)"),
      joined: someEntry("Joined."))
  }

  @Test func twoKeysOfOneCauseShareOneIncidentAndTheSecondIsNoted() async throws {
    try await withStore { database in
      for (id, key) in [(Int64(1), "a"), (2, "b"), (3, "a")] {
        let attempt = OpeningUpsert.Attempt(
          alert: someAlert(id, incident: id, key: key), opening: opening(id, cause: "same"),
          joined: someEntry("Alert \(key) joined."))
        let outcomes = try database.commit(OpeningUpsert.statements([attempt]))
        #expect(outcomes.first?.rows.cells.first == .int(id == 3 ? 1 : id))
      }
      let (incidents, alerts, entries) = try await database.read(
        IncidentQueries.recent(limit: 9), AlertQueries.of(1), TimelineQueries.of(1))
      #expect(incidents.map(\.id) == [1])
      #expect(incidents.first?.entries == 3)
      #expect(alerts.map(\.count) == [2, 1])
      #expect(entries.map(\.text) == ["Opened.", "Ana is paged.", "Alert b joined."])
    }
  }

  @Test func theStoreItselfRefusesASecondOpenIncidentOfOneCause() async throws {
    try await withStore { database in
      try database.seed(1, cause: "same")
      let error = #expect(throws: StorageError.self) { try database.seed(2, cause: "same") }
      guard case .violates = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }
}
