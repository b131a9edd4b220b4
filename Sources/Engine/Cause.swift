import Incidents

/// What makes two alerts one incident while it is open.
package enum Cause {
  /// Scenario and service where a scenario matched; else the sender's own grouping; else the alert's own key.
  /// An alert without any key is a cause of its own, and `unique` tells it from others.
  package static func key(
    _ event: AlertEvent, scenario: String?, integration: Int64, unique: String
  ) -> String {
    if let scenario { return key(scenario: scenario, service: service(of: event)) }
    if let group = event.labels["groupKey"], !group.isEmpty { return bounded("g:\(integration)|\(group)") }
    return bounded("k:\(integration)|\(event.dedupKey ?? unique)")
  }

  package static func key(scenario: String, service: String) -> String {
    bounded("s:" + scenario + "|" + service.lowercased())
  }

  /// The service that the alert's labels name, or empty.
  package static func service(of event: AlertEvent) -> String {
    for label in ["service", "service_name", "component", "app", "job"] {
      if let value = event.labels[label], !value.isEmpty { return Wording.line(value, limit: 80) }
    }
    return ""
  }

  /// By the labels that a route of the team file groups by.
  package static func key(route: String, labels: [String: String], by names: [String]) -> String {
    bounded("r:\(route)|" + names.map { "\($0)=\(labels[$0] ?? "")" }.joined(separator: "|"))
  }

  /// Of what only some may see: it is never one incident with what all may see.
  package static func apart(_ cause: String) -> String { bounded("p:\(cause)") }

  /// Incidents of one key beyond the first few of a minute are one.
  package static func storm(of integration: Int64, runbook: String) -> String {
    bounded("t:\(integration)|\(runbook)")
  }

  /// Of incidents that follow one another with the same cause while the earlier ones are still open.
  package static func numbered(_ cause: String, _ incident: Int64) -> String { "\(cause)\u{1F}\(incident)" }

  /// The cause without its number.
  package static func base(_ cause: String) -> String {
    guard let mark = cause.utf8.lastIndex(of: 0x1F) else { return cause }
    return String(cause[..<mark])
  }

  private static func bounded(_ key: String) -> String { key.utf8.count <= 400 ? key : String(key.prefix(400)) }
}
