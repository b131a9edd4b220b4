import Channels
import Engine
import Incidents
import Storage
import Synchronization

/// A page that goes the way of every other each minute, to ourselves: written by the writer, found due by the sender,
/// claimed, received here, concluded. It belongs to no incident, so it has number 0.
final class SelfTest: Sendable {
  static let incident: Int64 = 0
  static let channel = "self-test"

  /// The row that is tested with, and when it last arrived.
  private let arrived = Mutex<Timestamp?>(nil)
  private let clock: PacedClock

  init(clock: PacedClock) { self.clock = clock }

  var lastArrival: Timestamp? { arrived.withLock { $0 } }

  func arrive(_ page: Page) -> DeliveryOutcome {
    arrived.withLock { $0 = clock.now() }
    return .accepted("arrived")
  }

  /// Sends one through the intake, which commits it and changes nothing, and one to the sender. It is due at once, and
  /// nobody wakes the sender for it but its own look at the store.
  func begin(_ decisions: Decisions, _ wake: Wake) async throws {
    let now = clock.now()
    let over = AlertEvent(action: .resolve, dedupKey: "tocsin-self-test", summary: "Self-test", source: "tocsin")
    _ = try await decisions.write(.events([over], integration: 0))
    try await decisions.writer.submit([SelfTestStatements.page(due: now)])
    wake.by(now)
  }
}
