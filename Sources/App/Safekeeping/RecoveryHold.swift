import Incidents
import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// After a backup was restored: what it holds open pages nobody until a person starts it, or until the hold is over.
final class RecoveryHold: Sendable {
  static let length = Span.minutes(15)

  private let state: Mutex<RecoveryState?>

  private init(_ state: RecoveryState?) { self.state = Mutex(state) }

  var current: RecoveryState? { state.withLock { $0 } }

  /// Looks whether this store is a restored backup, or one whose hold a former process began. Nothing may run yet.
  static func find(in store: Store, now: Timestamp, logger: Logger) async throws -> RecoveryHold {
    let (marks, untils, since) = try await store.database.read(
      RecoveryQueries.taken, RecoveryQueries.until, RecoveryQueries.heldSince)
    if let taken = marks.first {
      let hold = RecoveryState(taken: taken, until: now + length)
      let open = try await store.database.read(IncidentQueries.openCauses(limit: 1_000)).map(\.incident)
      _ = try store.database.commit(RecoveryStatements.begin(hold, open: open, now: now))
      logger.warning(
        "this store was restored from a backup; what it holds open pages nobody until then, or until a person starts it",
        metadata: ["backup": "\(CivilTime(taken).rfc3339)", "until": "\(CivilTime(hold.until).rfc3339)"])
      return RecoveryHold(hold)
    }
    guard let until = untils.first else { return RecoveryHold(nil) }
    return RecoveryHold(RecoveryState(taken: since.first ?? now, until: until))
  }

  /// Ends it when its time is over.
  func run(_ decisions: Decisions, _ aftermath: Aftermath, _ logger: Logger) async {
    while let hold = current {
      let wait = min(decisions.clock.wait(until: hold.until), .seconds(1))
      if decisions.clock.now() >= hold.until { try? await end(decisions, aftermath) }
      guard (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: max(wait, .milliseconds(50))) }) != nil
      else { return }
    }
  }

  func end(_ decisions: Decisions, _ aftermath: Aftermath) async throws {
    guard let hold = current else { return }
    let now = decisions.clock.now()
    try await decisions.writer.submit(RecoveryStatements.end(hold, now: now))
    state.withLock { $0 = nil }
    for wake in [aftermath.engine, aftermath.sender, aftermath.heartbeats] { wake.by(now) }
  }
}
