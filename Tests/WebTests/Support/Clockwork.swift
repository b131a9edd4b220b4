import Incidents
import Synchronization

/// A clock that a test owns, and the identifiers of a test.
package final class Clockwork: Sendable {
  private let state: Mutex<(now: Timestamp, id: Int64)>

  package init(_ now: Timestamp) { state = Mutex((now, 1_000)) }

  package var now: Timestamp { state.withLock { $0.now } }
  package func set(_ now: Timestamp) { state.withLock { $0.now = now } }
  package func pass(_ span: Span) { state.withLock { $0.now = $0.now + span } }
  package func nextID() -> Int64 {
    state.withLock { state in
      state.id += 1
      return state.id
    }
  }
}
