import Synchronization

/// How full the store's inbox is, from a look once a second and what was added here since. No key may have more than
/// three quarters of it, so that one that storms leaves room for all others.
final class InboxFill: Sendable {
  /// Rows and bytes that may wait.
  static let mostRows = 50_000
  static let mostBytes = 64 << 20

  private struct Amount {
    var rows = 0
    var bytes = 0

    /// Whether so many bytes more leave it within this part of the limits.
    func takes(_ size: Int, quarters: Int) -> Bool {
      rows < InboxFill.mostRows / 4 * quarters && bytes + size <= InboxFill.mostBytes / 4 * quarters
    }
  }

  private struct State {
    var all = Amount()
    var keys: [Int64: Amount] = [:]

    mutating func add(_ integration: Int64, rows: Int, bytes: Int) {
      all.rows += rows
      all.bytes += bytes
      keys[integration, default: Amount()].rows += rows
      keys[integration, default: Amount()].bytes += bytes
    }
  }

  private let state = Mutex(State())

  /// What the store said.
  func learn(_ stored: [(integration: Int64, rows: Int, bytes: Int)]) {
    var fresh = State()
    for part in stored { fresh.add(part.integration, rows: part.rows, bytes: part.bytes) }
    state.withLock { [fresh] in $0 = fresh }
  }

  /// False where there is no room for it.
  func take(_ integration: Int64, _ size: Int) -> Bool {
    state.withLock { state in
      guard state.all.takes(size, quarters: 4), (state.keys[integration] ?? Amount()).takes(size, quarters: 3) else {
        return false
      }
      state.add(integration, rows: 1, bytes: size)
      return true
    }
  }

  /// It was not stored after all.
  func give(_ integration: Int64, _ size: Int) {
    state.withLock { $0.add(integration, rows: -1, bytes: -size) }
  }

  var rows: Int { state.withLock { $0.all.rows } }
}
