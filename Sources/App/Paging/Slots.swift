import Incidents
import Synchronization

/// How many pages may be on their way at once. Few on purpose: after a kill each of them is of unknown outcome and
/// is sent again, marked.
package final class Slots: Sendable {
  /// How long a page is claimed, on the server's clock: a real minute, longer than any channel's deadline, so that a
  /// claim never runs out under a living sender.
  package let claim: Span

  private let free: Mutex<Int>
  private let capacity: Int

  package init(_ count: Int = 64, pace: Double = 1) {
    claim = .seconds(Int(60 * min(max(pace, 1), 100_000)))
    capacity = count
    free = Mutex(count)
  }

  package func take() -> Bool {
    free.withLock { free in
      guard free > 0 else { return false }
      free -= 1
      return true
    }
  }

  /// Takes as many as there are, at most `limit`.
  package func take(atMost limit: Int) -> Int {
    free.withLock { free in
      let taken = min(free, limit)
      free -= taken
      return taken
    }
  }

  /// Gives slots back; true where none was free before, so that somebody may wait for one.
  @discardableResult
  package func give(_ count: Int = 1) -> Bool {
    free.withLock { free in
      defer { free = min(free + count, capacity) }
      return free == 0 && count > 0
    }
  }

  package var hasFree: Bool { free.withLock { $0 > 0 } }
  package var inUse: Int { free.withLock { capacity - $0 } }
}
