import Engine
import Foundation
import Incidents
import Logging
import Runbooks
import SQLiteDriver
import Storage
import Synchronization
import Web

/// A whole small server behind the pages: the real store and the real engine, no loops and no channels.
package final class Harbour: Sendable {
  package let database: SQLiteDatabase
  package let clock: Clockwork
  package let shelf: TestShelf
  package let acts: TestActs
  package let feed = TestChanges()
  package let folder: String

  package init(runbook: Runbook = Night.runbook, team: Team = Night.team, at now: Timestamp = Night.opened) async throws
  {
    folder = NSTemporaryDirectory() + "web-\(UUID().uuidString)"
    database = try SQLiteDatabase.open(folder, ballastBytes: 0)
    clock = Clockwork(now)
    _ = try await Schema.migrate(database, now: now)
    shelf = TestShelf(runbook: runbook, team: team, database: database)
    acts = TestActs(database: database, clock: clock, shelf: shelf, feed: feed)
    _ = try database.commit([
      RunbookStatements.keep(
        RunbookRevision(id: 1, path: "RUNBOOK.md", digest: "abc", source: Array(Night.source.utf8), readAt: now))
    ])
  }

  package func context(pace: Double = 1, origin: String = "http://127.0.0.1:7070") -> WebContext {
    let (database, clock) = (database, clock)
    return WebContext(
      database: database, acts: acts, shelf: shelf, changes: feed, now: { clock.now },
      write: { try database.commit($0) }, newID: { clock.nextID() }, secret: Array(repeating: 7, count: 32), pace: pace,
      origin: origin, metrics: { "# EOF\n" }, ready: { true },
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Opens the night's incident at the clock's time; returns its identifier.
  package func open(_ event: AlertEvent = Night.event, scenario: String? = "Shop Down") async throws -> Int64 {
    try await acts.open(event, scenario: scenario)
  }

  deinit {
    database.close()
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// One runbook, as the shelf has it.
package struct TestShelf: Shelf {
  let runbook: Runbook
  let people: Team
  private let database: (any Database)?
  private let stored = Stored()

  package init(runbook: Runbook, team: Team, database: (any Database)? = nil) {
    self.database = database
    self.runbook = runbook
    people = team
  }
  package var shelved: ShelvedRunbook { ShelvedRunbook(id: 1, name: "RUNBOOK.md", digest: "7c1e90d", runbook: runbook) }
  package func current() -> [ShelvedRunbook] { [shelved] }
  package func revision(_ id: Int64) async throws -> ShelvedRunbook? { id == 1 ? shelved : nil }
  package func policy(_ id: Int64) async throws -> Policy? { id == 1 ? Policy(runbook: runbook, team: team()) : nil }
  package func team() -> Team {
    var team = people
    team.overrides += stored.overrides.withLock { $0 }
    return team
  }
  package func trouble() -> String? { nil }
  package func corrections(_ identities: [String]) -> [ScenarioCorrection] { [] }
  package func takeOverrides(now: Timestamp) async throws {
    let found = try await database?.read(OverrideQueries.live(since: now)) ?? []
    stored.overrides.withLock { $0 = found }
  }

  private final class Stored: Sendable { let overrides = Mutex<[Override]>([]) }
}

package final class TestChanges: Changes {
  package let listeners = Listeners()
  private let asked = Mutex<UInt64>(0)
  package init() {}
  /// What these tests do is told to nobody, so each question counts as a change.
  package var count: UInt64 {
    asked.withLock { asked in
      asked += 1
      return asked
    }
  }
  package func publish(_ id: Int64) { listeners.tell([id]) }
  package func finish() { listeners.finish() }
}
