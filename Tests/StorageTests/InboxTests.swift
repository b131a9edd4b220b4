import Incidents
import Storage
import Synchronization
import Testing

/// What nodes that stand by took lies in the store in the order of their commits.
@Suite(.timeLimit(.minutes(1))) struct InboxTests {
  private func item(_ name: String) throws -> InboxItem {
    try InboxItem(
      .events([AlertEvent(action: .trigger, dedupKey: name, summary: "A \"quoted\" \u{1F514} alert", at: night)]),
      integration: 3, received: night)
  }

  @Test func whatIsKeptIsReadAsItWas() async throws {
    try await withStore { database in
      let matters: [InboxItem.Matter] = [
        .events([
          AlertEvent(
            action: .resolve, dedupKey: "a", summary: "Over", source: "db", severity: "P1", labels: ["x": "y"],
            at: night, links: [.init(title: "Runbook", url: "https://x.example")], details: #"{"a":1}"#,
            term: .init(starts: night, ends: night + .minutes(5), url: "https://y.example"))
        ]),
        .ping(HeartbeatPing(slug: "backup", kind: .log, said: "going on")),
        .changes([ChangeEvent(summary: "Deployed", source: "ci", at: night, url: "https://z.example")]),
      ]
      let items = try matters.map { try InboxItem($0, integration: 3, received: night) }
      let outcomes = try database.commit(InboxStatements.keep(items))
      let numbers = try InboxStatements.numbers(outcomes, of: 3)
      let waiting = try await database.read(InboxQueries.waiting(after: 0, limit: 10))
      #expect(waiting.map(\.id) == numbers && numbers == numbers.sorted())
      #expect(try waiting.map { try $0.matter() } == matters)
      let fill = try await database.read(InboxQueries.fill)
      #expect(fill.map(\.integration) == [3] && fill.map(\.rows) == [3])
      #expect(fill.map(\.bytes) == [items.map(\.size).reduce(0, +)])
    }
  }

  @Test func whatIsCountedTwiceIsAConflict() async throws {
    try await withStore { database in
      let numbers = try InboxStatements.numbers(
        try database.commit(InboxStatements.keep([try item("a"), try item("b")])), of: 2)
      _ = try database.commit([InboxStatements.counted([numbers[0]])])
      #expect(throws: StorageError.self) { try database.commit([InboxStatements.counted(numbers)]) }
      #expect(try await database.read(InboxQueries.numbers(from: 0, to: .max)) == [numbers[1]])
    }
  }

  /// A reader that has seen a number has seen all before it: none appears behind what was read.
  @Test(.enabled(if: PostgresServer.here != nil, "TOCSIN_TEST_POSTGRES is not set"))
  func numbersRiseAsCommitsDoOverAllNodes() async throws {
    guard let server = PostgresServer.here else { return }
    try await server.withNodes(5) { nodes in
      let isOver = Mutex(false)
      async let seen = watch(nodes[4]) { isOver.withLock { $0 } }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for node in nodes.prefix(4) {
          group.addTask { for turn in 0..<25 { _ = try node.commit(InboxStatements.keep([try item("\(turn)")])) } }
        }
        try await group.waitForAll()
      }
      isOver.withLock { $0 = true }
      #expect(try await seen == Array(1...100))
    }
  }

  /// Reads what is behind the last that it saw until all is written; returns what it saw.
  private func watch(_ database: any Database, _ isOver: () -> Bool) async throws -> [Int64] {
    var seen: [Int64] = []
    while !Task.isCancelled {
      let over = isOver()
      let part = try await database.read(InboxQueries.waiting(after: seen.last ?? 0, limit: 1_000))
      seen += part.map(\.id)
      if over, part.isEmpty { break }
    }
    return seen
  }
}
