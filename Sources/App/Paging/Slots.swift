import Incidents
import Synchronization

/// How many pages may be on their way at once, counted for each channel apart: a provider that hangs fills its own
/// places and delays nobody else's pages. Few on purpose: after a kill each of them is of unknown outcome and is sent
/// again, marked.
package final class Slots: Sendable {
  /// How long a page is claimed, on the server's clock: a real minute, longer than any channel's deadline, so that a
  /// claim never runs out under a living sender.
  package let claim: Span
  /// Places of one channel.
  package let capacity: Int

  /// The longest that a whole channel rests because its provider asked for it: a page that was never tried must not
  /// wait longer than it takes to go another way.
  private static let longestRest = Span.seconds(30)

  private struct Lane {
    var inUse = 0
    var rest: Timestamp?
  }
  private let lanes = Mutex<[String: Lane]>([:])

  package init(_ count: Int = 64, pace: Double = 1) {
    claim = .seconds(Int(60 * min(max(pace, 1), 100_000)))
    capacity = count
  }

  package func take(_ channel: String, now: Timestamp) -> Bool { take(channel, atMost: 1, now: now) == 1 }

  /// Takes as many places of a channel as there are, at most `limit`; none while it rests.
  package func take(_ channel: String, atMost limit: Int, now: Timestamp) -> Int {
    lanes.withLock { lanes in
      var lane = lanes[channel] ?? Lane()
      if let rest = lane.rest, rest > now { return 0 }
      let taken = max(0, min(capacity - lane.inUse, limit))
      lane.inUse += taken
      lanes[channel] = lane
      return taken
    }
  }

  /// Gives places back; true where none was free before, so that somebody may wait for one.
  @discardableResult
  package func give(_ channel: String, _ count: Int = 1) -> Bool {
    lanes.withLock { lanes in
      guard count > 0, var lane = lanes[channel] else { return false }
      defer { lanes[channel] = lane }
      let wasFull = lane.inUse >= capacity
      lane.inUse = max(0, lane.inUse - count)
      return wasFull
    }
  }

  /// A provider says that it wants nothing for a while. Returns when the channel is used again.
  @discardableResult
  package func rest(_ channel: String, for wait: Span, now: Timestamp) -> Timestamp {
    let end = now + min(wait, Self.longestRest)
    lanes.withLock { $0[channel, default: Lane()].rest = end }
    return end
  }

  /// Channels that take nothing now.
  package func closed(at now: Timestamp) -> [String] {
    lanes.withLock { lanes in
      lanes.filter { $0.value.inUse >= capacity || ($0.value.rest ?? now) > now }.map(\.key).sorted()
    }
  }

  package var inUse: Int { lanes.withLock { $0.values.reduce(0) { $0 + $1.inUse } } }
}
