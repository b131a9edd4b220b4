import Foundation
import PostgresDriver
import Storage
import Synchronization
import Testing

/// Several nodes on one PostgreSQL. Without a server for tests there is nothing to try.
@Suite(.enabled(if: PostgresServer.here != nil, "TOCSIN_TEST_POSTGRES is not set"), .timeLimit(.minutes(3)))
struct LeaseTests {
  @Test func oneNodeServesAndTheNextIsLetInWhenItCloses() async throws {
    try await withNodes { first, second in
      try await first.serve(as: Self.node("first"), waiting: { _ in }, lost: {})
      let told = Mutex<[String]>([])
      async let turn: Void = second.serve(
        as: Self.node("second"), waiting: { node in told.withLock { $0.append(node?.address ?? "nobody") } }, lost: {})
      while told.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
      first.close()
      try await turn
      #expect(told.withLock { $0 } == ["https://first.example.org"])
      _ = try second.commit([SettingStatements.set("a", [1])])
    }
  }

  @Test func theCommitOfANodeThatLostItsLeaseIsRefusedByTheDatabase() async throws {
    try await withNodes { first, second in
      try await first.serve(as: Self.node("first"), waiting: { _ in }, lost: {})
      _ = try first.commit([SettingStatements.set("a", [1])])
      // As when the first was paused for longer than its lease.
      _ = try second.commit([Statement("UPDATE node_lease SET epoch = epoch + 1, owner = 'second'", [[]], expect: 1)])
      #expect(throws: StorageError.unavailable("another node has taken over")) {
        try first.commit([SettingStatements.set("a", [2])])
      }
      let stored = try await second.read(SettingQueries.value("a"))
      #expect(stored == [[UInt8(1)]])
    }
  }

  @Test func aConnectionThatTheServerEndsIsMadeAnew() async throws {
    try await withNodes { first, second in
      _ = try first.commit([SettingStatements.set("a", [1])])
      _ = try await first.read(SettingQueries.value("a"))
      _ = try second.commit([Self.endOfNode0])
      #expect(try await first.read(SettingQueries.value("a")) == [[UInt8(1)]])
      #expect(throws: StorageError.self) { try first.commit([SettingStatements.set("a", [2])]) }
      _ = try first.commit([SettingStatements.set("a", [3])])
      #expect(try await first.read(SettingQueries.value("a")) == [[UInt8(3)]])
    }
  }

  @Test func aServerThatIsNotThereIsSaidSoAndNothingCrashes() {
    for _ in 0..<3 {
      let error = #expect(throws: StorageError.self) { try PostgresDatabase("host=/nowhere user=x dbname=x") }
      guard case .unavailable(let words) = error else { return #expect(Bool(false), "\(String(describing: error))") }
      #expect(words.contains("/nowhere"))
    }
  }

  /// A node that is paused between its statements and its COMMIT must not keep the lease from the others.
  @Test func aCommitThatStandsStillLetsGoOfItsLocks() async throws {
    try await withNodes { first, second in
      try await first.serve(as: Self.node("first"), waiting: { _ in }, lost: {})
      let settings = try await second.read(
        Query("SELECT 1 WHERE current_setting('idle_in_transaction_session_timeout') = '4s'") {
          row throws(StorageError) in try row.int(0)
        })
      #expect(settings.isEmpty, "it holds for commits alone")
      let outcomes = try first.commit([
        Statement("SELECT current_setting('idle_in_transaction_session_timeout')", [[]])
      ])
      #expect(outcomes.first?.rows.cells == [.text("4s")])
    }
  }

  /// A node that is paused in the middle of a commit must not keep what it locked from the next one.
  @Test func theNextNodeEndsWhatTheLastOneHasBegun() async throws {
    try await withNodes { first, second in
      try await first.serve(as: Self.node("first"), waiting: { _ in }, lost: {})
      _ = try first.commit([SettingStatements.set("a", [1])])
      async let stuck: Result<[Outcome], any Error> = Self.outside {
        try first.commit([SettingStatements.set("a", [2]), Statement("SELECT pg_sleep(25)", [[]])])
      }
      try await Self.until { try Self.isSleeping(second) }
      try await Self.until {
        _ = try second.commit([Statement("UPDATE node_lease SET until = clock_timestamp() - interval '1 s'", [[]])])
        return try second.takeTurn(as: Self.node("second"), lost: {}) == .ours
      }
      // It would wait for the row, and fail after five seconds.
      _ = try second.commit([SettingStatements.set("a", [3])])
      let ended = await stuck
      #expect(throws: StorageError.self) { try ended.get() }
      #expect(try await second.read(SettingQueries.value("a")) == [[UInt8(3)]])
    }
  }

  /// As the auditor asks, which must not be kept waiting.
  @Test func aServerThatIsSilentIsGivenUpAfterAWhile() async throws {
    guard let server = PostgresServer.here else { return }
    try await server.withSchema { address in
      let slow = try PostgresDatabase("\(address) application_name=node0")
      let hasty = try PostgresDatabase(address, patience: 1)
      defer { hasty.close(); slow.close() }
      try await Schema.migrate(slow, now: night)
      let lock = [Statement("LOCK TABLE setting", [[]]), Statement("SELECT pg_sleep(25)", [[]])]
      async let held: Result<[Outcome], any Error> = Self.outside { try slow.commit(lock) }
      try await Self.until { try Self.isSleeping(hasty) }
      let error = await #expect(throws: StorageError.self) { try await hasty.read(SettingQueries.value("a")) }
      #expect(error == .unavailable("the database did not answer in 1 s"))
      #expect(try Self.isSleeping(hasty), "the table was locked all the time")
      _ = try hasty.commit([Self.endOfNode0])
      _ = await held
    }
  }

  private static let endOfNode0 = Statement(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'node0'", [[]])

  private static func isSleeping(_ database: PostgresDatabase) throws -> Bool {
    let sql = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'node0' AND wait_event = 'PgSleep'"
    return try database.commit([Statement(sql, [[]])]).first?.rows.count == 1
  }

  private static func until(_ holds: () throws -> Bool) async throws {
    while try !holds() { try await Task.sleep(for: .milliseconds(20)) }
  }

  /// On a thread of its own, as a commit's caller is.
  private static func outside<Answer: Sendable>(
    _ body: @escaping @Sendable () throws -> Answer
  ) async -> Result<Answer, any Error> {
    await withCheckedContinuation { continuation in
      Thread { continuation.resume(returning: Result(catching: body)) }.start()
    }
  }

  private static func node(_ name: String) -> ServingNode {
    ServingNode(name: name, address: "https://\(name).example.org")
  }

  private func withNodes(_ body: (PostgresDatabase, PostgresDatabase) async throws -> Void) async throws {
    guard let server = PostgresServer.here else { return }
    try await server.withNodes(2) { nodes in try await body(nodes[0], nodes[1]) }
  }
}
