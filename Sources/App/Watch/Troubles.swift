import Incidents
import Synchronization

/// What is wrong with Tocsin itself at this moment, each under a key, in sentences for whoever runs it.
package final class Troubles: Sendable {
  /// More are counted, not kept.
  private static let limit = 50
  private let state = Mutex<[String: String]>([:])

  package init() {}

  package func raise(_ key: String, _ words: String) {
    state.withLock { if $0.count < Self.limit || $0[key] != nil { $0[key] = words } }
  }

  package func clear(_ key: String) { state.withLock { _ = $0.removeValue(forKey: key) } }

  /// In order of their keys; empty where all is well.
  package var all: [String] { state.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }
}
