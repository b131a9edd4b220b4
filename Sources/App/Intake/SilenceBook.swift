import Incidents
import Storage
import Synchronization

/// The silences that run or are to come, in memory: an alert is held against them on the writer's thread. Beside the
/// stored ones stand the maintenance windows of the team file.
package final class SilenceBook: Sendable {
  private struct State {
    var stored: [String: Silence]
    var windows: [Silence] = []
    var isEmpty: Bool { stored.isEmpty && windows.isEmpty }
    var all: [Silence] { stored.values + windows }
  }
  private let state: Mutex<State>

  package init(_ stored: [Silence] = []) {
    state = Mutex(State(stored: Dictionary(stored.map { ($0.id, $0) }) { first, _ in first }))
  }

  /// Called on the writer's thread once they are on disk.
  func keep(_ changed: [Silence]) {
    state.withLock { state in for silence in changed { state.stored[silence.id] = silence } }
  }

  /// The windows of the team file that is in force.
  func put(_ windows: [Silence]) { state.withLock { $0.windows = windows } }

  func active(at now: Timestamp) -> [Silence] {
    state.withLock { state in state.isEmpty ? [] : state.all.filter { $0.state(at: now) == .active } }
  }

  /// When the next one begins or ends; drops those that are over.
  func nextChange(after now: Timestamp) -> Timestamp? {
    state.withLock { state in
      state.stored = state.stored.filter { $0.value.state(at: now) != .expired }
      state.windows.removeAll { $0.state(at: now) == .expired }
      return state.all.map { $0.state(at: now) == .pending ? $0.starts : $0.ends }.min()
    }
  }
}
