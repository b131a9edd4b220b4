import Incidents
import Testing

@testable import Intake

/// The list that Prometheus sends.
struct AlertmanagerV2Tests {
  private let now = Timestamp(microseconds: 1_771_038_800_000_000)

  private func read(_ text: String) throws -> IntakeBatch { try AlertmanagerV2.read(bytes(text), now: now) }

  @Test func thePrometheusFixtureIsReadWhole() throws {
    let batch = try AlertmanagerV2.read(try fixture("alertmanager-v2"), now: now - .minutes(30))
    let event = try #require(batch.events.first)
    #expect(event.action == .trigger && event.summary == "api-1 is down" && event.severity == "critical")
    #expect(event.labels["runbook_url"] == "https://wiki.example.org/runbook#api-down" && event.source == "api-1:9100")
    #expect(event.term?.url.hasPrefix("http://prometheus.example.org:9090/graph") == true)
    #expect(batch.events[1].labels == ["alertname": "Watchdog"], "a label without a value is none")
  }

  @Test func anEndThatHasPassedResolvesAndOneToComeHolds() throws {
    let past = #"[{"labels":{"a":"b"},"startsAt":"2020-01-01T00:00:00Z","endsAt":"2020-01-02T00:00:00Z"}]"#
    #expect(try read(past).events.map(\.action) == [.resolve])
    let ahead = try read(#"[{"labels":{"a":"b"},"endsAt":"2030-01-01T00:00:00Z"}]"#).events
    #expect(ahead.first?.action == .trigger && ahead.first?.term?.ends.microseconds == 1_893_456_000_000_000)
    #expect(try read(#"[{"labels":{"a":"b"}}]"#).events.first?.term?.ends == now + .minutes(5))
  }

  @Test func theIdentityIsTheLabelsWhicheverWayTheyCame() throws {
    let one = try read(#"[{"labels":{"x":"y","alertname":"b"}}]"#).events.first?.dedupKey
    let other = try read(#"[{"labels":{"alertname":"b","x":"y","gone":""},"annotations":{"a":"c"}}]"#).events.first
    #expect(one == "eea2bcd2d9d99c71", "as Alertmanager itself computes it")
    #expect(other?.dedupKey == one)
  }

  @Test func oneWrongAlertDoesNotKeepOutTheOthers() throws {
    let batch = try read(
      #"[{"labels":{}},{"labels":{"a-b":"x"}},{"labels":{"a":"b"}},"#
        + #"{"labels":{"a":"c"},"startsAt":"2026-01-02T00:00:00Z","endsAt":"2026-01-01T00:00:00Z"}]"#)
    #expect(batch.events.count == 1 && batch.problems.count == 3)
    #expect(batch.problems[1] == #"[1]: invalid label set: invalid name "a-b""#)
  }

  @Test(arguments: ["", "{}", "[", "[5]", #"[{"labels":{"a":5}}]"#, #"[{"labels":{"a":"b"},"startsAt":"x"}]"#])
  func whatIsNoListOfAlertsIsRefused(text: String) {
    #expect(throws: IntakeError.self) { try read(text) }
  }
}
