import Foundation
import Incidents

/// Posts each page to a Slack incoming webhook, or to what takes the same (Mattermost, Discord's `/slack`).
///
/// https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
package struct SlackChannel: Channel {
  package let name: String
  private let url: Secret
  private let http: OutboundHTTP

  package init(name: String, url: Secret, http: OutboundHTTP) {
    self.name = name
    self.url = url
    self.http = http
  }

  package func send(_ message: PageMessage, to address: String) async -> DeliveryOutcome {
    await http.send(SlackChannel.render(message, url: url)).outcome(SlackAnswer.judge)
  }

  package func words(_ message: PageMessage, to address: String) -> String {
    SlackChannel.lines(message).joined(separator: "\n")
  }

  private static func about(_ text: PageText) -> String {
    text.about + (text.person.isEmpty ? "" : ", for \(text.person)")
  }

  private static func lines(_ message: PageMessage) -> [String] {
    let text = PageText(message)
    let acknowledge = message.reason == .resolved ? nil : message.acknowledgeURL
    let links = [acknowledge.map { "Acknowledge: \($0)" }, message.incidentURL.map { "\(text.place): \($0)" }]
    return [text.subject, about(text)] + text.sentences + links.compactMap { $0 }
  }

  static func render(_ message: PageMessage, url: Secret) -> OutboundRequest {
    let text = PageText(message)
    var blocks = [
      Block(type: "section", text: .markdown("*\(escaped(text.subject))*\n\(escaped(about(text)))")),
      Block(type: "section", text: .markdown(text.sentences.map(escaped).joined(separator: "\n"))),
    ]
    if text.sentences.isEmpty { blocks.removeLast() }
    if let buttons = buttons(message) { blocks.append(buttons) }
    let payload = Payload(text: lines(message).map(escaped).joined(separator: "\n"), blocks: blocks)
    let type = OutboundRequest.Header(name: "Content-Type", value: "application/json")
    return OutboundRequest(url: url.reveal(), headers: [type], body: jsonBody(payload))
  }

  private static func buttons(_ message: PageMessage) -> Block? {
    var buttons: [Button] = []
    if message.reason != .resolved, let url = message.acknowledgeURL, url.utf8.count <= 3_000 {
      buttons.append(Button(text: .plain("Acknowledge"), url: url, style: "primary"))
    }
    if let url = message.incidentURL, url.utf8.count <= 3_000 {
      buttons.append(Button(text: .plain(message.reason == .notice ? "Who is on call" : "Open the incident"), url: url))
    }
    return buttons.isEmpty ? nil : Block(type: "actions", elements: buttons)
  }

  /// The three characters that Slack reads as markup; without it an alert could mention a whole channel.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

private struct Payload: Encodable {
  var text: String
  var blocks: [Block]
}

private struct Block: Encodable {
  var type: String
  var text: Text?
  var elements: [Button]?

  init(type: String, text: Text? = nil, elements: [Button]? = nil) {
    self.type = type
    self.text = text
    self.elements = elements
  }
}

private struct Text: Encodable {
  var type: String
  var text: String
  static func markdown(_ text: String) -> Text { Text(type: "mrkdwn", text: String(text.prefix(3_000))) }
  static func plain(_ text: String) -> Text { Text(type: "plain_text", text: text) }
}

private struct Button: Encodable {
  var type = "button"
  var text: Text
  var url: String
  var style: String?
}
