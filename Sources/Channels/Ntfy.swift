import Foundation
import Incidents

/// Publishes each page to a topic of an ntfy server. The contact's address is the topic.
///
/// https://docs.ntfy.sh/publish/
package struct NtfyChannel: Channel {
  package let name: String
  private let server: String
  private let token: Secret?
  private let http: OutboundHTTP

  package init(name: String, server: String, token: Secret?, http: OutboundHTTP) {
    self.name = name
    self.server = server
    self.token = token
    self.http = http
  }

  package func send(_ message: PageMessage, to address: String) async -> DeliveryOutcome {
    guard let request = NtfyChannel.render(message, topic: address, server: server, token: token) else {
      return .permanent("\(singleLine(address, limit: 80)) is no ntfy topic: letters, digits, - and _, at most 64")
    }
    return await http.send(request).outcome { .accepted($0.statusLine) }
  }

  /// nil when the topic is none; a topic with a slash would be another address of the server.
  static func render(
    _ message: PageMessage, topic: String, server: String, token: Secret?
  ) -> OutboundRequest? {
    guard !topic.isEmpty, topic.utf8.count <= 64, topic.utf8.allSatisfy(isTopicByte) else { return nil }
    let text = PageText(message)
    var headers = [
      OutboundRequest.Header(name: "Content-Type", value: "text/plain; charset=utf-8"),
      .init(name: "Title", value: encodedWord(text.subject)),
      .init(name: "Priority", value: String(priority(message))),
      .init(name: "Tags", value: tag(message.reason)),
    ]
    if let url = message.incidentURL ?? message.acknowledgeURL { headers.append(.init(name: "Click", value: url)) }
    if let actions = actions(message) { headers.append(.init(name: "Actions", value: actions)) }
    if let token { headers.append(.init(name: "Authorization", value: "Bearer \(token.reveal())")) }
    return OutboundRequest(
      url: (server.hasSuffix("/") ? String(server.dropLast()) : server) + "/" + topic, headers: headers,
      body: Array(body(text).utf8))
  }

  package func words(_ message: PageMessage, to address: String) -> String {
    let text = PageText(message)
    return text.subject + "\n" + NtfyChannel.body(text)
  }

  /// Above 4,096 bytes the server would turn the message into an attached file.
  private static func body(_ text: PageText) -> String {
    let body = ([text.about] + text.sentences).joined(separator: "\n")
    return body.utf8.count <= 4_000 ? body : String(body.unicodeScalars.prefix(1_000))
  }

  private static func tag(_ reason: Page.Reason) -> String {
    switch reason {
    case .resolved: "white_check_mark"
    case .notice: "calendar"
    default: "rotating_light"
    }
  }

  /// 5 rings through a phone's quiet hours; what only informs does not.
  private static func priority(_ message: PageMessage) -> Int {
    switch message.reason {
    case .resolved, .updateDue, .reviewDue, .actionDue, .runbookDue, .notice: 3
    default: max(5 - max(message.severityRank, 0), 2)
    }
  }

  private struct Action: Encodable {
    var action = "view"
    var label: String
    var url: String
    var clear: Bool
  }

  /// The button opens the page's confirmation; it does not acknowledge by itself.
  private static func actions(_ message: PageMessage) -> String? {
    guard message.reason != .resolved, let url = message.acknowledgeURL else { return nil }
    let text = String(decoding: jsonBody([Action(label: "Acknowledge", url: url, clear: true)]), as: UTF8.self)
    return text.utf8.allSatisfy { $0 < 0x7F } ? text : nil
  }

  private static func isTopicByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
      || byte == 0x5F
  }
}
