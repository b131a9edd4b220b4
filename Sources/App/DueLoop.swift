import Incidents
import Logging

/// A loop over what the store says is due: it looks, does what is due, and sleeps until the earliest deadline that the
/// store or anybody names. After a fault it looks again in a second.
struct DueLoop: Sendable {
  /// When a look is to be followed by the next.
  enum Next: Sendable, Hashable {
    /// There may be more that is due already.
    case atOnce
    /// nil = nothing is planned: when somebody names a deadline.
    case at(Timestamp?)
  }

  let wake: Wake
  let clock: PacedClock
  let metrics: Metrics
  let logger: Logger
  /// The counter of its faults: `engine_faults`.
  let faults: String
  /// What the log says of a fault.
  let trouble: Logger.Message

  /// Until the server stops.
  func run(_ look: () async throws -> Next) async {
    while !wake.isStopped {
      wake.look()
      do {
        if case .at(let due) = try await look() { await wake.sleep(until: due) }
      } catch {
        logger.error(trouble, metadata: ["error": "\(error)"])
        metrics.count(faults)
        await wake.sleep(until: clock.now() + .seconds(1))
      }
    }
  }
}
