import Incidents
import Synchronization

/// How often something may be done within a time, by whom. Keeps counts only, in memory, for a bounded number of keys.
final class RateLimit: Sendable {
  private struct Tally {
    var first: Timestamp
    var count: Int
  }
  private let tallies = Mutex<[String: Tally]>([:])
  private let window: Span
  private static let kept = 10_000

  init(window: Span) { self.window = window }

  /// Counts one for every key, unless one of them is used up: then the seconds to wait.
  func take(_ keys: [(key: String, limit: Int)], now: Timestamp) -> Int? {
    tallies.withLock { tallies in
      if tallies.count > Self.kept {
        tallies = tallies.filter { now - $0.value.first < window }
        if tallies.count > Self.kept { tallies.removeAll() }
      }
      let waits = keys.compactMap { key, limit -> Int? in
        guard let tally = tallies[key], tally.count >= limit, now - tally.first < window else { return nil }
        return Int(clamping: (tally.first + window - now).seconds + 1)
      }
      if let wait = waits.max() { return wait }
      for (key, _) in keys {
        var tally = tallies[key] ?? Tally(first: now, count: 0)
        if now - tally.first >= window { tally = Tally(first: now, count: 0) }
        tally.count += 1
        tallies[key] = tally
      }
      return nil
    }
  }
}
