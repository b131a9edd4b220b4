import Storage
import Synchronization

/// Identifiers of everything but incidents and alerts, rising over restarts.
final class Identifiers: Sendable {
  private let last: Mutex<Int64>

  init(after highest: HighestIds) {
    last = Mutex(
      max(
        highest.runbook, highest.key, highest.account, highest.token, highest.onCall, highest.change,
        highest.publicPage))
  }

  func next() -> Int64 {
    last.withLock { last in
      last += 1
      return last
    }
  }
}
