import Incidents

/// Posts to the webhooks of people outside. They may name any address, so nothing inside the own network is called.
package struct StatusHook: Sendable {
  private let http: OutboundHTTP

  /// - Parameter allowPrivate: for tests alone.
  package init(allowPrivate: Bool = false) { http = OutboundHTTP(allowPrivate: allowPrivate) }

  /// One try, within ten seconds. `key` is the same over every attempt.
  package func send(_ body: [UInt8], key: String, to url: String) async -> DeliveryOutcome {
    let request = OutboundRequest(
      url: url,
      headers: [
        .init(name: "Content-Type", value: "application/json"), .init(name: "Idempotency-Key", value: digest(key)),
        .init(name: "User-Agent", value: "Tocsin status page"),
      ], body: body)
    return await http.send(request).outcome { .accepted($0.statusLine) }
  }

  package func shutdown() async { await http.shutdown() }
}
