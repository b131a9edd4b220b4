/// Grafana's webhook: Alertmanager's payload with more in it, and before Grafana 9 one rule a request.
///
/// Fields: https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
package enum GrafanaWebhook {
  package static let format = IntakeFormat(name: "grafana-webhook") { body throws(IntakeError) in
    let flat = try FlatJSON(body)
    guard flat.text("ruleId") != nil || flat.text("ruleName") != nil else {
      return try AlertmanagerWebhook.readBatch(body)
    }
    return try legacy.read(flat)
  }

  private static let legacy: WebhookMapping = {
    var mapping = WebhookMapping()
    mapping.key = ["ruleId", "ruleName"]
    mapping.summary = ["title", "ruleName", "message"]
    mapping.url = ["ruleUrl"]
    mapping.severity = ["tags.severity", "severity"]
    mapping.source = ["ruleName"]
    mapping.status = ["state"]
    mapping.resolved = ["ok"]
    mapping.ignored = ["paused", "pending"]
    return mapping
  }()
}
