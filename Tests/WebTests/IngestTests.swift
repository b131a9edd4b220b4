import HTTPTypes
import Intake
import NIOCore
import Testing

@testable import Web

/// Alerts come in: the answers are those that the vendors' clients expect.
@Suite struct IngestTests {
  private static let key = "0123456789abcdef0123456789abcdef"
  private static let event = """
    {"routing_key":"\(key)","event_action":"trigger","dedup_key":"shop","payload":{"summary":"HTTP 502",\
    "source":"monitor","severity":"critical"}}
    """
  private static let batch = """
    {"version":"4","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"Down"},"annotations":{}}]}
    """

  @Test func anEventIsAnsweredWith202AndItsKey() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(IngestTests.key)
    try await harbour.visit { visitor in
      let answer = try await visitor.json("/v2/enqueue", IngestTests.event)
      #expect(answer.status == .accepted)
      #expect(answer.text == #"{"status":"success","message":"Event processed","dedup_key":"shop"}"#)
    }
    #expect(harbour.acts.calls == ["accept 1"])
  }

  @Test func aBadEventNamesThePlace() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(IngestTests.key)
    try await harbour.visit { visitor in
      let bad = IngestTests.event.replacing("\"critical\"", with: "\"loud\"")
      let answer = try await visitor.json("/v2/enqueue", bad)
      #expect(answer.status == .badRequest)
      #expect(answer.text.contains("\"status\":\"invalid event\"") && answer.text.contains("payload.severity"))
      let unknown = try await visitor.json("/v2/enqueue", IngestTests.event.replacing("0123", with: "9999"))
      #expect(unknown.status == .badRequest && unknown.text.contains("routing_key"))
    }
    #expect(harbour.acts.calls.isEmpty)
  }

  @Test func aBodyThatIsTooLargeIsNotRead() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      let answer = try await visitor.json("/v2/enqueue", String(repeating: " ", count: 524_289))
      #expect(answer.status == .contentTooLarge)
      let other = try await visitor.json(
        "/integrations/v1/alertmanager/\(IngestTests.key)/", String(repeating: " ", count: 1_048_577))
      #expect(other.status == .contentTooLarge)
    }
  }

  @Test func aFullQueueAndADeadStoreSayWhenToComeAgain() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(IngestTests.key)
    try await harbour.visit { visitor in
      harbour.acts.refusal.withLock { $0 = .overloaded(retryAfterSeconds: 3) }
      let full = try await visitor.json("/v2/enqueue", IngestTests.event)
      #expect(full.status == .tooManyRequests && full.headers[.retryAfter] == "3")
      harbour.acts.refusal.withLock { $0 = .unavailable("disk full") }
      let dead = try await visitor.json("/v2/enqueue", IngestTests.event)
      #expect(dead.status == .serviceUnavailable && dead.headers[.retryAfter] != nil)
      #expect(!dead.text.contains("disk full"), "the inside stays in the log")
    }
  }

  @Test func alertmanagerPostsBehindItsKey() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(IngestTests.key)
    try await harbour.visit { visitor in
      let path = "/integrations/v1/alertmanager/\(IngestTests.key)/"
      try await visitor.json(path, IngestTests.batch).expect(.ok)
      try await visitor.json(path, "[]").expect(.badRequest)
      try await visitor.json("/integrations/v1/alertmanager/nokey/", IngestTests.batch).expect(.unauthorized)
    }
    #expect(harbour.acts.calls == ["accept 1"])
  }

  @Test func aKeyMadeWhileRunningIsFoundAndARevokedOneIsNot() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      try await visitor.json("/v2/enqueue", IngestTests.event).expect(.badRequest)
      try harbour.makeKey(IngestTests.key)
      harbour.clock.pass(.seconds(2))
      try await visitor.json("/v2/enqueue", IngestTests.event).expect(.accepted)
      let admin = try harbour.makeToken(.admin)
      let revoked = try await visitor.client.execute(
        uri: "/api/v1/keys/test", method: .delete, headers: [.authorization: "Bearer \(admin)"])
      #expect(revoked.status == .noContent)
      try await visitor.json("/v2/enqueue", IngestTests.event).expect(.badRequest)
    }
  }

  @Test func anIngestKeyReadsNothing() async throws {
    let harbour = try await Harbour()
    try harbour.makeKey(IngestTests.key)
    try await harbour.visit { visitor in
      let answer = try await visitor.get("/api/v1/incidents", headers: [.authorization: "Bearer \(IngestTests.key)"])
      #expect(answer.status == .unauthorized)
    }
  }
}
