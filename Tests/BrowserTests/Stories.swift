import Foundation
import Testing

/// The nights that are played: the project's own example, and the runbooks of five real teams, which stand beside a full
/// checkout and not in a clone.
extension Story {
  private static let shared = RunningTocsin.root.deletingLastPathComponent().appendingPathComponent("shared/runbooks")
  static let present = FileManager.default.fileExists(atPath: shared.path)
  static let absent: Comment = "The real runbooks stand in ../shared/runbooks, which this checkout does not have."

  private static func real(_ name: String) -> URL { shared.appendingPathComponent(name + ".md") }

  static let lanterna = Story(
    name: "lanterna", runbook: RunningTocsin.example.appendingPathComponent("RUNBOOK.md"),
    team: [
      "Primary On-Call Engineer": "ana", "Secondary On-Call Engineer": "bo", "Senior Engineer": "chidi",
      "Engineering Manager": "dana", "Managing Director": "edda", "Security Lead": "chidi",
    ],
    alert: "Shop down: HTTP 502 from shop.lanterna.example", scenario: "Shop Down", severity: "P0", paged: 29,
    role: Rule(words: "Incident Commander", line: 45), step: Rule(words: "Acknowledge the page", line: 55),
    symptom: Rule(words: "Uptime monitor reports HTTP 502 or 503", line: 84),
    cadence: Rule(words: "every 15 min", line: 74),
    inside: Message(asks: ["DESCRIPTION", "IMPACT"], says: "Who: @Ana Ruiz"),
    outside: Message(asks: ["AFFECTED SERVICE", "IMPACT"], says: "We are looking into a problem with"),
    lower: ("P1", Rule(words: "every 30 min", line: 75)), ending: .reason(Rule(words: "15 min", line: 360)),
    review: "**Severity:** P1", reviewLine: 364)

  static let real: [Story] = [sip, zkintents, blockchain, usdx, vlossom]

  private static let sip = Story(
    name: "sip-protocol", runbook: real("sip-protocol"),
    team: [
      "Primary On-Call Engineer": "ana", "Secondary On-Call Engineer": "bo", "Secondary On-Call": "bo",
      "Senior Engineer": "chidi", "Engineering Manager": "dana", "CTO/Founder": "edda", "Security Lead": "chidi",
    ],
    alert: "Website down: HTTP 502 from the uptime monitor", scenario: "Website Down", severity: "P0", paged: 61,
    role: Rule(words: "Primary On-Call Engineer", line: 34),
    step: Rule(words: "What is the user-facing impact?", line: 106),
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
    cadence: Rule(words: "every 15 min", line: 312),
    inside: Message(asks: ["Impact"], says: "Incident Commander: Ana Ruiz"),
    outside: Message(asks: [], says: "We are currently investigating reports of API errors.", promises: true),
    lower: ("P1", Rule(words: "every 15 min", line: 312)), ending: .ticked, review: "- **Severity**: P1",
    reviewLine: 343)

  private static let blockchain = Story(
    name: "blockchain-dapp", runbook: real("blockchain-dapp"),
    team: ["Primary On-Call": "ana", "Secondary On-Call": "bo", "Engineering Manager": "dana", "CTO": "edda"],
    alert: "Application won't start: container exits at once", scenario: "Application Won't Start", severity: "SEV 1",
    paged: 603, role: Rule(words: "Incident Commander (IC)", line: 39),
    step: Rule(words: "Acknowledge the Alert", line: 89), symptom: Rule(words: "Pods in CrashLoopBackOff", line: 362),
    cadence: Rule(words: "every 15 min", line: 519),
    inside: Message(asks: ["Impact", "Who: Technical Lead"], says: "[INCIDENT] SEV 1 - Application Won't Start"),
    outside: Message(asks: [], says: "We are currently experiencing elevated error rates on our API."),
    lower: ("SEV 2", Rule(words: "every 30 min", line: 520)), ending: .reason(Rule(words: "30 min", line: 330)),
    review: "- **Severity**: SEV 2", reviewLine: 533)

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
    outside: Message(
      asks: ["Issue description", "Who is affected"], says: "Next update in: 30 minutes", promises: true),
    lower: ("P1", nil),
    ending: .ticked, review: "- **Commander:** Ana Ruiz", reviewLine: nil)
}
