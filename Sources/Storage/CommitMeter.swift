import Synchronization

/// What the writer has done and what waits for it.
package struct CommitCounters: Sendable, Hashable {
  /// Commits that went through.
  package var commits = 0
  /// Statements in them, and works and orders answered well.
  package var statements = 0
  package var works = 0
  package var orders = 0
  /// Commits that were refused, for any reason.
  package var refusals = 0
  package var waiting = 0
  package var oldest = Duration.zero
}

final class CommitMeter: Sendable {
  private let counters = Mutex(CommitCounters())

  func read() -> CommitCounters { counters.withLock { $0 } }

  func committed(statements: Int, works: Int, orders: Int) {
    counters.withLock {
      $0.commits += 1
      $0.statements += statements
      $0.works += works
      $0.orders += orders
    }
  }

  func refused() { counters.withLock { $0.refusals += 1 } }
}
