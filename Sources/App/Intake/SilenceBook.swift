import Incidents
import Storage
import Synchronization

/// The silences that run or are to come, in memory: an alert is held against them on the writer's thread.
package final class SilenceBook: Sendable {
  private let silences: Mutex<[String: Silence]>

  package init(_ stored: [Silence] = []) {
    silences = Mutex(Dictionary(stored.map { ($0.id, $0) }) { first, _ in first })
  }

  /// Called on the writer's thread once they are on disk.
  func keep(_ changed: [Silence]) {
    silences.withLock { silences in for silence in changed { silences[silence.id] = silence } }
  }

  func active(at now: Timestamp) -> [Silence] {
    silences.withLock { silences in
      silences.isEmpty ? [] : silences.values.filter { $0.state(at: now) == .active }
    }
  }

  /// When the next one begins or ends; drops those that are over.
  func nextChange(after now: Timestamp) -> Timestamp? {
    silences.withLock { silences in
      silences = silences.filter { $0.value.state(at: now) != .expired }
      return silences.values.map { $0.state(at: now) == .pending ? $0.starts : $0.ends }.min()
    }
  }
}
