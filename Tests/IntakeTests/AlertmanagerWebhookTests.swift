import Incidents
import Testing

@testable import Intake

@Suite struct AlertmanagerWebhookTests {
  private func message(_ text: String) -> String {
    refusal { () throws(IntakeError) in try AlertmanagerWebhook.read(bytes(text)) }?.message ?? ""
  }

  private func batch(_ alert: String) -> String { "{\"version\":\"4\",\"alerts\":[\(alert)]}" }

  @Test func readsABatch() throws {
    let batch = try AlertmanagerWebhook.readBatch(try fixture("alertmanager-webhook"))
    #expect(batch.omitted == 3 && batch.events.count == 2)
    let firing = try #require(batch.events.first)
    #expect(firing.action == .trigger && firing.dedupKey == "a1b2c3d4e5f60718")
    #expect(firing.summary == "Disk of db-1 is 97 % full")
    #expect(firing.source == "db-1:9100" && firing.severity == "critical")
    #expect(firing.labels["service"] == "orders-db")
    #expect(firing.labels["runbook_url"] == "https://wiki.example.net/runbooks/orders#disk-full")
    #expect(firing.at == EventTime.read("2026-02-14T02:46:00.123456Z"))
    #expect(firing.links.map(\.title) == ["Source of the alert", "Runbook"])
    let resolved = try #require(batch.events.last)
    #expect(resolved.action == .resolve && resolved.summary == "DiskFull")
    #expect(resolved.at == EventTime.read("2026-02-14T02:40:00Z"))
    #expect(resolved.dedupKey?.utf8.count == 16)
  }

  @Test func anAlertWithoutFingerprintGetsPrometheusOwn() throws {
    // Both values stand in prometheus/common, model/signature_test.go.
    #expect(fingerprint(of: [:]) == "cbf29ce484222325")
    let known = fingerprint(of: ["name": "garland, briggs", "fear": "love is not enough"])
    #expect(known == String(5_799_056_148_416_392_346 as UInt64, radix: 16))
    let one = try AlertmanagerWebhook.read(bytes(batch(#"{"status":"firing","labels":{"a":"1","b":"2"}}"#)))
    let other = try AlertmanagerWebhook.read(bytes(batch(#"{"labels":{"b":"2","a":"1"},"status":"resolved"}"#)))
    #expect(one.first?.dedupKey == other.first?.dedupKey)
    #expect(fingerprint(of: ["a": "12"]) != fingerprint(of: ["a1": "2"]))
  }

  @Test(arguments: [
    ("[]", "expected an object, found an array, at byte 0"),
    ("{}", "alerts: required, but missing or blank"),
    (#"{"alerts":{}}"#, "alerts: expected an array, found an object, at byte 10"),
    (#"{"alerts":[5]}"#, "alerts[0]: expected an object, found a number, at byte 11"),
    (#"{"alerts":[],"version":4}"#, "version: expected a string, found a number, at byte 23"),
    (#"{"alerts":[],"truncatedAlerts":"3"}"#, "truncatedAlerts: expected a number, found a string, at byte 31"),
    (#"{"alerts":[],"truncatedAlerts":1e309}"#, "truncatedAlerts: the number is out of range, at byte 31"),
    (#"{"alerts":[],"commonLabels":{"a":1}}"#, "commonLabels.a: expected a string, found a number, at byte 33"),
    (#"{"alerts":[{"status":"firing"}]}"#, "alerts[0].labels: required, but missing or blank"),
    (#"{"alerts":[{"labels":{"a":"b"}}]}"#, "alerts[0].status: required, but missing or blank"),
    (
      #"{"alerts":[{"status":"ok","labels":{"a":"b"}}]}"#,
      "alerts[0].status: expected one of firing, resolved, found \"ok\""
    ),
    (
      #"{"alerts":[{"status":"firing","labels":{"a":"b"}},{"labels":{"severity":[]}}]}"#,
      "alerts[1].labels.severity: expected a string, found an array, at byte 72"
    ),
    (
      #"{"alerts":[{"status":"firing","labels":{"a":"b"},"startsAt":"yesterday"}]}"#,
      "alerts[0].startsAt: expected a time such as 2026-02-14T03:46:00Z, found \"yesterday\""
    ),
  ])
  func namesWhatIsWrongAndWhere(_ text: String, _ expected: String) { #expect(message(text) == expected) }

  @Test(arguments: ["status", "labels", "annotations", "startsAt", "endsAt", "generatorURL", "fingerprint"])
  func aWrongTypeInAnyFieldOfAnAlertIsNamed(_ field: String) {
    for value in ["5", "1e309", "true", "[]", "\"text\"", "{}", "{\"x\":1}"] {
      let isObject = field == "labels" || field == "annotations"
      if (isObject && value == "{}") || (!isObject && value == "\"text\"") { continue }
      #expect(message(batch("{\"\(field)\":\(value)}")).hasPrefix("alerts[0].\(field)"), "\(field) = \(value)")
    }
  }

  @Test func takesAtMostTenThousandAlertsAndCountsTheRest() throws {
    let one = #"{"status":"firing","labels":{"alertname":"A"}}"#
    let text = "{\"alerts\":[" + Array(repeating: one, count: 10_050).joined(separator: ",") + "]}"
    let batch = try AlertmanagerWebhook.readBatch(bytes(text))
    #expect(batch.events.count == 10_000 && batch.omitted == 50)
  }

  @Test func anAlertWithoutAnyTextStillHasASummary() throws {
    let events = try AlertmanagerWebhook.read(bytes(batch(#"{"status":"firing","labels":{"job":"x"}}"#)))
    #expect(events.first?.summary == "Alert without a name" && events.first?.source == "x")
  }
}
