import Incidents
import Testing

@testable import Intake

/// Formats that are read by fixed paths.
struct MappedTests {
  private func read(_ format: IntakeFormat, _ text: String) throws -> [AlertEvent] {
    try format.read(bytes(text)).events
  }

  @Test func aListIsAnAlertEachWithTheBodyAsItsBackground() throws {
    var mapping = WebhookMapping()
    (mapping.each, mapping.key, mapping.summary) = ("items", ["id"], ["text"])
    (mapping.status, mapping.resolved, mapping.labels) = (["state"], ["fine"], ["env": "env", "host": "on.host"])
    let body = #"{"env":"prod","items":[{"id":1,"text":"a","on":{"host":"h"}},{"id":2,"text":"b","state":"FINE"}]}"#
    let events = try mapping.read(bytes(body)).events
    #expect(events.map(\.dedupKey) == ["1", "2"] && events.map(\.action) == [.trigger, .resolve])
    #expect(events[0].labels == ["env": "prod", "host": "h"] && events[1].labels == ["env": "prod"])
    #expect(events[0].details == #"{"id":"1","on.host":"h","text":"a"}"#)
  }

  @Test func aWebhookThatNobodyDescribedIsReadByTheUsualNames() throws {
    let event = try #require(try GenericWebhook.format.read(fixture("webhook")).events.first)
    #expect(event.dedupKey == "4711" && event.summary == "Queue depth above 10000" && event.severity == "high")
    #expect(event.source == "mq-1" && event.labels["host"] == "mq-1" && event.links.count == 1)
    #expect(try read(GenericWebhook.format, #"{"title":"x","status":"Resolved"}"#).first?.action == .resolve)
    let twice = try (0..<2).map { _ in try read(GenericWebhook.format, #"{"message":"no key"}"#).first?.dedupKey }
    #expect(twice[0] == twice[1] && twice[0] != nil, "what has no key is known again by its words")
    #expect(try read(GenericWebhook.format, #"{"odd":1}"#).first?.summary == "Alert without a title")
    #expect(throws: IntakeError.self) { try read(GenericWebhook.format, "{}") }
  }

  @Test func grafanaIsReadBeforeAndAfterItsNinthVersion() throws {
    let new = try GrafanaWebhook.format.read(fixture("grafana-webhook")).events
    #expect(new.first?.dedupKey == "c6eadffa33fcdf37" && new.first?.links.count == 3)
    let old = try read(GrafanaWebhook.format, #"{"ruleId":3,"ruleName":"r","state":"ok","title":"[OK] r"}"#)
    #expect(old.first?.action == .resolve && old.first?.dedupKey == "3")
    #expect(try read(GrafanaWebhook.format, #"{"ruleId":3,"state":"pending"}"#).isEmpty)
  }

  @Test func eachToolsOwnWordsResolve() throws {
    let kuma = #"{"heartbeat":{"status":1,"monitorID":7},"monitor":{"id":7,"name":"Shop"},"msg":"up"}"#
    #expect(try read(UptimeKuma.format, kuma).first?.action == .resolve)
    #expect(try read(UptimeKuma.format, kuma.replacing(":1,", with: ":3,")).isEmpty, "maintenance")
    #expect(try read(UptimeKuma.format, #"{"msg":"Testing"}"#).isEmpty)
    #expect(try read(VictorOps.format, #"{"message_type":"RECOVERY","entity_id":"a"}"#).first?.action == .resolve)
    let acknowledged = #"{"message_type":"acknowledgement","entity_id":"a"}"#
    #expect(try read(VictorOps.format, acknowledged).first?.action == .acknowledge)
    #expect(throws: IntakeError.self) { try read(VictorOps.format, #"{"message_type":"LOUD"}"#) }
    #expect(try read(GoAlertGeneric.format, #"{"action":"close","dedup":"d"}"#).first?.action == .resolve)
    #expect(try GoAlertGeneric.read([("summary", "s"), ("dedup", "d")]).events.first?.dedupKey == "d")
    let formatted = try read(OnCallFormatted.format, #"{"alert_uid":"u","state":"ok"}"#)
    #expect(formatted.first?.action == .resolve && formatted.first?.dedupKey == "u")
  }

  @Test func sentrysIssueEndsWhatItsAlertOpened() throws {
    let opened = try #require(try Sentry.format.read(fixture("sentry")).events.first)
    #expect(opened.summary == "ReferenceError: blooopy is not defined" && opened.severity == "error")
    let issue = #"{"action":"resolved","data":{"issue":{"id":"1170820242","title":"t"}}}"#
    let ended = try Sentry.read(bytes(issue), resource: "issue").events.first
    #expect(ended?.action == .resolve && ended?.dedupKey == opened.dedupKey)
    let assigned = issue.replacing("resolved", with: "assigned")
    #expect(try Sentry.read(bytes(assigned), resource: "issue").events.isEmpty)
    #expect(try Sentry.read(bytes(assigned), resource: "installation").events.isEmpty)
    let metric = #"{"action":"critical","data":{"metric_alert":{"id":5,"identifier":"9"},"description_title":"Slow"}}"#
    let alert = try Sentry.read(bytes(metric), resource: "metric_alert").events.first
    #expect(alert?.severity == "critical" && alert?.summary == "Slow" && alert?.dedupKey == "9")
  }

  @Test func cloudEventsAreReadInAllThreeModes() throws {
    let one = try fixture("cloudevents")
    let event = try #require(try CloudEvents.format.read(one).events.first)
    #expect(event.summary == "The disk of db-3 is full" && event.dedupKey == "/hosts/db-3|/var")
    #expect(try CloudEvents.batch(bytes("[") + one + bytes(",") + one + bytes("]")).events == [event, event])
    let attributes = [("specversion", "1.0"), ("id", "1"), ("source", "s"), ("type", "t")]
    let binary = try CloudEvents.binary(attributes, data: bytes(#"{"title":"x","state":"ok"}"#)).events.first
    #expect(binary?.summary == "x" && binary?.action == .resolve && binary?.dedupKey == "s|1")
    #expect(throws: IntakeError.missing(field: "id")) {
      try CloudEvents.format.read(bytes(#"{"specversion":"1.0","source":"s","type":"t"}"#))
    }
  }

  @Test func whatIsBeyondTheBoundsIsPassedOver() throws {
    let many = (0..<2_000).map { #""k\#($0)":"v""# }.joined(separator: ",")
    #expect(try FlatJSON(bytes("{\(many)}")).values.count == FlatJSON.limit)
    let deep = String(repeating: #"{"a":"#, count: 40) + "1" + String(repeating: "}", count: 40)
    #expect(try FlatJSON(bytes(deep)).values.isEmpty)
  }
}
