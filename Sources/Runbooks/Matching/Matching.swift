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

  /// The place of each in that list.
  private static let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1.name, $0) })

  /// What of an alert's labels is read, in the order of the list: alerts have few labels, and the list is long.
  static func read(_ labels: [String: String]) -> [(text: String, share: Float)] {
    guard !labels.isEmpty else { return [] }
    var found: [(place: Int, text: String)] = []
    for (name, value) in labels {
      if let place = places[name] { found.append((place, value)) }
    }
    found.sort { $0.place < $1.place }
    return found.map { ($0.text, Self.labels[$0.place].share) }
  }

  /// Labels whose anchor or value names the scenario outright.
  package static let pointers = [
    "runbook_url", "runbook", "runbookURL", "runbookUrl", "playbook", "playbook_url", "docs",
  ]
  private static let pointing = Set(pointers)

  /// Whether any label may point anywhere; most alerts have none.
  package static func hasPointer(_ labels: [String: String]) -> Bool { labels.keys.contains(where: pointing.contains) }

  /// What the words are that an alert and a scenario share.
  struct Kinds {
    var words = 0
    var concepts = 0

    /// Something too faint to be an argument is not counted.
    mutating func count(_ key: UInt64, _ gain: Float) {
      guard gain >= 0.3 else { return }
      if ConceptTable.shared.isConcept(key) { concepts += 1 } else { words += 1 }
    }
  }

  /// How far what two texts share is trusted: one shared word is chance more often than not, and without any sign of
  /// trouble even two may be.
  static func trust(_ kinds: Kinds, speaksOfTrouble: Bool) -> Float {
    let shared = kinds.words + kinds.concepts
    if speaksOfTrouble { return shared == 1 && kinds.concepts == 0 ? 0.55 : 1 }
    return shared <= 1 ? 0 : shared == 2 ? 0.5 : 0.7
  }

  /// A machine that names an alert means trouble, unless it says otherwise.
  static func isAlarm(_ labels: [String: String]) -> Bool {
    guard labels["alertname"] != nil || labels["alarm_name"] != nil || labels["AlarmName"] != nil else { return false }
    return !["none", "info", "ok", "informational"].contains(labels["severity"]?.lowercased() ?? "")
  }
}
