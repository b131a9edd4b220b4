import Foundation
import Testing

/// The nights that are played: by runbooks of real teams, which stand beside a full checkout and not in a clone.
extension Story {
  private static let shared = RunningTocsin.root.deletingLastPathComponent().appendingPathComponent("shared/runbooks")
  static let present = FileManager.default.fileExists(atPath: shared.path)
  static let absent: Comment = "The real runbooks stand in ../shared/runbooks, which this checkout does not have."

  private static func real(_ name: String) -> URL { shared.appendingPathComponent(name + ".md") }

  static let real: [Story] = [sip, zkintents, usdx, vlossom]

  private static let sip = Story(
    name: "sip-protocol", runbook: real("sip-protocol"),
    team: [
      "Primary On-Call Engineer": "ana", "Secondary On-Call Engineer": "bo", "Secondary On-Call": "bo",
      "Senior Engineer": "chidi", "Engineering Manager": "dana", "CTO/Founder": "edda", "Security Lead": "chidi",
    ],
    alert: "Website down: HTTP 502 from the uptime monitor", scenario: "Website Down", severity: "P0", paged: 61,
    role: Rule(words: "Primary On-Call Engineer", line: 34),
    step: Rule(words: "What is the user-facing impact?", line: 85),
    symptom: Rule(words: "HTTP 502/503 errors", line: 215), cadence: Rule(words: "every 15 min", line: 135),
    inside: Message(asks: ["Short Description", "Website/api/docs", "Description"], says: "Engineer: Ana Ruiz"),
    outside: Message(asks: [], says: ""), lower: ("P1", Rule(words: "every 30 min", line: 136)),
    ending: .reason(Rule(words: "15 min", line: 854)), review: "**Severity:** P1 (High)", reviewLine: 748)

  private static let zkintents = Story(
    name: "zkintents", runbook: real("zkintents"),
    team: [
      "On-call engineer": "ana", "Team lead": "bo", "Engineering manager": "dana", "CTO": "edda", "Legal": "edda",
      "security team": "chidi",
    ],
    alert: "Sequencer down: health check failing", scenario: "Sequencer Down", severity: "P0", paged: 42,
    role: Rule(words: "Incident Commander"), step: nil, symptom: Rule(words: "Health check failing", line: 53),
    cadence: Rule(words: "every 15 min", line: 312), inside: Message(asks: [], says: "Incident Commander**: Ana Ruiz"),
    outside: Message(asks: ["Next update"], says: "We are currently investigating reports of API errors."),
    lower: ("P1", Rule(words: "every 15 min", line: 312)), ending: .ticked, review: "- **Severity**: P1",
    reviewLine: 343)

  private static let usdx = Story(
    name: "usdx-wexel", runbook: real("usdx-wexel"),
    team: ["On-Call Engineer": "ana", "Team Lead / Senior Engineer": "bo", "CTO / Founders": "edda"],
    alert: "API unavailable: 503 from every endpoint", scenario: "API Unavailable", severity: "P0", paged: 377,
    role: Rule(words: "Incident Commander"), step: Rule(words: "Incident detected", line: 44),
    symptom: Rule(words: "502/503 errors", line: 266), cadence: Rule(words: "every 15 min", line: 405),
    inside: Message(asks: [], says: ""),
    outside: Message(asks: ["Issue"], says: "We will provide an update in 15 minutes."),
    lower: ("P1", Rule(words: "every 15 min", line: 405)),
    ending: .ticked, review: "**Incident ID**: INC-", reviewLine: 220)

  private static let vlossom = Story(
    name: "vlossom", runbook: real("vlossom"),
    team: ["On-Call": "ana", "Tech Lead": "bo", "Product": "dana", "Security": "chidi", "security team": "chidi"],
    alert: "API down: 5xx errors", scenario: "API Down / 5xx Errors", severity: "P0", paged: 267,
    role: Rule(words: "Incident Commander"), step: Rule(words: "Identify the issue", line: 17),
    symptom: Rule(words: "Users seeing error pages", line: 55), cadence: nil,
    inside: Message(asks: ["Brief description"], says: "Commander: Ana Ruiz"),
    outside: Message(asks: ["Issue description", "Who is affected", "X minutes"], says: "Impact: "), lower: ("P1", nil),
    ending: .ticked, review: "- **Commander:** Ana Ruiz", reviewLine: nil)
}
