import Synchronization

/// How much of the writer's queue each ingest key has in it: one that storms is told to come again while there is room
/// for all others.
final class Shares: Sendable {
  private let most: Int
  private let waiting = Mutex<[Int64: Int]>([:])

  /// - Parameter most: events of one key that may wait.
  init(most: Int) { self.most = most }

  /// False where the key has too much there already. A key of which nothing waits is always let in.
  func take(_ integration: Int64, _ count: Int) -> Bool {
    waiting.withLock { waiting in
      let now = waiting[integration, default: 0]
      guard now == 0 || now + count <= most else { return false }
      waiting[integration] = now + count
      return true
    }
  }

  func give(_ integration: Int64, _ count: Int) {
    waiting.withLock { waiting in
      let left = waiting[integration, default: 0] - count
      waiting[integration] = left > 0 ? left : nil
    }
  }
}
