import Hummingbird
import Incidents
import Intake

/// The table of contents: every address, who may use it, what it reads, and what answers.
enum Routes {
  static let all: [Route] =
    service + publicPage + doors + pages + acts + room + evidence + afterwards + administration + ingest + alertmanager
    + pagerDuty + opsgenie + heartbeats + api + afterwardsAPI

  private static let service = onAnyNode([
    .get("/assets/:digest/:name", .open, ServiceHandlers.asset),
    .get("/favicon.ico", .open, ServiceHandlers.icon),
    .get("/healthz", .open, ServiceHandlers.health),
    .get("/readyz", .open, ServiceHandlers.ready),
    .get("/metrics", .localOrToken, ServiceHandlers.metrics),
    .get("/openapi.json", .open, Description.show),
  ])

  /// For everybody, from memory.
  private static let publicPage: [Route] = [
    .get("/status", .open, StatusHandlers.file).onAnyNode,
    .get("/status/**", .open, StatusHandlers.file).onAnyNode,
    .post("/status/follow", .open, .form, FollowHandlers.follow),
    .get("/status/follow/:token", .link, FollowHandlers.showConfirm),
    .post("/status/follow/:token", .link, .form, FollowHandlers.confirm),
    .get("/status/leave/:token", .link, FollowHandlers.showLeave),
    .post("/status/leave/:token", .link, .form, FollowHandlers.leave),
    .post("/status/report", .open, .form, ReportHandlers.report),
  ]

  private static let doors: [Route] = [
    .get("/sign-in", .open, SignInHandlers.show),
    .post("/sign-in", .open, .form, SignInHandlers.signIn),
    .post("/sign-out", .signedIn, .form, SignInHandlers.signOut),
    .get("/setup/:link", .link, SetupHandlers.show),
    .post("/setup/:link", .link, .form, SetupHandlers.use),
    .get("/a/:token", .link, AcknowledgeHandlers.show),
    .post("/a/:token", .link, .form, AcknowledgeHandlers.acknowledge),
    .post("/a/:token/pass", .link, .form, AcknowledgeHandlers.pass),
  ]

  private static let pages: [Route] = [
    .get("/", .signedIn, PageHandlers.home),
    .get("/runbook", .signedIn, PageHandlers.runbook),
    .get("/ladder", .signedIn, PageHandlers.ladder),
    .get("/drill", .signedIn, DrillHandlers.show),
    .get("/on-call", .signedIn, OnCallHandlers.show),
    .get("/calendar/:file", .link, CalendarHandlers.linked),
    .get("/incidents", .signedIn, PageHandlers.incidents),
    .get("/incidents/:incident", .signedIn, RoomHandlers.show),
    .get("/incidents/:incident/publish", .signedIn, PublishHandlers.show),
    .get("/silences", .signedIn, SilenceHandlers.show),
    .get("/alerts/:alert", .signedIn, AlertPage.show),
    .get("/public", .signedIn, AnnouncementHandlers.show),
    .get("/live", .signedIn, LiveHandler.stream),
  ]

  private static let acts: [Route] = [
    .post("/on-call/overrides", .signedIn, .form, OnCallHandlers.override),
    .post("/on-call/overrides/:id/withdraw", .signedIn, .form, OnCallHandlers.withdraw),
    .post("/on-call/swaps", .signedIn, .form, OnCallHandlers.swap),
    .post("/on-call/calendars", .signedIn, .form, CalendarHandlers.make),
    .post("/on-call/calendars/:id/revoke", .signedIn, .form, CalendarHandlers.revoke),
    .post("/recovery/end", .signedIn, .form, RecoveryHandlers.end),
    .post("/silences", .signedIn, .form, SilenceHandlers.make),
    .post("/silences/:id/expire", .signedIn, .form, SilenceHandlers.expire),
    .post("/incidents", .signedIn, .form, RoomHandlers.declare),
    .post("/incidents/:incident/publish", .signedIn, .form, PublishHandlers.post),
    .post("/public/maintenance", .signedIn, .form, AnnouncementHandlers.announce),
    .post("/public/maintenance/:id/cancel", .signedIn, .form, AnnouncementHandlers.cancel),
  ]

  private static let room: [Route] = RoomHandlers.Act.allCases.map { act in
    .post("/incidents/:incident/\(act.rawValue)", .signedIn, .form, RoomHandlers.act(act))
  }

  private static let evidence: [Route] = [
    .post("/incidents/:incident/files", .signedIn, .upload(Attachment.largest), FileHandlers.upload),
    .get("/incidents/:incident/files/:file", .signedIn, FileHandlers.show),
    .get("/incidents/:incident/export.tar", .signedIn, ExportHandlers.show),
    .post("/api/v1/incidents/:incident/files", .token(.respond), .bytes(Attachment.largest), FileHandlers.take),
    .get("/api/v1/incidents/:incident/files/:file", .token(.read), FileHandlers.give),
    .get("/api/v1/incidents/:incident/export.tar", .token(.read), ExportHandlers.give),
  ]

  private static let administration: [Route] = [
    .get("/keys", .administrator, KeyHandlers.show),
    .post("/keys", .administrator, .form, KeyHandlers.makeKey),
    .post("/keys/:id/revoke", .administrator, .form, KeyHandlers.revokeKey),
    .post("/tokens", .administrator, .form, KeyHandlers.makeToken),
    .post("/tokens/:id/revoke", .administrator, .form, KeyHandlers.revokeToken),
    .post("/accounts/link", .administrator, .form, KeyHandlers.newAccountLink),
    .post("/accounts/:id/link", .administrator, .form, KeyHandlers.passwordLink),
  ]

  /// The key stands where each protocol carries it; these addresses answer in their vendors' words.
  private static let ingest = onAnyNode([
    .post("/v2/enqueue", .ingestKey, .bytes(524_288), IngestHandlers.pagerDuty),
    .post("/v2/change/enqueue", .ingestKey, .bytes(524_288), IngestHandlers.pagerDutyChange),
    .post("/generic/2010-04-15/create_event.json", .ingestKey, .bytes(524_288), IngestHandlers.pagerDutyV1),
    .post("/integrations/v1/alertmanager/:key", .ingestKey, .bytes(1_048_576), IngestHandlers.alertmanager),
    hook("/integrations/v1/grafana/:key", GrafanaWebhook.format, WebhookHandlers.ok),
    hook("/integrations/v1/grafana_alerting/:key", GrafanaWebhook.format, WebhookHandlers.ok),
    hook("/integrations/v1/formatted_webhook/:key", OnCallFormatted.format, WebhookHandlers.ok),
    .post("/integrations/v1/webhook/:key", .ingestKey, .bytes(1_048_576), WebhookHandlers.generic),
    .post("/integrations/v1/sentry/:key", .ingestKey, .bytes(1_048_576), SignedHandlers.sentry),
    .post("/integrations/v1/cloudevents/:key", .ingestKey, .bytes(1_048_576), SignedHandlers.cloudEvents),
    .options("/integrations/v1/cloudevents/:key", .ingestKey, SignedHandlers.handshake),
    hook("/integrations/v1/uptime_kuma/:key", UptimeKuma.format, WebhookHandlers.json),
    hook("/integrations/generic/20131114/alert/:key", VictorOps.format, WebhookHandlers.victorOps),
    hook("/integrations/generic/20131114/alert/:key/:route", VictorOps.format, WebhookHandlers.victorOps),
    .post("/api/v2/generic/incoming", .ingestKey, .bytes(1_048_576), WebhookHandlers.goAlert),
    .post("/v1/api/alerts", .ingestKey, .bytes(1_048_576), WebhookHandlers.goAlert),
  ])

  private static func hook(
    _ path: String, _ format: IntakeFormat, _ answer: @escaping @Sendable ([Receipt]) -> Response
  ) -> Route {
    .post(path, .ingestKey, .bytes(1_048_576), WebhookHandlers.take(format, answer))
  }

  private static let api: [Route] = [
    .get("/api/v1/incidents", .token(.read), APIHandlers.list),
    .get("/api/v1/incidents/:incident", .token(.read), APIHandlers.show),
    .post("/api/v1/incidents", .token(.respond), .bytes(65_536), APIHandlers.declare),
    .post("/api/v1/incidents/:incident/publish", .token(.respond), .bytes(65_536), APIStatusHandlers.publish),
    .get("/api/v1/incidents/:incident/draft", .token(.read), APITalk.draft),
    .post("/api/v1/incidents/:incident/preview", .token(.respond), .bytes(65_536), APITalk.preview),
    .get("/api/v1/status", .token(.read), APIStatusHandlers.show),
    .get("/api/v1/status/export", .token(.read), APIStatusHandlers.export),
    .post("/api/v1/maintenance", .token(.respond), .bytes(65_536), APIStatusHandlers.announce),
    .post("/api/v1/maintenance/:id/cancel", .token(.respond), .bytes(1_024), APIStatusHandlers.cancel),
    .get("/api/v1/incidents/:incident/actions", .token(.read), APIRuns.actions),
    .post("/api/v1/incidents/:incident/runs", .token(.respond), .bytes(131_072), APIRuns.record),
    .get("/api/v1/runs", .token(.read), APIRuns.list),
    .post("/api/v1/incidents/:incident/:act", .token(.respond), .bytes(65_536), APIHandlers.act),
    .get("/api/v1/oncall", .token(.read), APIOnCall.report),
    .get("/api/v1/overrides", .token(.read), APIOnCall.overrides),
    .post("/api/v1/overrides", .token(.respond), .bytes(65_536), APIOnCall.override),
    .delete("/api/v1/overrides/:id", .token(.respond), APIOnCall.withdraw),
    .post("/api/v1/swaps", .token(.respond), .bytes(65_536), APIOnCall.swap),
    .get("/api/v1/calendars/:kind/:subject", .token(.read), CalendarHandlers.withToken),
    .get("/api/v1/runbook", .token(.read), APIHandlers.runbook),
    .get("/api/v1/intake", .token(.read), IntakeHandlers.intake),
    .get("/api/v1/alerts/:alert/why", .token(.read), IntakeHandlers.why),
    .post("/api/v1/recovery/end", .token(.respond), .bytes(1_024), RecoveryHandlers.endByToken),
    .get("/api/v1/keys", .token(.admin), APIKeyHandlers.list),
    .post("/api/v1/keys", .token(.admin), .bytes(65_536), APIKeyHandlers.create),
    .delete("/api/v1/keys/:name", .token(.admin), APIKeyHandlers.revoke),
  ]
}
