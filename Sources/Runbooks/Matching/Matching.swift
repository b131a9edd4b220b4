import Incidents

/// Ranks a runbook's scenarios for an alert.
package enum Matching {
  /// For one alert; whoever ranks many keeps a `MatchIndex`.
  package static func rank(summary: String, labels: [String: String], runbook: Runbook) -> [ScenarioMatch] {
    MatchIndex(runbook).rank(summary: summary, labels: labels)
  }

  /// Below this nothing is listed.
  package static let threshold = 0.36

  /// Labels that are read, with how much each counts beside the summary.
  static let labels: [(name: String, share: Float)] = [
    ("alertname", 1), ("title", 1), ("summary", 0.9), ("check", 0.8), ("monitor", 0.8), ("service", 0.7),
    ("component", 0.7), ("app", 0.6), ("job", 0.5), ("container", 0.5), ("deployment", 0.5), ("group", 0.4),
    ("class", 0.5), ("description", 0.6), ("message", 0.6), ("error", 0.7), ("type", 0.5), ("exception", 0.7),
    ("culprit", 0.4), ("transaction", 0.3), ("metric", 0.6), ("resource", 0.4), ("symptom", 0.8), ("category", 0.5),
    ("event", 0.6), ("alarm_name", 1), ("AlarmName", 1), ("rule", 0.7), ("name", 0.6),
  ]

  /// Labels whose anchor or value names the scenario outright.
  package static let pointers = [
    "runbook_url", "runbook", "runbookURL", "runbookUrl", "playbook", "playbook_url", "docs",
  ]
}
