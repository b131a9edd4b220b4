import Crypto
import HTTPTypes
import Hummingbird
import Incidents
import Intake
import Storage

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
      once = request.isEmpty ? nil : "sentry|\(key)|\(request.prefix(200))"
      // Told as taken, since the sender would try again; nothing is done a second time.
      if let once, try await isKnown(once, key, visit) { return WebhookHandlers.ok([]) }
    }
    let resource = headers[.named("sentry-hook-resource")] ?? "event_alert"
    let answer = try await WebhookHandlers.keep(visit, key, WebhookHandlers.ok) { () throws(IntakeError) in
      try Sentry.read(visit.body, resource: resource)
    }
    // Only what is on disk may count as seen.
    if let once {
      _ = try await visit.context.write(
        RequestStatements.keep(RequestOutcome(id: once, kind: .sentry, integration: key, at: visit.now)))
    }
    return answer
  }

  private static func isKnown(_ once: String, _ key: Int64, _ visit: Visit) async throws -> Bool {
    try await !visit.context.database.read(RequestQueries.one(once, .sentry, of: key)).isEmpty
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
