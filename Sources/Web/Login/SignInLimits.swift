import Incidents
import Synchronization

/// How often somebody may try a password: by name and by address, within a quarter of an hour.
final class SignInLimits: Sendable {
  private struct Tally {
    var first: Timestamp
    var failures: Int
  }

  static let perName = 10
  static let perAddress = 30
  private static let window = Span.minutes(15)
  /// More names than this are not kept apart: the oldest make room.
  private static let kept = 10_000

  private let tallies = Mutex<[String: Tally]>([:])

  /// Seconds to wait before another try, or nil when one is allowed now.
  func wait(name: String, address: String, now: Timestamp) -> Int? {
    tallies.withLock { tallies in
      let waits = [("n:" + name, SignInLimits.perName), ("a:" + address, SignInLimits.perAddress)]
        .compactMap { key, limit -> Int? in
          guard let tally = tallies[key], tally.failures >= limit else { return nil }
          let left = tally.first + SignInLimits.window - now
          return left.microseconds > 0 ? Int(clamping: left.seconds + 1) : nil
        }
      return waits.max()
    }
  }

  func failed(name: String, address: String, now: Timestamp) {
    tallies.withLock { tallies in
      if tallies.count > SignInLimits.kept {
        tallies = tallies.filter { now - $0.value.first < SignInLimits.window }
        if tallies.count > SignInLimits.kept { tallies.removeAll() }
      }
      for key in ["n:" + name, "a:" + address] {
        var tally = tallies[key] ?? Tally(first: now, failures: 0)
        if now - tally.first >= SignInLimits.window { tally = Tally(first: now, failures: 0) }
        tally.failures += 1
        tallies[key] = tally
      }
    }
  }

  func succeeded(name: String) {
    _ = tallies.withLock { $0.removeValue(forKey: "n:" + name) }
  }
}
