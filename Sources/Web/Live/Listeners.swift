import Synchronization

/// Whoever wants to hear at once which incidents changed: every open stream of a page.
package final class Listeners: Sendable {
  private struct Listener {
    var told: @Sendable ([Int64]) -> Void
    var ended: @Sendable () -> Void
  }
  private struct State {
    var next = 0
    var count: UInt64 = 0
    var all: [Int: Listener] = [:]
  }
  private let state = Mutex(State())

  package init() {}

  /// How often something has been told.
  package var count: UInt64 { state.withLock { $0.count } }

  /// `told` is called on the teller's thread, `ended` when the server stops. Returns what to remove it by.
  func add(_ told: @escaping @Sendable ([Int64]) -> Void, ended: @escaping @Sendable () -> Void = {}) -> Int {
    state.withLock { state in
      state.next += 1
      state.all[state.next] = Listener(told: told, ended: ended)
      return state.next
    }
  }

  func remove(_ ticket: Int) { _ = state.withLock { $0.all.removeValue(forKey: ticket) } }

  package func tell(_ incidents: [Int64]) {
    let all = state.withLock { state in
      state.count &+= 1
      return Array(state.all.values)
    }
    for listener in all { listener.told(incidents) }
  }

  package func finish() { for listener in state.withLock({ Array($0.all.values) }) { listener.ended() } }
}
