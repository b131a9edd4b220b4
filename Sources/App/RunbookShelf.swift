import Crypto
import Engine
import Foundation
import Incidents
import Runbooks
import Storage
import Synchronization
import Web

/// The runbooks and the team that are in force. A load that goes wrong changes nothing: the good one stays.
package final class RunbookShelf: Shelf {
  private struct State {
    var current: [ShelvedRunbook] = []
    var indexes: [MatchIndex] = []
    var configuration = TeamConfiguration()
    var trouble: String?
    var revisions: [Int64: ShelvedRunbook] = [:]
    /// By revision, for the team that is in force: working a policy out costs more than a decision.
    var policies: [Int64: Policy] = [:]
  }

  /// One consistent look: what is matched and what is decided come from the same load.
  package struct Snapshot: Sendable {
    package var current: [ShelvedRunbook]
    package var indexes: [MatchIndex]
    package var policies: [Policy]
    package var configuration: TeamConfiguration
  }

  private let state = Mutex(State())
  private let sources: RunbookSources
  private let database: any Database

  package init(sources: RunbookSources, database: any Database) {
    self.sources = sources
    self.database = database
  }

  package func current() -> [ShelvedRunbook] { state.withLock { $0.current } }
  package func team() -> Team { state.withLock { $0.configuration.team } }
  package func trouble() -> String? { state.withLock { $0.trouble } }

  package func snapshot() -> Snapshot {
    state.withLock { state in
      Snapshot(
        current: state.current, indexes: state.indexes,
        policies: state.current.compactMap { state.policies[$0.id] }, configuration: state.configuration)
    }
  }

  package func revision(_ id: Int64) async throws -> ShelvedRunbook? {
    if let known = state.withLock({ $0.revisions[id] }) { return known }
    guard let stored = try await database.read(RunbookQueries.byId(id)).first else { return nil }
    let shelved = try Self.shelve(id: id, name: stored.path, source: stored.source, at: stored.readAt)
    state.withLock { $0.revisions[id] = shelved }
    return shelved
  }

  /// What governs incidents that pinned this revision, with the team as it is now.
  package func policy(_ id: Int64) async throws -> Policy? {
    if let known = state.withLock({ $0.policies[id] }) { return known }
    guard let revision = try await revision(id) else { return nil }
    let policy = Policy(runbook: revision.runbook, team: team())
    state.withLock { if $0.configuration.team == policy.team { $0.policies[id] = policy } }
    return policy
  }

  /// Reads everything anew and puts it in force. Revisions not yet in the store are written first, so that an
  /// incident can never pin a text that nobody kept.
  package func load(write: ([Statement]) async throws -> Void, newID: () -> Int64, now: Timestamp) async throws {
    let read = try sources.read()
    var shelved: [ShelvedRunbook] = []
    for source in read.runbooks {
      let digest = Self.digest(source.bytes)
      let id: Int64
      if let known = try await database.read(RunbookQueries.byDigest(digest)).first {
        id = known.id
      } else {
        id = newID()
        let revision = RunbookRevision(
          id: id, path: source.name, digest: digest, source: source.bytes, readAt: now)
        try await write([RunbookStatements.keep(revision)])
      }
      shelved.append(try Self.shelve(id: id, name: source.name, source: source.bytes, at: now))
    }
    let indexes = shelved.map { MatchIndex($0.runbook) }
    let policies = shelved.map { ($0.id, Policy(runbook: $0.runbook, team: read.configuration.team)) }
    state.withLock { state in
      state.current = shelved
      state.indexes = indexes
      state.configuration = read.configuration
      state.policies = Dictionary(policies) { first, _ in first }
      state.trouble = nil
      for runbook in shelved { state.revisions[runbook.id] = runbook }
    }
  }

  package func note(trouble: String) { state.withLock { $0.trouble = trouble } }

  private static func shelve(id: Int64, name: String, source: [UInt8], at now: Timestamp) throws -> ShelvedRunbook {
    var runbook = try RunbookReader.read(source, name: name)
    runbook.findings = Findings.check(runbook, today: CivilTime(now).date)
    return ShelvedRunbook(id: id, name: name, digest: String(digest(source).prefix(7)), runbook: runbook)
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { padded(hex: $0) }.joined()
  }

  private static func padded(hex byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
