import Foundation
import Incidents
import Storage
import Synchronization
import Testing
import Web

@testable import App

/// What another node took is counted once, in order, whatever happens in between.
@Suite(.timeLimit(.minutes(1))) struct InboxTests {
  private func small(_ body: (SmallHouse) async throws -> Void) async throws {
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team])
    do { try await body(small) } catch {
      await small.end()
      throw error
    }
    await small.end()
  }

  private static func event(_ key: String, _ action: AlertEvent.Action = .trigger) -> AlertEvent {
    AlertEvent(
      action: action, dedupKey: key, summary: "Too many connections to postgres", source: "node-b",
      labels: ["service": "payments"])
  }

  /// Puts it there as a node that stands by does; returns its number.
  @discardableResult
  private func put(_ matter: InboxItem.Matter, _ small: SmallHouse) throws -> Int64 {
    let item = try InboxItem(matter, integration: 1, received: small.house.clock.now())
    let outcomes = try small.house.store.database.commit(InboxStatements.keep([item]))
    return try #require(try InboxStatements.numbers(outcomes, of: 1).first)
  }

  private func waiting(_ small: SmallHouse) async throws -> [InboxItem] {
    try await small.house.store.database.read(InboxQueries.waiting(after: 0, limit: 500))
  }

  private func alerts(_ small: SmallHouse) async throws -> [Alert] {
    let open = try await small.house.store.database.read(IncidentQueries.open())
    var all: [Alert] = []
    for incident in open { all += try await small.house.store.database.read(AlertQueries.of(incident.id)) }
    return all
  }

  @Test func theSameAlertByTwoNodesIsOneAlertAndOneIncident() async throws {
    try await small { small in
      try put(.events([Self.event("db")]), small)
      _ = try await small.acts.accept([Self.event("db")], integration: 1)
      try put(.events([Self.event("db")]), small)
      #expect(try await small.house.inbox.pass(within: .seconds(20)).isEmpty)
      let found = try await alerts(small)
      #expect(found.count == 1 && found.first?.count == 3)
      #expect(try await waiting(small).isEmpty)
    }
  }

  @Test func whatCameFirstIsCountedFirst() async throws {
    try await small { small in
      for _ in 0..<3 {
        try put(.events([Self.event("a")]), small)
        try put(.events([Self.event("a", .resolve)]), small)
      }
      try put(.events([Self.event("b")]), small)
      try put(.events([Self.event("b", .acknowledge)]), small)
      try put(.events([Self.event("b", .resolve), Self.event("c")]), small)
      #expect(try await small.house.inbox.pass(within: .seconds(20)).isEmpty)
      let firing = try await alerts(small).filter { $0.state == .firing }.map(\.dedupKey)
      #expect(firing == ["c"])
    }
  }

  @Test func anAcknowledgementReachesTheIncident() async throws {
    try await small { small in
      let incident = try await small.alert("Too many connections to postgres", key: "db")
      var acknowledgement = Self.event("db", .acknowledge)
      acknowledgement.source = "Ana"
      try put(.events([acknowledgement]), small)
      #expect(try await small.house.inbox.pass(within: .seconds(20)).isEmpty)
      #expect(try await small.incident(incident.id).acknowledgedBy == "Ana")
      #expect(try await waiting(small).isEmpty)
    }
  }

  /// As when a node is killed after its commit and before it knew of it, or is paused and comes back.
  @Test func whatWasReadBeforeAndIsCountedByNowIsNotCountedAgain() async throws {
    try await small { small in
      try put(.events([Self.event("db")]), small)
      try put(.changes([ChangeEvent(summary: "Deployed 7")]), small)
      let read = try await waiting(small)
      #expect(await small.house.inbox.count(read).isEmpty)
      #expect(await small.house.inbox.count(read).count == 2, "each is refused by the store")
      #expect(try await alerts(small).map(\.count) == [1])
      let changes = try await small.house.store.database.read(
        ChangeQueries.between(Timestamp(microseconds: 0), Timestamp(microseconds: .max)))
      #expect(changes.map(\.summary) == ["Deployed 7"])
    }
  }

  @Test func reportsOfHeartbeatsAreKept() async throws {
    try await small { small in
      try put(.ping(HeartbeatPing(slug: "backup", kind: .fail, said: "disk full")), small)
      #expect(try await small.house.inbox.pass(within: .seconds(20)).isEmpty)
      let kept = try await small.house.store.database.read(HeartbeatQueries.one("backup", of: 1)).first
      #expect(kept?.state == .failed)
      #expect(try await alerts(small).map(\.dedupKey) == ["heartbeat:backup"])
      #expect(try await waiting(small).isEmpty)
    }
  }

  @Test func whatCannotBeReadStaysAndTheOthersGoOn() async throws {
    try await small { small in
      let bad = try put(.events([Self.event("a")]), small)
      _ = try small.house.store.database.commit([
        Statement("UPDATE inbox SET body = '[{]' WHERE id = $1", [[.int(bad)]], expect: 1)
      ])
      try put(.events([Self.event("b")]), small)
      #expect(try await small.house.inbox.pass(within: .seconds(20)).count == 1)
      #expect(try await waiting(small).map(\.id) == [bad])
      #expect(try await alerts(small).map(\.dedupKey) == ["b"])
    }
  }

  @Test func aNodeThatStandsByAnswersOnceItIsCounted() async throws {
    try await small { small in
      let inbox = Inbox(small.house.store.database, outcomeUnknown: { _ in })
      let acts = StandbyActs(inbox: inbox, clock: small.house.clock)
      async let receipts = acts.accept(
        [AlertEvent(action: .trigger, summary: "No key"), Self.event("db")], integration: 1)
      while try await waiting(small).isEmpty { await Task.yield() }
      #expect(try await small.house.inbox.pass(within: .seconds(20)).isEmpty)
      let keys = try await receipts.map(\.dedupKey)
      #expect(keys.count == 2 && keys.last == "db")
      #expect(try await Set(alerts(small).map(\.dedupKey)) == Set(keys))
      await inbox.writer.stop()
    }
  }

  @Test func whereNobodyCountsTheFirstWaitsAWhileAndNobodyAfterIt() async throws {
    try await small { small in
      let database = small.house.store.database
      let wait = InboxWait(database, limit: .milliseconds(300))
      let numbers = try (0..<3).map { try put(.events([Self.event("k\($0)")]), small) }
      let begin = ContinuousClock.now
      await wait.counted(numbers[0])
      #expect(ContinuousClock.now - begin >= .milliseconds(300))
      let after = ContinuousClock.now
      await wait.counted(numbers[1])
      #expect(ContinuousClock.now - after < .milliseconds(300))
      _ = try database.commit([InboxStatements.counted(numbers)])
      // Whoever comes next makes it look again.
      while wait.isStalled { await wait.counted(numbers[2]) }
    }
  }

  @Test func oneKeyThatStormsLeavesRoomForOthers() {
    let fill = InboxFill()
    #expect(fill.take(1, InboxFill.mostBytes / 4 * 3))
    #expect(!fill.take(1, 1) && fill.take(2, InboxFill.mostBytes / 4) && !fill.take(2, 1))
    fill.give(2, InboxFill.mostBytes / 4)
    #expect(fill.take(3, 1))
    fill.learn([(integration: 1, rows: InboxFill.mostRows / 4 * 3, bytes: 9)])
    #expect(!fill.take(1, 1) && fill.take(2, 1))
    fill.learn([(integration: 1, rows: InboxFill.mostRows / 2, bytes: 9), (2, InboxFill.mostRows / 2, 9)])
    #expect(!fill.take(3, 1) && fill.rows == InboxFill.mostRows)
  }
}
