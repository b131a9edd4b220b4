import Engine
import Incidents
import Storage
import Testing

/// Committing a decision with its pages, the third of the three hard uses.
@Suite struct DecisionTests {
  @Test func eightDecidersWriteExactlyFiftyEntries() async throws {
    try await withStore { database in
      try database.seed(1)
      let conflicts = Counter()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for decider in 0..<8 {
          group.addTask {
            while let view = try await database.view(1), view.incident.entries < 52 {
              var plan = Plan(incident: view.incident)
              plan.entries = [someEntry("Decision of \(decider).", kind: .paged, page: 0)]
              plan.pages = [somePage(person: "p\(view.incident.pages)")]
              do {
                _ = try database.commit(PlanStatements.of(plan, expectedVersion: view.incident.version))
              } catch StorageError.conflict(statement: 0, expected: 1, got: 0) {
                conflicts.raise()
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let (incidents, entries, pages) = try await database.read(
        IncidentQueries.byId(1), TimelineQueries.of(1), PageQueries.of(1))
      #expect(incidents.first?.version == 51)
      #expect(conflicts.value > 0, "nobody raced, so nothing was shown")
      #expect(entries.count == 52 && entries.filter { $0.text.hasPrefix("Decision") }.count == 50)
      #expect(pages.count == 51 && Set(pages.map(\.person)).count == 51)
      #expect(entries.dropFirst(2).map(\.page) == pages.dropFirst().map(\.id))
    }
  }

  @Test func everyFieldOfADecisionIsKept() async throws {
    try await withStore { database in
      try database.seed(1)
      var incident = try #require(try await database.view(1)).incident
      incident.title = "Checkout is down"
      incident.service = "payments"
      incident.cause = "other"
      incident.severity = "P0"
      incident.severityRank = 0
      incident.scenario = nil
      incident.reasons = [Reason("Raised by hand.")]
      incident.runbook = 2
      incident.status = .monitoring
      incident.acknowledgedAt = night + .minutes(1)
      incident.acknowledgedBy = "ana"
      incident.resolvedAt = night + .minutes(2)
      incident.resolvedBy = "bo"
      incident.quietSince = night + .minutes(3)
      incident.lastUpdateAt = night + .minutes(4)
      var kept = PromiseState()
      kept.since = night
      kept.noted = night + .minutes(5)
      kept.paged = 2
      incident.promises = ["update.both": kept]
      incident.round = 2
      incident.roundStart = night + .minutes(6)
      incident.served = .max
      incident.marks = [.ladderExhausted, .nobodyReached]
      incident.nextDue = nil
      _ = try database.commit(PlanStatements.of(Plan(incident: incident), expectedVersion: 1))
      incident.version = 2
      #expect(try await database.read(IncidentQueries.byId(1)).first == incident)
    }
  }

  @Test func pendingPagesAreCancelledAndStartedOnesAreNot() async throws {
    try await withStore { database in
      var plan = opening(1)
      plan.pages = [somePage(), Claims.born(somePage(person: "bo"), until: night)]
      var batch = OpeningBatch(owner: "node")
      let ids = batch.open(plan).pages.map(\.id)
      _ = try database.commit(batch.statements())
      let view = try #require(try await database.view(1))
      let stop = Plan(
        incident: view.incident, entries: [someEntry("Ana acknowledged.", kind: .acknowledged)], cancelled: ids)
      _ = try database.commit(PlanStatements.of(stop, expectedVersion: 1))
      let pages = try await database.read(PageQueries.of(1))
      #expect(pages.map(\.status) == [.cancelled, .sending])
      #expect(pages.map(\.concluded) == [night, nil])
    }
  }

  @Test func anEntryThatNamesNoPageOfThePlanNamesNone() {
    var plan = opening(1)
    plan.entries[1].page = 5
    #expect(NumberedPlan(plan).entries.map(\.page) == [nil, nil])
  }

  @Test func anEarlierRoundsPagesStayInTheView() async throws {
    try await withStore { database in
      try database.seed(1)
      var view = try #require(try await database.view(1))
      #expect(view.pages.count == 1)
      view.incident.round = 2
      _ = try database.commit(PlanStatements.of(Plan(incident: view.incident), expectedVersion: 1))
      #expect(try await database.view(1)?.pages.count == 1)
    }
  }
}
