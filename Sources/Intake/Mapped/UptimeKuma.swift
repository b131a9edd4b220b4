/// Uptime Kuma's webhook: a heartbeat of a monitor, 0 down, 1 up, 2 pending, 3 maintenance.
///
/// Fields: https://github.com/louislam/uptime-kuma/blob/master/server/notification-providers/webhook.js
package enum UptimeKuma {
  package static let format = IntakeFormat(name: "uptime-kuma") { body throws(IntakeError) in
    let flat = try FlatJSON(body)
    // The test button sends a text without a monitor: it proves the way, and nothing is down.
    guard flat.text("heartbeat.status") != nil else {
      guard flat.text("msg") != nil else { throw .missing(field: "heartbeat.status") }
      return IntakeBatch(events: [])
    }
    return try mapping.read(flat)
  }

  private static let mapping: WebhookMapping = {
    var mapping = WebhookMapping()
    mapping.key = ["monitor.id", "heartbeat.monitorID", "monitor.name"]
    mapping.summary = ["msg", "heartbeat.msg", "monitor.name"]
    mapping.source = ["monitor.name"]
    mapping.url = ["monitor.url"]
    mapping.time = ["heartbeat.time"]
    mapping.status = ["heartbeat.status"]
    mapping.resolved = ["1"]
    mapping.ignored = ["2", "3"]
    mapping.labels = ["monitor": "monitor.name", "url": "monitor.url", "hostname": "monitor.hostname"]
    return mapping
  }()
}
