import Engine
import Incidents
import Storage
import Web

/// Covers and swaps that people made while the server ran, joined to those of the team file.
extension RunbookShelf {
  /// Those that are past for so long explain nothing any more.
  private static let memory = Span.days(124)

  func storedOverrides(_ now: Timestamp) async throws -> [Override] {
    try await database.read(OverrideQueries.live(since: now - Self.memory))
  }

  /// A later look holds what an earlier one holds and more, so an earlier one that comes late changes nothing.
  package func takeOverrides(now: Timestamp) async throws {
    let look = nextLook()
    let stored = try await storedOverrides(now)
    put(stored, look: look)
  }
}
