/// A line of the team file's `routes`: which runbook, service and severity alerts with these labels, or by this key, belong to.
package struct AlertRoute: Sendable, Hashable {
  /// What the route says of the severity, in the runbook's words.
  package enum SeverityRule: Sendable, Hashable {
    /// It is this one, whatever the alert says.
    case fixed(String)
    /// It is this one or worse.
    case atLeast(String)

    package var name: String {
      switch self {
      case .fixed(let name), .atLeast(let name): name
      }
    }
  }

  package var name: String
  /// Names of ingest keys, one of which the alert came in by; empty = any.
  package var keys: [String]
  /// All must match; empty = any labels.
  package var matchers: [Matcher]
  /// The file's name of a runbook that is served.
  package var runbook: String?
  /// Stands in the place of the service that the alert names.
  package var service: String?
  package var severity: SeverityRule?
  /// Labels whose values make alerts one incident; nil = by scenario and service, as without a route.
  package var group: [String]?
  /// An alert joins an incident only within so long of the last one that did; nil = as long as it is open.
  package var within: Span?
  /// Only whoever is paged for it may see what it opens; its alerts join no incident of others.
  package var isPrivate = false

  package init(name: String, keys: [String] = [], matchers: [Matcher] = []) {
    self.name = name
    self.keys = keys
    self.matchers = matchers
  }

  /// - Parameter key: name of the ingest key, nil where it is not known.
  package func takes(_ labels: [String: String], by key: String?) -> Bool {
    if !keys.isEmpty {
      guard let key, keys.contains(key) else { return false }
    }
    return matchers.allSatisfy { $0.matches(labels) }
  }
}

/// While an alert like the first fires, one like the second opens nothing: the first explains it. It never resolves
/// anything, and what still fires when the first is over opens at once.
package struct AlertDependency: Sendable, Hashable {
  package var name: String
  /// The alert that explains: all must match.
  package var source: [Matcher]
  /// The alert that waits: all must match.
  package var hold: [Matcher]
  /// Labels that both have with one value.
  package var equal: [String]

  package init(name: String, source: [Matcher], hold: [Matcher], equal: [String] = []) {
    self.name = name
    self.source = source
    self.hold = hold
    self.equal = equal
  }

  /// What an alert stands for that explains others; nil where it is none of those.
  package func explanation(by labels: [String: String]) -> String? {
    guard source.allSatisfy({ $0.matches(labels) }) else { return nil }
    return token(labels)
  }

  /// What must fire for an alert to wait; nil where it never waits. An alert that explains does not wait for itself.
  package func need(of labels: [String: String]) -> String? {
    guard hold.allSatisfy({ $0.matches(labels) }), !source.allSatisfy({ $0.matches(labels) }) else { return nil }
    return token(labels)
  }

  private func token(_ labels: [String: String]) -> String {
    ([name] + equal.map { labels[$0] ?? "" }).joined(separator: "\u{1F}")
  }
}
