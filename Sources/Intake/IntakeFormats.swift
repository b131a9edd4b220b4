import Incidents

/// What one request of a sender holds.
package struct IntakeBatch: Sendable, Hashable {
  /// The ingest key where the format carries it in the body.
  package var routingKey: String?
  package var events: [AlertEvent]
  /// Alerts that the sender left out by its own account, or that stood beyond our bound; worth a line in the log.
  package var omitted: Int

  package init(routingKey: String? = nil, events: [AlertEvent], omitted: Int = 0) {
    self.routingKey = routingKey
    self.events = events
    self.omitted = omitted
  }
}

/// A protocol that alerts come in by: its name, which is also its fixture's, and its reader.
package struct IntakeFormat: Sendable {
  package var name: String
  package var read: @Sendable (_ body: [UInt8]) throws(IntakeError) -> IntakeBatch
}

/// Every protocol that Tocsin understands. A new one is its source file, `Fixtures/<name>.json` and a line here; the
/// hostile-input tests run over this list.
package enum IntakeFormats {
  /// Bytes of a body, before anything of it is read: twice what PagerDuty takes.
  package static let bodyLimit = 1_048_576

  package static let all: [IntakeFormat] = [
    PagerDutyV2.format,
    AlertmanagerWebhook.format,
  ]
}
