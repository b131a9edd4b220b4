import Incidents

/// Sentry's webhooks: issues, issue alerts and metric alerts, told apart by the header `Sentry-Hook-Resource`.
///
/// Fields: https://docs.sentry.io/organization/integrations/integration-platform/webhooks/
package enum Sentry {
  package static let format = IntakeFormat(name: "sentry") { body throws(IntakeError) in
    try read(body, resource: "event_alert")
  }

  /// What is no alert (an installation, a comment) brings no event.
  package static func read(_ body: [UInt8], resource: String) throws(IntakeError) -> IntakeBatch {
    let flat = try FlatJSON(body)
    guard let action = flat.text("action") else { throw .missing(field: "action") }
    switch resource {
    case "event_alert": return try mapping("data.event", key: "issue_id", summary: "title").read(flat)
    case "issue":
      guard ["created", "unresolved", "resolved", "archived", "ignored"].contains(action) else { break }
      return try mapping("data.issue", key: "id", summary: "title").read(flat)
    case "metric_alert":
      var mapping = mapping("data.metric_alert", key: "identifier", summary: "title")
      mapping.summary = ["data.description_title", "data.metric_alert.title"]
      mapping.severity = ["action"]
      mapping.url = ["data.web_url"]
      return try mapping.read(flat)
    default: break
    }
    return IntakeBatch(events: [])
  }

  /// An issue's identifier is the key, so that its end as an issue ends what its alert opened.
  private static func mapping(_ root: String, key: String, summary: String) -> WebhookMapping {
    var mapping = WebhookMapping()
    mapping.key = ["\(root).\(key)", "\(root).id"]
    mapping.summary = ["\(root).\(summary)"]
    mapping.severity = ["\(root).level"]
    mapping.source = ["\(root).project.slug", "\(root).project_name", "\(root).project"]
    mapping.url = ["\(root).web_url", "\(root).permalink"]
    mapping.time = ["\(root).datetime", "\(root).lastSeen"]
    mapping.status = ["action"]
    mapping.resolved = ["resolved", "archived", "ignored"]
    mapping.labels = [
      "project": "\(root).project.slug", "release": "\(root).release", "rule": "data.triggered_rule",
      "culprit": "\(root).culprit",
    ]
    return mapping
  }
}
