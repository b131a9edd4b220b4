import Foundation
import Incidents
import SQLiteDriver
import Storage
import Testing

@Suite struct RecoveryTests {
  private let hold = RecoveryState(taken: night - .days(2), until: night + .minutes(30))

  @Test func whatIsOverdueWaitsForTheEndOfTheHoldAndIsDueThen() async throws {
    try await withStore { database in
      try database.seed(1)
      _ = try database.commit(RecoveryStatements.mark(taken: hold.taken))
      _ = try database.commit(RecoveryStatements.begin(hold, open: [1], now: night))
      #expect(try await database.read(PageQueries.due(night + .minutes(29), limit: 9)).isEmpty)
      #expect(try await database.read(IncidentQueries.due(night + .minutes(29), limit: 9)).isEmpty)
      #expect(try await database.read(RecoveryQueries.taken).isEmpty)
      #expect(try await database.read(RecoveryQueries.until) == [hold.until])
      let told = try await database.read(TimelineQueries.of(1)).last
      #expect(told?.text.contains("Restored from a backup") == true)

      let later = night + .minutes(3)
      _ = try database.commit(RecoveryStatements.end(hold, now: later))
      #expect(try await database.read(PageQueries.due(later, limit: 9)).count == 1)
      #expect(try await database.read(IncidentQueries.due(later, limit: 9)).count == 1)
      #expect(try await database.read(RecoveryQueries.until).isEmpty)
    }
  }

  @Test func whatComesInDuringTheHoldIsNotHeld() async throws {
    try await withStore { database in
      try database.seed(1)
      _ = try database.commit(RecoveryStatements.begin(hold, open: [], now: night))
      let plan = try database.seed(2)
      let due = try await database.read(PageQueries.due(night, limit: 9))
      #expect(due.map(\.id) == plan.pages.map(\.id))
    }
  }

  @Test func aCopyMadeUnderAWriterIsWholeAndTheOldStoreIsKept() async throws {
    try await withFolder { folder in
      try await copyUnderAWriter(folder)
      let copy = try SQLiteReader(file: folder + "/copy")
      #expect(await copy.damage().isEmpty)
      let (incidents, pages) = try await copy.read(IncidentQueries.open(), PageQueries.due(night, limit: 99))
      #expect(incidents.count >= 20 && incidents.count == pages.count)
      #expect(throws: OpenError.taken(folder)) { try StoreFiles.install(copy, in: folder, also: [], aside: nil) }
      let kept = try StoreFiles.install(copy, in: folder, also: [], aside: "old")
      #expect(kept.map { StoreFiles.size(of: $0) > 0 } == true)
      let again = try SQLiteDatabase.open(folder, ballastBytes: 0)
      defer { again.close() }
      #expect(try await again.read(IncidentQueries.open()).count == incidents.count)
      #expect(try await again.read(RecoveryQueries.taken) == [night])
    }
  }

  /// A store of its own scope: the folder is let go of with it.
  private func copyUnderAWriter(_ folder: String) async throws {
    let database = try SQLiteDatabase.open(folder, ballastBytes: 0)
    defer { database.close() }
    try await Schema.migrate(database, now: night)
    for id in Int64(1)...20 { try database.seed(id) }
    let reader = try SQLiteReader(file: StoreFiles.path(in: folder))
    async let writes: Void = Task.detached { for id in Int64(21)...60 { try database.seed(id) } }.value
    try reader.copy(to: folder + "/copy", also: RecoveryStatements.mark(taken: night))
    try await writes
    reader.close()
    let copy = try SQLiteReader(file: folder + "/copy")
    let refusal = #expect(throws: OpenError.self) {
      try StoreFiles.install(copy, in: folder, also: [], aside: "old")
    }
    guard case .inUse = refusal else { return #expect(Bool(false), "\(String(describing: refusal))") }
  }

  @Test func aDamagedCopyIsSeenAndAFileThatIsNoneIsRefused() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase.open(folder, ballastBytes: 0)
      try await Schema.migrate(database, now: night)
      for id in Int64(1)...200 { try database.seed(id) }
      database.close()
      let file = StoreFiles.path(in: folder)
      let handle = try #require(FileHandle(forUpdatingAtPath: file))
      try handle.seek(toOffset: 40_960)
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 12_000))
      try handle.close()
      let reader = try SQLiteReader(file: file)
      #expect(await !reader.damage().isEmpty)
      #expect(throws: OpenError.self) { try SQLiteReader(file: folder + "/lock") }
    }
  }
}
