/// Where jobs report.
extension Routes {
  static let heartbeats: [Route] =
    reports + [.get("/api/v1/heartbeats", .token(.read), HeartbeatHandlers.list)]

  private static let reports = onAnyNode(
    healthchecks + [
      .get("/v2/heartbeats/:name/ping", .ingestKey, HeartbeatHandlers.opsgenie),
      .post("/v2/heartbeats/:name/ping", .ingestKey, .bytes(4_096), HeartbeatHandlers.opsgenie),
      .put("/v2/heartbeats/:name/ping", .ingestKey, .bytes(4_096), HeartbeatHandlers.opsgenie),
      .post("/integrations/v1/:type/:key/heartbeat", .ingestKey, .bytes(4_096), HeartbeatHandlers.onCall),
      .get("/integrations/v1/:type/:key/heartbeat", .ingestKey, HeartbeatHandlers.onCall),
      .post("/api/v1/endpoints/:name/external", .ingestKey, .bytes(4_096), HeartbeatHandlers.gatus),
    ])

  private static let healthchecks: [Route] = ["/ping/:key/:slug", "/ping/:key/:slug/:what"].flatMap { path in
    [
      // A report by GET changes what is known of the job: that is the protocol.
      .get(path, .ingestKey, HeartbeatHandlers.ping),
      .post(path, .ingestKey, .bytes(102_400), HeartbeatHandlers.ping),
    ]
  }
}
