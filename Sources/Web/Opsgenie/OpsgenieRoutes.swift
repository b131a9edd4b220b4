/// Opsgenie's Alert API v2.
extension Routes {
  static let opsgenie: [Route] =
    [
      .post("/v2/alerts", .ingestKey, .bytes(524_288), OpsgenieAlerts.create).onAnyNode,
      .get("/v2/alerts", .ingestKey, OpsgenieAlerts.list),
      .get("/v2/alerts/count", .ingestKey, OpsgenieAlerts.count),
      .get("/v2/alerts/requests/:request", .ingestKey, OpsgenieAlerts.request),
      .get("/v2/alerts/:alert", .ingestKey, OpsgenieAlerts.show),
      .delete("/v2/alerts/:alert", .ingestKey, OpsgenieActs.delete),
      .get("/v2/alerts/:alert/notes", .ingestKey, OpsgenieAlerts.notes),
    ]
    + [.close, .acknowledge, .snooze, .escalate, .assign, .notes].map { (kind: OpsgenieActs.Kind) in
      .post("/v2/alerts/:alert/\(kind.rawValue)", .ingestKey, .bytes(65_536), OpsgenieActs.act(kind))
    }
    + [.message, .description, .priority].map { (kind: OpsgenieActs.Kind) in
      .put("/v2/alerts/:alert/\(kind.rawValue)", .ingestKey, .bytes(65_536), OpsgenieActs.act(kind))
    }
}
