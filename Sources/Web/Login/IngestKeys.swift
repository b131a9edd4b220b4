import Incidents
import Storage
import Synchronization

/// The ingest keys in memory: an event is checked against this table and never asks the store.
package final class IngestKeys: Sendable {
  private struct State {
    var byHash: [[UInt8]: Int64] = [:]
    var names: [Int64: String] = [:]
    var used: [Int64: Timestamp] = [:]
    var faults: [Int64: Fault] = [:]
    /// When an unknown key last made us look again.
    var looked: Timestamp?
  }

  /// What was last wrong with what came by a key; for whoever sets a tool up.
  struct Fault: Sendable {
    var at: Timestamp
    var text: String
  }

  private let state = Mutex(State())
  private let database: any Database

  package init(database: any Database) { self.database = database }

  /// Reads the keys that hold now. Called at start and after each change.
  package func refresh() async throws {
    let keys = try await database.read(KeyQueries.all)
    let live = keys.filter { $0.revoked == nil }
    state.withLock { state in
      state.byHash = Dictionary(live.map { ($0.hash, $0.id) }) { first, _ in first }
      state.names = Dictionary(live.map { ($0.id, $0.name) }) { first, _ in first }
    }
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

  /// The same without looking again.
  func known(_ secret: String, now: Timestamp) -> Int64? {
    secret.isEmpty || secret.utf8.count > 128 ? nil : known(Secrets.hash(secret), now: now)
  }

  package func name(of id: Int64) -> String? { state.withLock { $0.names[id] } }

  private func known(_ hash: [UInt8], now: Timestamp) -> Int64? {
    state.withLock { state in
      guard let id = state.byHash[hash] else { return nil }
      state.used[id] = now
      return id
    }
  }

  /// What came by this key to another node.
  package func used(_ id: Int64, at time: Timestamp) {
    state.withLock { $0.used[id] = max($0.used[id] ?? time, time) }
  }

  func note(_ text: String, of id: Int64, at now: Timestamp) {
    state.withLock { $0.faults[id] = Fault(at: now, text: String(text.prefix(500))) }
  }

  func fault(of id: Int64) -> Fault? { state.withLock { $0.faults[id] } }

  /// Since the last time that uses were written down.
  func lastUse(of id: Int64) -> Timestamp? { state.withLock { $0.used[id] } }

  /// When which keys were used since the last call; to be written now and then.
  package func takeUsed() -> [Int64: Timestamp] {
    state.withLock { state in
      defer { state.used = [:] }
      return state.used
    }
  }
}
