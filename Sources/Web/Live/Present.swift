import Synchronization

/// Who has the room of which incident open, by the streams that are; in memory, for as long as they last.
final class Present: Sendable {
  private struct State {
    var next = 0
    /// Name by stream, by incident.
    var rooms: [Int64: [Int: String]] = [:]
  }

  private let state = Mutex(State())
  /// Hear whose room somebody entered or left.
  let listeners = Listeners()

  /// Names, each once, in order.
  func names(in incident: Int64) -> [String] {
    state.withLock { Set($0.rooms[incident].map { Array($0.values) } ?? []).sorted() }
  }

  func enter(_ incident: Int64, _ name: String) -> Int {
    let ticket = state.withLock { state in
      state.next += 1
      state.rooms[incident, default: [:]][state.next] = name
      return state.next
    }
    listeners.tell([incident])
    return ticket
  }

  func leave(_ incident: Int64, _ ticket: Int) {
    state.withLock { state in
      state.rooms[incident]?[ticket] = nil
      if state.rooms[incident]?.isEmpty == true { state.rooms[incident] = nil }
    }
    listeners.tell([incident])
  }
}
