import Incidents

/// What one request of a sender holds.
package struct IntakeBatch: Sendable, Hashable {
  /// The ingest key where the format carries it in the body.
  package var routingKey: String?
  package var events: [AlertEvent]
  /// What somebody changed; it opens nothing.
  package var changes: [ChangeEvent]
  /// Alerts that the sender left out by its own account, or that stood beyond our bound; worth a line in the log.
  package var omitted: Int
  /// What is wrong with single alerts of a request whose others are kept.
  package var problems: [String] = []

  package init(routingKey: String? = nil, events: [AlertEvent], changes: [ChangeEvent] = [], omitted: Int = 0) {
    self.routingKey = routingKey
    self.events = events
    self.changes = changes
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
    PagerDutyV1.format,
    PagerDutyChange.format,
    AlertmanagerWebhook.format,
    AlertmanagerV2.format,
    GrafanaWebhook.format,
    OnCallFormatted.format,
    GenericWebhook.format,
    VictorOps.format,
    GoAlertGeneric.format,
    UptimeKuma.format,
    Opsgenie.format,
    Sentry.format,
    CloudEvents.format,
  ]
}
