import Incidents

/// A sign of life to a dead man's switch.
extension OutboundHTTP {
  /// Calls an address with an empty body.
  package func ping(_ url: String) async -> DeliveryOutcome {
    await send(OutboundRequest(url: url, headers: [], body: [])).outcome { .accepted($0.statusLine) }
  }
}
