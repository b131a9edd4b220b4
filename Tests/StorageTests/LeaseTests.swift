import Foundation
import PostgresDriver
import Storage
import Synchronization
import Testing

/// Several nodes on one PostgreSQL. Without a server for tests there is nothing to try.
@Suite(.enabled(if: PostgresServer.here != nil, "TOCSIN_TEST_POSTGRES is not set")) struct LeaseTests {
  @Test func oneNodeServesAndTheNextIsLetInWhenItCloses() async throws {
    try await withNodes { first, second in
      try await first.serve(as: "first", waiting: { _ in }, lost: {})
      let told = Mutex<[String]>([])
      async let turn: Void = second.serve(
        as: "second", waiting: { name in told.withLock { $0.append(name) } }, lost: {})
      while told.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
      first.close()
      try await turn
      #expect(told.withLock { $0 } == ["first"])
      _ = try second.commit([SettingStatements.set("a", [1])])
    }
  }

  @Test func theCommitOfANodeThatLostItsLeaseIsRefusedByTheDatabase() async throws {
    try await withNodes { first, second in
      try await first.serve(as: "first", waiting: { _ in }, lost: {})
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
      _ = try second.commit([
        Statement(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'first'",
          [[]])
      ])
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

  private func withNodes(_ body: (PostgresDatabase, PostgresDatabase) async throws -> Void) async throws {
    guard let server = PostgresServer.here else { return }
    try await server.withSchema { address in
      let (first, second) = (try PostgresDatabase(address + " application_name=first"), try PostgresDatabase(address))
      defer { for database in [first, second] { database.close() } }
      try await Schema.migrate(first, now: night)
      try await body(first, second)
    }
  }
}
