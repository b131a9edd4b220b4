import Foundation
import Incidents

/// Slack answers 200 with `ok`; its web API and receivers like it answer 200 with an error in the body.
enum SlackAnswer {
  /// Codes that pass by themselves.
  private static let passing: Set<String> = [
    "fatal_error", "internal_error", "rate_limited", "ratelimited", "request_timeout", "rollup_error",
    "service_unavailable", "team_added_to_org",
  ]

  static func judge(_ answer: OutboundAnswer) -> DeliveryOutcome {
    guard answer.isComplete else { return .unknown("\(answer.statusLine), and the answer broke off") }
    let text = String(decoding: answer.body, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    if text == "ok" || text.isEmpty { return .accepted(answer.statusLine) }
    let said = try? JSONDecoder().decode(Said.self, from: Data(answer.body))
    if said?.ok == true || said?.success == true { return .accepted(answer.statusLine) }
    let code = said?.error ?? (said == nil ? text : "")
    guard isCode(code) else { return .permanent("\(answer.statusLine) without Slack's ok") }
    return passing.contains(code)
      ? .temporary("\(answer.statusLine), \(code)", retryAfter: answer.retryAfter)
      : .permanent("\(answer.statusLine), \(code)")
  }

  private struct Said: Decodable {
    var ok: Bool?
    var success: Bool?
    var error: String?
  }

  /// Only Slack's own words reach the timeline, never the text of whatever answered.
  private static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 40 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
  }
}
