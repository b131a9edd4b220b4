import Foundation
import Incidents

/// The time that everything lives by: real time in service, faster in a demo, and never earlier than anything
/// that the store already holds.
package struct PacedClock: Sendable {
  /// Seconds of this clock that pass in one real second.
  package let pace: Double
  private let start: Timestamp
  private let origin: ContinuousClock.Instant

  /// Starts at `latest` or at the present, whichever is later: a demo's store may hold times ahead of the wall.
  package init(pace: Double = 1, notBefore latest: Timestamp = Timestamp(microseconds: 0)) {
    self.pace = pace
    start = max(PacedClock.wall(), latest)
    origin = .now
  }

  package func now() -> Timestamp {
    // At pace 1 the wall rules, so that a correction by NTP is followed; it is held at the start if it lies before.
    guard pace != 1 else { return max(PacedClock.wall(), start) }
    return start + Span(microseconds: Int64(PacedClock.seconds(ContinuousClock.now - origin) * pace * 1_000_000))
  }

  /// The real time to wait until `moment`, at least zero and at most an hour (then look again).
  package func wait(until moment: Timestamp) -> Duration {
    let ahead = max(Double((moment - now()).microseconds) / pace, 0)
    return .microseconds(Int64(min(ahead, 3_600_000_000)))
  }

  package static func wall() -> Timestamp {
    Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
