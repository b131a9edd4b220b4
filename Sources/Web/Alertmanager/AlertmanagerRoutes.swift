/// Alertmanager's addresses, twice: with the key in a header, and behind it in the path for tools that know no headers.
extension Routes {
  static let alertmanager: [Route] = under("") + under("/am/:key")

  private static func under(_ prefix: String) -> [Route] {
    [
      .get(prefix + "/-/healthy", .open, AlertmanagerStatus.healthy).onAnyNode,
      .get(prefix + "/-/ready", .open, AlertmanagerStatus.ready).onAnyNode,
      .get(prefix + "/api/v2/status", .ingestKey, AlertmanagerStatus.status),
      .get(prefix + "/api/v2/receivers", .ingestKey, AlertmanagerStatus.receivers),
      .get(prefix + "/api/v2/alerts", .ingestKey, AlertmanagerAlerts.list),
      .post(prefix + "/api/v2/alerts", .ingestKey, .bytes(1_048_576), AlertmanagerAlerts.take).onAnyNode,
      .get(prefix + "/api/v2/alerts/groups", .ingestKey, AlertmanagerAlerts.groups),
      .get(prefix + "/api/v2/silences", .ingestKey, AlertmanagerSilences.list),
      .post(prefix + "/api/v2/silences", .ingestKey, .bytes(65_536), AlertmanagerSilences.set),
      .get(prefix + "/api/v2/silence/:id", .ingestKey, AlertmanagerSilences.show),
      .delete(prefix + "/api/v2/silence/:id", .ingestKey, AlertmanagerSilences.expire),
    ]
  }
}
