import Synchronization

/// Who has the room of which incident open, by the streams that are; in memory, for as long as they last.
final class Present: Sendable {
  /// How many streams each name has open, by incident.
  private let state = Mutex<[Int64: [String: Int]]>([:])
  /// Hear whose room somebody entered or left; a further device of the same person changes nothing.
  let listeners = Listeners()

  /// Names, each once, in order.
  func names(in incident: Int64) -> [String] {
    state.withLock { $0[incident, default: [:]].keys.sorted() }
  }

  func enter(_ incident: Int64, _ name: String) {
    let isFirst = state.withLock { rooms in
      rooms[incident, default: [:]][name, default: 0] += 1
      return rooms[incident]?[name] == 1
    }
    if isFirst { listeners.tell([incident]) }
  }

  /// Once for each `enter`.
  func leave(_ incident: Int64, _ name: String) {
    let isLast = state.withLock { rooms in
      guard let open = rooms[incident]?[name] else { return false }
      rooms[incident]?[name] = open > 1 ? open - 1 : nil
      if rooms[incident]?.isEmpty == true { rooms[incident] = nil }
      return open == 1
    }
    if isLast { listeners.tell([incident]) }
  }
}
