import Incidents

/// Splunk On-Call (VictorOps), `POST /integrations/generic/20131114/alert/KEY/ROUTE`, as Alertmanager sends it too.
///
/// Fields: https://help.victorops.com/knowledge-base/rest-endpoint-integration-guide/
package enum VictorOps {
  package static let format = IntakeFormat(name: "victorops") { body throws(IntakeError) in
    let flat = try FlatJSON(body)
    guard let type = flat.text("message_type") else { throw .missing(field: "message_type") }
    let known = ["CRITICAL", "WARNING", "ACKNOWLEDGEMENT", "INFO", "RECOVERY"]
    guard known.contains(type.uppercased()) else {
      throw .notAllowed(field: "message_type", found: type, allowed: known)
    }
    return try mapping.read(flat)
  }

  /// 200, with the alert's key.
  package static func accepted(entity: String) -> [UInt8] {
    var out = Array(#"{"result":"success","entity_id":"#.utf8)
    JSONString.append(entity, to: &out)
    out.append(.closeBrace)
    return out
  }

  private static let mapping: WebhookMapping = {
    var mapping = WebhookMapping()
    mapping.key = ["entity_id"]
    mapping.summary = ["entity_display_name", "state_message", "entity_id"]
    mapping.severity = ["message_type"]
    mapping.source = ["monitoring_tool", "hostname"]
    mapping.url = ["alert_url"]
    mapping.status = ["message_type"]
    mapping.resolved = ["recovery"]
    mapping.acknowledged = ["acknowledgement"]
    mapping.ignored = ["info"]
    return mapping
  }()
}
