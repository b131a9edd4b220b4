/// One way in, with what is to be written into the tool that sends.
struct IntakeAddress: Encodable {
  var tool: String
  var address: String
  /// To be pasted, with the key in the place of KEY.
  var paste: String

  static func all(_ origin: String) -> [IntakeAddress] { named(origin) + hooks(origin) + reports(origin) }

  /// Vendors' own addresses, where only the host changes.
  private static func named(_ origin: String) -> [IntakeAddress] {
    let host = origin.split(separator: "/").last.map(String.init) ?? origin
    return [
      .init("PagerDuty Events v2", origin + "/v2/enqueue", "routing_key: KEY"),
      .init("PagerDuty change events", origin + "/v2/change/enqueue", "routing_key: KEY"),
      .init("PagerDuty Events v1", origin + "/generic/2010-04-15/create_event.json", "service_key: KEY"),
      .init(
        "Prometheus", origin + "/api/v2/alerts",
        "alerting: { alertmanagers: [{ authorization: { credentials: KEY }, static_configs: [{ targets: [\"\(host)\"] }] }] }"
      ),
      .init("amtool", origin + "/am/KEY", "amtool --alertmanager.url=\(origin)/am/KEY alert query"),
      .init(
        "Alertmanager webhook", origin + "/integrations/v1/alertmanager/KEY/",
        "webhook_configs: [{ url: \(origin)/integrations/v1/alertmanager/KEY/ }]"),
      .init(
        "Alertmanager for PagerDuty", origin + "/v2/enqueue",
        "global: { pagerduty_url: \(origin)/v2/enqueue }, receiver: { pagerduty_configs: [{ routing_key: KEY }] }"),
      .init(
        "Alertmanager for Opsgenie", origin + "/v2/alerts",
        "global: { opsgenie_api_url: \(origin)/ }, receiver: { opsgenie_configs: [{ api_key: KEY }] }"),
      .init("Opsgenie", origin + "/v2/alerts", "host: \(origin), Authorization: GenieKey KEY"),
    ]
  }

  private static func hooks(_ origin: String) -> [IntakeAddress] {
    let hooks: [(String, String)] = [
      ("Grafana alerting, OnCall", "grafana"), ("OnCall formatted webhook", "formatted_webhook"),
      ("any JSON webhook", "webhook"), ("Sentry", "sentry"), ("Uptime Kuma", "uptime_kuma"),
      ("CloudEvents", "cloudevents"),
    ]
    return hooks.map { tool, kind in
      let address = "\(origin)/integrations/v1/\(kind)/KEY/"
      return .init(tool, address, address)
    }
  }

  private static func reports(_ origin: String) -> [IntakeAddress] {
    [
      .init(
        "Splunk On-Call (VictorOps)", origin + "/integrations/generic/20131114/alert/KEY/ROUTE",
        "victorops_api_url: \(origin)/integrations/generic/20131114/alert/, api_key: KEY"),
      .init(
        "GoAlert generic", origin + "/api/v2/generic/incoming?token=KEY",
        origin + "/api/v2/generic/incoming?token=KEY"),
      .init("heartbeat", origin + "/ping/KEY/NAME", "curl -fsS -m 10 --retry 5 \(origin)/ping/KEY/NAME"),
      .init("Opsgenie heartbeat", origin + "/v2/heartbeats/NAME/ping", "Authorization: GenieKey KEY"),
      .init(
        "Gatus external endpoint", origin + "/api/v1/endpoints/NAME/external?success=true",
        "Authorization: Bearer KEY"),
    ]
  }

  private init(_ tool: String, _ address: String, _ paste: String) {
    (self.tool, self.address, self.paste) = (tool, address, paste)
  }
}
