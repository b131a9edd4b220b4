import Crypto
import HTTPTypes
import Hummingbird
import Incidents
import Intake
import Synchronization

/// Webhooks with more around them than a body: signatures, request identifiers, attributes in headers.
enum SignedHandlers {
  /// The signature is checked where the team file has the client's secret under this key's name. Sentry does not sign
  /// its time, so that a request's identifier counts once.
  @Sendable static func sentry(_ visit: Visit) async throws -> Response {
    let key = try await WebhookHandlers.key(visit)
    let headers = visit.request.headers
    var once: String?
    if let secret = visit.context.shelf.secret(of: visit.site.keys.name(of: key) ?? "") {
      let given = headers[.named("sentry-hook-signature")] ?? ""
      let expected = HMAC<SHA256>.authenticationCode(for: visit.body, using: SymmetricKey(data: Array(secret.utf8)))
        .map { padded(hex: $0) }.joined()
      guard Secrets.equal(Array(given.lowercased().utf8), Array(expected.utf8)) else {
        throw Failure.unauthorized("The signature does not fit the body.")
      }
      let request = headers[.named("request-id")] ?? ""
      once = request.isEmpty ? nil : "\(key)|\(request)"
      // Told as taken, since the sender would try again; nothing is done a second time.
      if let once, visit.site.seen.knows(once) { return WebhookHandlers.ok([]) }
    }
    let resource = headers[.named("sentry-hook-resource")] ?? "event_alert"
    let answer = try await WebhookHandlers.keep(visit, key, WebhookHandlers.ok) { () throws(IntakeError) in
      try Sentry.read(visit.body, resource: resource)
    }
    // Only what is on disk may count as seen.
    if let once { visit.site.seen.note(once) }
    return answer
  }

  @Sendable static func cloudEvents(_ visit: Visit) async throws -> Response {
    let key = try await WebhookHandlers.key(visit)
    let headers = visit.request.headers
    let type = headers[.contentType]?.lowercased() ?? ""
    return try await WebhookHandlers.keep(visit, key, WebhookHandlers.empty) { () throws(IntakeError) in
      if type.hasPrefix("application/cloudevents-batch+json") { return try CloudEvents.batch(visit.body) }
      if type.hasPrefix("application/cloudevents+json") { return try CloudEvents.format.read(visit.body) }
      let attributes = headers.compactMap { field -> (name: String, value: String)? in
        let name = field.name.canonicalName
        guard name.hasPrefix("ce-") else { return nil }
        return (String(name.dropFirst(3)), field.value.removingPercentEncoding ?? field.value)
      }
      guard !attributes.isEmpty else { return try CloudEvents.format.read(visit.body) }
      return try CloudEvents.binary(attributes, data: visit.body)
    }
  }

  /// The handshake of CloudEvents' web hooks: whoever has the key may be sent to.
  /// https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md
  @Sendable static func handshake(_ visit: Visit) async throws -> Response {
    _ = try await WebhookHandlers.key(visit)
    var response = Response(status: .ok)
    response.headers[.allow] = "POST"
    if let origin = visit.request.headers[.named("webhook-request-origin")] {
      response.headers[.named("webhook-allowed-origin")] = origin
      response.headers[.named("webhook-allowed-rate")] = "*"
    }
    return response
  }
}

/// Names that were seen, the latest ten thousand.
final class SeenOnce: Sendable {
  private static let most = 10_000
  private struct State {
    var names: Set<String> = []
    var order: [String] = []
    var oldest = 0
  }
  private let state = Mutex(State())

  func knows(_ name: String) -> Bool { state.withLock { $0.names.contains(name) } }

  func note(_ name: String) {
    state.withLock { state in
      guard state.names.insert(name).inserted else { return }
      if state.order.count < Self.most {
        state.order.append(name)
      } else {
        state.names.remove(state.order[state.oldest])
        state.order[state.oldest] = name
        state.oldest = (state.oldest + 1) % Self.most
      }
    }
  }
}
