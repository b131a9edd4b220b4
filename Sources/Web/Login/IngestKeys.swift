import Incidents
import Storage
import Synchronization

/// The ingest keys in memory: an event is checked against this table and never asks the store.
package final class IngestKeys: Sendable {
  private struct State {
    var byHash: [[UInt8]: Int64] = [:]
    var used: [Int64: Timestamp] = [:]
    /// When an unknown key last made us look again.
    var looked: Timestamp?
  }

  private let state = Mutex(State())
  private let database: any Database

  package init(database: any Database) { self.database = database }

  /// Reads the keys that hold now. Called at start and after each change.
  package func refresh() async throws {
    let keys = try await database.read(KeyQueries.all)
    let live = keys.filter { $0.revoked == nil }
    state.withLock { $0.byHash = Dictionary(live.map { ($0.hash, $0.id) }) { first, _ in first } }
  }

  /// The key's identifier; nil when it holds no more or never did. A key made by another process while this one
  /// runs is found too: an unknown key makes the table look again, at most once a second.
  func check(_ secret: String, now: Timestamp) async -> Int64? {
    guard !secret.isEmpty, secret.utf8.count <= 128 else { return nil }
    let hash = Secrets.hash(secret)
    if let id = known(hash, now: now) { return id }
    let look = state.withLock { state -> Bool in
      if let looked = state.looked, now - looked < .seconds(1) { return false }
      state.looked = now
      return true
    }
    guard look, (try? await refresh()) != nil else { return nil }
    return known(hash, now: now)
  }

  private func known(_ hash: [UInt8], now: Timestamp) -> Int64? {
    state.withLock { state in
      guard let id = state.byHash[hash] else { return nil }
      state.used[id] = now
      return id
    }
  }

  /// When which keys were used since the last call; to be written now and then.
  package func takeUsed() -> [Int64: Timestamp] {
    state.withLock { state in
      defer { state.used = [:] }
      return state.used
    }
  }
}
