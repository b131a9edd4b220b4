import Engine
import Incidents
import Storage
import Testing

@Suite struct OpeningTests {
  @Test func everythingThatABatchBringsIsThere() async throws {
    try await withStore { database in
      var batch = OpeningBatch(owner: "node")
      var plan = opening(1)
      plan.pages[0] = Claims.born(plan.pages[0], until: night + .seconds(30))
      let numbered = batch.open(plan)
      batch.add(someAlert(10, incident: 1))
      batch.repeated(10, at: night + .seconds(1))
      batch.repeated(10, at: night + .seconds(2))
      batch.add(someAlert(11, incident: 1))
      batch.join(1, [someEntry("Second alert."), someEntry("Third entry.")], due: night)
      _ = try database.commit(batch.statements())

      let view = try #require(try await database.view(1))
      #expect(view.incident.entries == 4 && view.incident.pages == 1 && view.incident.version == 2)
      #expect(view.incident.nextDue == night)
      #expect(view.incident.reasons == someIncident(1).reasons)
      #expect(view.pages == numbered.pages)
      #expect(view.pages.first?.status == .sending)
      #expect(view.alerts == AlertCounts(firing: 2, total: 2, lastFired: night))
      let (entries, alerts) = try await database.read(TimelineQueries.of(1), AlertQueries.of(1))
      #expect(entries.map(\.text) == ["Opened.", "Ana is paged.", "Second alert.", "Third entry."])
      #expect(entries.map(\.page) == [nil, numbered.pages.first?.id, nil, nil])
      #expect(entries.map(\.id) == (0..<4).map { RowID.make(incident: 1, number: $0) })
      #expect(alerts.first?.count == 3 && alerts.first?.lastSeen == night + .seconds(2))
      #expect(alerts.first?.labels == ["service": "checkout", "region": "eu"])
    }
  }

  @Test func aBatchIsNineStatementsHoweverManyEventsItBrings() {
    var batch = OpeningBatch(owner: "node")
    for id in Int64(1)...200 {
      batch.open(opening(id))
      batch.add(someAlert(id, incident: id))
      batch.repeated(id, at: night)
      batch.join(id, [someEntry("More.")], due: night)
      batch.resolve(id + 500, of: id + 500, at: night, [someEntry("Over.")])
    }
    #expect(batch.statements().count == 9)
    #expect(OpeningBatch(owner: "node").statements().isEmpty)
  }

  @Test func rowsAreSortedByKeySoThatNodesLockInOneOrder() {
    var batch = OpeningBatch(owner: "node")
    for id in [Int64(3), 1, 2] {
      batch.open(opening(id))
      batch.add(someAlert(id, incident: id))
      batch.repeated(id, at: night)
    }
    #expect(batch.statements().allSatisfy { isSorted($0) })
  }

  /// The keys of the tests rise with the identifier that each set begins with.
  private func isSorted(_ statement: Statement) -> Bool {
    let ids = statement.sets.map { set -> Int64? in
      if case .int(let id)? = set.first { id } else { nil }
    }
    return ids.count >= 3 && zip(ids, ids.dropFirst()).allSatisfy { a, b in (a ?? .max) < (b ?? .min) }
  }

  @Test func joiningAnIncidentThatIsOverIsAConflict() async throws {
    try await withStore { database in
      try database.seed(1)
      _ = try database.commit([Statement("UPDATE incident SET status = 'resolved'", [[]])])
      var batch = OpeningBatch(owner: "node")
      batch.join(1, [someEntry("Too late.")], due: night)
      #expect(throws: StorageError.conflict(statement: 0, expected: 1, got: 0)) {
        try database.commit(batch.statements())
      }
    }
  }

  @Test func aResolvedAlertIsCountedAndItsKeyMayFireAgain() async throws {
    try await withStore { database in
      try database.seed(1)
      var batch = OpeningBatch(owner: "node")
      batch.resolve(1, of: 1, at: night + .minutes(3), [someEntry("The alert is over.", kind: .alertResolved)])
      _ = try database.commit(batch.statements())
      let view = try #require(try await database.view(1))
      #expect(view.alerts == AlertCounts(firing: 0, total: 1, lastResolved: night + .minutes(3)))
      #expect(view.incident.version == 2 && view.incident.nextDue == night + .minutes(3))

      var again = OpeningBatch(owner: "node")
      again.add(someAlert(2, incident: 1, key: "key-1"))
      again.join(1, [someEntry("It fires again.", kind: .firingAgain)], due: night)
      _ = try database.commit(again.statements())
      let (keys, entries) = try await database.read(AlertQueries.firingKeys, TimelineQueries.of(1, order: .newestFirst))
      #expect(keys.map(\.alert) == [2])
      #expect(entries.first?.text == "It fires again.")
    }
  }

  @Test func anIncidentWithAMillionEntriesTakesNoMoreAndSpillsIntoNoOther() async throws {
    try await withStore { database in
      try database.seed(1)
      try database.seed(2)
      _ = try database.commit([
        Statement("UPDATE incident SET entries = $1 WHERE id = 1", [[.count(RowID.limit - 1)]])
      ])
      var batch = OpeningBatch(owner: "node")
      batch.join(1, [someEntry("One too many.")], due: night)
      _ = try database.commit(batch.statements())
      #expect(try await database.number("SELECT count(*) FROM timeline") == 4)
    }
  }
}
