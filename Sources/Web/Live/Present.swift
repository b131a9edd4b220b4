import Synchronization

/// Who has the room of which incident open, by the streams that are; in memory, for as long as they last.
final class Present: Sendable {
  private struct State {
    var next = 0
    var changes: UInt64 = 0
    /// Name by stream, by incident.
    var rooms: [Int64: [Int: String]] = [:]
    var listeners: [Int: AsyncStream<[Int64]>.Continuation] = [:]
  }

  private let state = Mutex(State())

  /// Names, each once, in order.
  func names(in incident: Int64) -> [String] {
    state.withLock { Set($0.rooms[incident].map { Array($0.values) } ?? []).sorted() }
  }

  /// How often somebody has entered or left.
  var count: UInt64 { state.withLock { $0.changes } }

  func enter(_ incident: Int64, _ name: String) -> Int {
    let (ticket, listeners) = state.withLock { state in
      state.next += 1
      state.changes &+= 1
      state.rooms[incident, default: [:]][state.next] = name
      return (state.next, Array(state.listeners.values))
    }
    for listener in listeners { listener.yield([incident]) }
    return ticket
  }

  func leave(_ incident: Int64, _ ticket: Int) {
    let listeners = state.withLock { state in
      state.changes &+= 1
      state.rooms[incident]?[ticket] = nil
      if state.rooms[incident]?.isEmpty == true { state.rooms[incident] = nil }
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.yield([incident]) }
  }

  /// Incidents whose room somebody entered or left.
  func changes() -> AsyncStream<[Int64]> {
    AsyncStream(bufferingPolicy: .bufferingNewest(16)) { continuation in
      let id = state.withLock { state in
        state.next += 1
        state.listeners[state.next] = continuation
        return state.next
      }
      continuation.onTermination = { [weak self] _ in
        _ = self?.state.withLock { $0.listeners.removeValue(forKey: id) }
      }
    }
  }
}
