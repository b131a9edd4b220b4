/// Grafana OnCall's formatted webhook; every field is optional.
///
/// Fields: https://grafana.com/docs/oncall/latest/integrations/webhook/
package enum OnCallFormatted {
  package static let format = IntakeFormat(name: "formatted-webhook") { body throws(IntakeError) in
    try mapping.read(body)
  }

  private static let mapping: WebhookMapping = {
    var mapping = WebhookMapping()
    mapping.key = ["alert_uid", "title"]
    mapping.summary = ["title", "message"]
    mapping.url = ["link_to_upstream_details", "image_url"]
    mapping.severity = ["severity"]
    mapping.source = ["source"]
    mapping.status = ["state"]
    mapping.resolved = ["ok"]
    return mapping
  }()
}
