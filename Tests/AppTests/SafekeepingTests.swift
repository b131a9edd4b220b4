import Foundation
import Incidents
import SQLiteDriver
import Storage
import Testing

@testable import App

@Suite struct SafekeepingTests {
  private static let noon = PacedClock.wall()

  /// A house with two incidents whose timelines are sealed.
  private func sealed(_ body: (SmallHouse, String) async throws -> Void) async throws {
    let small = try await SmallHouse(["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team])
    do {
      for summary in ["Too many connections to postgres", "Consumer lag grows"] { _ = try await small.alert(summary) }
      try await small.seal()
      try await body(small, small.path("data"))
    } catch {
      await small.end()
      throw error
    }
    await small.end()
  }

  @Test func aStoreInOrderVerifiesBesideItsServer() async throws {
    try await sealed { _, data in
      let found = try await Verification.of(file: StoreFiles.path(in: data), now: Self.noon)
      #expect(found.problems.isEmpty)
      #expect(found.incidents == 2 && found.sealed == found.timelineEntries && found.sealed > 2)
    }
  }

  @Test(arguments: [
    "UPDATE timeline SET text = 'Nothing happened' WHERE id = (SELECT min(id) FROM timeline)",
    "DELETE FROM timeline WHERE id = (SELECT max(id) FROM timeline)",
    "DELETE FROM timeline_seal WHERE id = 1",
    "UPDATE timeline_seal SET at = at + 1 WHERE id = 2",
  ])
  func aChangedRecordIsFound(_ change: String) async throws {
    try await sealed { small, data in
      _ = try small.house.store.database.commit([Statement(change, [[]], expect: 1)])
      let found = try await Verification.of(file: StoreFiles.path(in: data), now: Self.noon)
      #expect(found.problems.contains { $0.hasPrefix("Timeline:") })
    }
  }

  @Test func anIncidentThatWouldNeverPageIsFound() async throws {
    try await sealed { small, data in
      _ = try small.house.store.database.commit([
        Statement("UPDATE incident SET next_due = NULL WHERE id = (SELECT min(id) FROM incident)", [[]], expect: 1)
      ])
      let found = try await Verification.of(file: StoreFiles.path(in: data), now: Self.noon)
      #expect(found.problems.count == 1 && found.problems[0].contains("nothing would ever page"))
    }
  }

  @Test func aBackupComesBackWithAHoldThatAPersonEnds() async throws {
    try await sealed { small, data in
      let file = small.path("backup.sqlite")
      let made = try await Backups.make(of: data, as: file, now: Self.noon)
      #expect(made.incidents == 2 && made.backupTaken != nil)
      await #expect(throws: StartError.self) {
        try await Backups.restore(file, into: data, replacing: true, now: Self.noon)
      }
      let fresh = small.path("fresh")
      let (found, kept) = try await Backups.restore(file, into: fresh, replacing: false, now: Self.noon)
      #expect(found == made && kept == nil)
      await #expect(throws: StartError.self) {
        try await Backups.restore(file, into: fresh, replacing: false, now: Self.noon)
      }

      let again = try await small.reopened(on: fresh)
      #expect(again.house.hold.current != nil)
      let clock = again.house.clock
      #expect(try await again.house.store.database.read(PageQueries.due(clock.now(), limit: 9)).isEmpty)
      try await again.house.hold.end(again.house.decisions, again.house.aftermath)
      #expect(again.house.hold.current == nil)
      #expect(try await again.house.store.database.read(PageQueries.due(clock.now(), limit: 9)).count == 2)
      await again.end()
    }
  }
}
