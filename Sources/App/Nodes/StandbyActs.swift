import Incidents
import Storage
import Web

/// What the web may ask of a node that stands by: to keep what senders bring. The rest never comes here, since its routes
/// answer on the serving node alone.
struct StandbyActs: Acts {
  let inbox: Inbox
  let clock: PacedClock

  /// What only the serving node does.
  struct StandsBy: Error {}

  /// The receipts name no incident: that is for the serving node to say.
  func accept(_ events: [AlertEvent], integration: Int64) async throws(AcceptError) -> [Receipt] {
    let named = events.map { event in
      var event = event
      event.dedupKey = event.dedupKey ?? Alert.madeKey(unique: Secrets.newUUID())
      return event
    }
    try await inbox.put(.events(named), integration: integration, received: clock.now())
    return named.map { Receipt(dedupKey: $0.dedupKey ?? "", incident: nil) }
  }

  func ping(_ ping: HeartbeatPing, integration: Int64) async throws(AcceptError) {
    try await inbox.put(.ping(ping), integration: integration, received: clock.now())
  }

  func keep(_ changes: [ChangeEvent], integration: Int64) async throws(AcceptError) {
    let now = clock.now()
    let timed = changes.map { ChangeEvent(summary: $0.summary, source: $0.source, at: $0.at ?? now, url: $0.url) }
    try await inbox.put(.changes(timed), integration: integration, received: now)
  }

  /// What comes in here waits for another node, which is not for the short way.
  func offer(
    _ events: [AlertEvent], integration: Int64, reply: @escaping @Sendable (Result<[Receipt], AcceptError>) -> Void
  ) -> Bool { false }
}
