/// How alerts become incidents beyond scenario and key: the team file's `alerts`, with what holds where it says nothing.
package struct GatheringRules: Sendable, Hashable {
  /// An incident that was resolved so lately burns again instead of another opening; zero = never.
  package var reopen = Span.minutes(5)
  /// Alerts of one key that differ in figures and names with figures only are one incident within so long of one
  /// another; zero = never.
  package var alike = Span.minutes(1)
  package var storm = Storm()
  package var flapping = Flapping()

  package init() {}

  /// Further incidents of one key are one, once so many have opened.
  package struct Storm: Sendable, Hashable {
    package var after = 20
    package var within = Span.minutes(1)
    /// Whether alerts of the worst severity are gathered as well; otherwise each of them pages.
    package var takesWorst = false
    package init() {}
  }

  /// An incident that begins to burn again and again is held open: it is over only after a longer quiet.
  package struct Flapping: Sendable, Hashable {
    /// So many new beginnings.
    package var after = 3
    package var within = Span.hours(1)
    /// How long it must be quiet before it is over.
    package var hold = Span.minutes(30)
    package init() {}

    /// Beginnings that an incident remembers.
    package static let kept = 20

    /// Whether the beginnings that are known make it flap at that time.
    package func holds(_ beginnings: [Timestamp], at time: Timestamp) -> Bool {
      beginnings.count { $0 > time - within && $0 <= time } >= after
    }
  }
}

/// What an alert says without its figures: two alerts of one likeness within a minute are one trouble with many victims.
package enum Likeness {
  /// By rule and service where labels name them, else by the words of summary and source that hold no digit. nil
  /// where nothing is left to compare.
  package static func of(_ event: AlertEvent, integration: Int64) -> String? {
    let service = ["service", "service_name", "component", "app", "job"].lazy.compactMap { event.labels[$0] }.first
    if let rule = event.labels["alertname"] ?? event.labels["rule"], !rule.isEmpty {
      return bounded("l:\(integration)|\(rule)|\(service ?? "")|\(event.severity)")
    }
    let said = words(event.summary)
    guard !said.isEmpty else { return nil }
    return bounded("w:\(integration)|\(said)|\(words(event.source))|\(words(service ?? ""))|\(event.severity)")
  }

  private static func words(_ text: String) -> String {
    Tokens.of(text, limit: 200).filter { word in
      !word.unicodeScalars.contains { $0.properties.numericType != nil }
    }.joined(separator: " ")
  }

  private static func bounded(_ key: String) -> String { key.utf8.count <= 400 ? key : String(key.prefix(400)) }
}
