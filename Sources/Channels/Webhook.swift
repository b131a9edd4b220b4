import Crypto
import Foundation
import Incidents

/// Posts each page as JSON to a receiver, signed as Standard Webhooks has it.
///
/// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
package struct WebhookChannel: Channel {
  package let name: String
  private let url: String
  private let secret: Secret?
  private let http: OutboundHTTP

  package init(name: String, url: String, secret: Secret?, http: OutboundHTTP) {
    self.name = name
    self.url = url
    self.secret = secret
    self.http = http
  }

  package func send(_ message: PageMessage, to address: String) async -> DeliveryOutcome {
    let request = WebhookChannel.render(message, to: address, url: url, secret: secret, now: http.now())
    return await http.send(request).outcome { .accepted($0.statusLine) }
  }

  package func words(_ message: PageMessage, to address: String) -> String {
    String(decoding: WebhookChannel.body(message, to: address), as: UTF8.self)
  }

  private static func body(_ message: PageMessage, to address: String) -> [UInt8] {
    jsonBody(
      Payload(
        type: message.reason == .notice ? "shift.notice" : "incident.page", data: .init(message, address: address)))
  }

  /// - Parameter now: when this attempt is made; receivers refuse signatures that are minutes old.
  static func render(
    _ message: PageMessage, to address: String, url: String, secret: Secret?, now: Timestamp
  ) -> OutboundRequest {
    let body = body(message, to: address)
    let id = identifier(message.key)
    let seconds = String(floorDivide(now.microseconds, 1_000_000))
    var headers = [
      OutboundRequest.Header(name: "Content-Type", value: "application/json"),
      .init(name: "Idempotency-Key", value: id),
      .init(name: "webhook-id", value: id),
      .init(name: "webhook-timestamp", value: seconds),
    ]
    if let secret {
      headers.append(.init(name: "webhook-signature", value: signature(id, seconds, body, secret)))
    }
    return OutboundRequest(url: url, headers: headers, body: body)
  }

  /// HMAC-SHA256 over `id.timestamp.body`, keyed by the bytes behind `whsec_`, or by the secret's own bytes.
  static func signature(_ id: String, _ seconds: String, _ body: [UInt8], _ secret: Secret) -> String {
    let text = secret.reveal()
    let encoded = text.hasPrefix("whsec_") ? Data(base64Encoded: String(text.dropFirst(6))) : nil
    let signed = Array("\(id).\(seconds).".utf8) + body
    let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: encoded ?? Data(text.utf8)))
    return "v1," + Data(code).base64EncodedString()
  }

  /// The page's key where it can stand in a header and in the signed text (no full stop); else its digest.
  private static func identifier(_ key: String) -> String {
    let isPlain = key.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2D || byte == 0x5F
    }
    return isPlain && !key.isEmpty && key.utf8.count <= 128 ? key : digest(key)
  }
}

/// The first 32 hexadecimal digits of a text's SHA-256: an identifier that can stand anywhere.
func digest(_ text: String) -> String {
  let hex = Array("0123456789abcdef")
  return String(SHA256.hash(data: Data(text.utf8)).prefix(16).flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] })
}

/// What a receiver gets. Names are a promise: additions only.
private struct Payload: Encodable {
  var type: String
  var data: PagePayload
}

private struct PagePayload: Encodable {
  var key, reason, incident, title, severity, severityLabel, summary, opened, person, address, why, next: String
  var severityRank: Int
  var line: Int?
  var acknowledgeURL, incidentURL, demo: String?
  var mayBeRepeat: Bool
  var drill: Bool
  var also: [String]?

  enum CodingKeys: String, CodingKey {
    case key, reason, incident, title, severity, summary, opened, person, address, why, next, line, demo, drill
    case also
    case severityLabel = "severity_label"
    case severityRank = "severity_rank"
    case acknowledgeURL = "acknowledge_url"
    case incidentURL = "incident_url"
    case mayBeRepeat = "may_be_repeat"
  }

  init(_ message: PageMessage, address: String) {
    key = message.key
    reason = message.reason.rawValue
    incident = message.incident
    title = (message.isDrill ? "DRILL: " : "") + message.title
    severity = message.severity
    severityLabel = message.severityLabel
    severityRank = message.severityRank
    summary = message.summary
    opened = CivilTime(message.opened).rfc3339
    person = message.person
    self.address = address
    why = message.why
    line = message.line
    next = message.next
    acknowledgeURL = message.acknowledgeURL
    incidentURL = message.incidentURL
    mayBeRepeat = message.mayBeRepeat
    demo = message.demo
    drill = message.isDrill
    also = message.also.isEmpty ? nil : message.also
  }
}
