/// What makes two alerts the same thing going wrong again, days apart: never the figures in their words.
package enum AlertIdentity {
  /// By what the sender's rule is called and the service it watches; else by its own key; else by its words without
  /// figures. Empty where nothing tells one alert from another.
  ///
  /// - Parameter dedupKey: the sender's own key, nil where it gave none.
  package static func of(
    labels: [String: String], integration: Int64, dedupKey: String?, source: String, summary: String
  ) -> String {
    if let rule = first(["alertname", "alarm_name", "AlarmName", "monitor", "rule"], labels) {
      let service = first(["service", "service_name", "component", "app", "job"], labels) ?? ""
      return bounded("l:\(integration)|\(rule)|\(service)")
    }
    if let dedupKey, !dedupKey.isEmpty { return bounded("k:\(integration)|\(dedupKey)") }
    let words = Tokens.folded(summary.filter { !$0.isNumber }, limit: 200)
    return words.isEmpty ? "" : bounded("w:\(integration)|\(source)|\(words)")
  }

  private static func first(_ names: [String], _ labels: [String: String]) -> String? {
    guard !labels.isEmpty else { return nil }
    return names.lazy.compactMap { labels[$0] }.first { !$0.isEmpty }
  }

  private static func bounded(_ key: String) -> String { key.utf8.count <= 400 ? key : String(key.prefix(400)) }
}

extension Alert {
  /// See `AlertIdentity`.
  package var identity: String {
    // A sender without keys gets one made of the alert's number, which comes once.
    let own = Alert.isMade(dedupKey, id: id) ? nil : dedupKey
    return AlertIdentity.of(labels: labels, integration: integration, dedupKey: own, source: source, summary: summary)
  }

  /// The key of an alert whose sender gave none.
  package static func madeKey(_ id: Int64) -> String { "tocsin-\(id)" }

  /// The same, from a node that does not know the alert's number yet. `unique` is a UUID.
  package static func madeKey(unique: String) -> String { madePrefix + unique }
  private static let madePrefix = "tocsin-n-"

  /// Whether a key says nothing of what the alert is about.
  static func isMade(_ key: String, id: Int64) -> Bool { key == madeKey(id) || key.hasPrefix(madePrefix) }
}

extension Array where Element: Hashable {
  /// Each once, at its first place.
  package var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
