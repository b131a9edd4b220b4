import Foundation
import Incidents
import Synchronization
import Testing

@testable import Channels

/// Whole channels against a receiver: what arrives, and what is made of the answer.
@Suite struct HTTPChannelTests {
  private func send(
    _ configuration: (Int) -> ChannelConfiguration, to address: String = "oncall-ana", answer: LineServer.Act
  ) async throws -> (outcome: DeliveryOutcome, request: String) {
    let server = try await LineServer.http(answer)
    let http = OutboundHTTP(limit: patience, now: { testNow })
    let channel = Channels.make(name: "test", configuration: configuration(server.port), http: http) { _ in }
    #expect(channel.name == "test")
    let outcome = await channel.send(samplePage(), to: address)
    await http.shutdown()
    await server.stop()
    return (outcome, server.received.all.first ?? "")
  }

  private let ok = LineServer.Act.answer(LineServer.response(status: "200 OK", body: "ok"))

  @Test func webhookArrivesSignedAndOnce() async throws {
    let (outcome, request) = try await send(
      { .webhook(url: "http://127.0.0.1:\($0)/hook?team=1", secret: "s3cret") }, answer: ok)
    #expect(outcome == .accepted("HTTP 200"))
    #expect(request.hasPrefix("POST /hook?team=1 HTTP/1.1\r\n"))
    #expect(request.contains("webhook-id: page-42-1-ana\r\n"))
    #expect(request.contains("Idempotency-Key: page-42-1-ana\r\n"))
    #expect(request.contains("webhook-timestamp: 1771040830\r\n"))
    let body = request[(try #require(request.firstRange(of: "\r\n\r\n"))).upperBound...]
    let expected = WebhookChannel.signature("page-42-1-ana", "1771040830", Array(body.utf8), Secret("s3cret"))
    #expect(request.contains("webhook-signature: \(expected)\r\n"))
    let json = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
    let data = json?["data"] as? [String: Any]
    #expect(data?["incident"] as? String == "INC-2026-02-14-01" && data?["line"] as? Int == 42)
  }

  @Test func ntfyArrivesAtItsTopic() async throws {
    let (outcome, request) = try await send({ .ntfy(server: "http://127.0.0.1:\($0)", token: "tk_1") }, answer: ok)
    #expect(outcome == .accepted("HTTP 200"))
    #expect(request.hasPrefix("POST /oncall-ana HTTP/1.1\r\n"))
    #expect(request.contains("Priority: 5\r\n") && request.contains("Authorization: Bearer tk_1\r\n"))
  }

  @Test func ntfyRefusesAnAddressThatIsNoTopic() async throws {
    let (outcome, request) = try await send(
      { .ntfy(server: "http://127.0.0.1:\($0)", token: nil as String?) }, to: "a/b", answer: ok)
    #expect(outcome.kind == "permanent" && request.isEmpty)
  }

  @Test func slackTakesItsOwnErrorsSeriously() async throws {
    for (body, kind) in [("ok", "accepted"), ("{\"ok\":false,\"error\":\"no_service\"}", "permanent")] {
      let answer = LineServer.Act.answer(LineServer.response(status: "200 OK", body: body))
      let (outcome, _) = try await send({ .slack(url: "http://127.0.0.1:\($0)/services/T/B/X") }, answer: answer)
      #expect(outcome.kind == kind)
    }
    let limited = LineServer.response(status: "429 Slow", headers: ["Retry-After: 12"], body: "rate_limited")
    let (outcome, _) = try await send(
      { .slack(url: "http://127.0.0.1:\($0)/services/T/B/X") }, answer: .answer(limited))
    #expect(outcome == .temporary("HTTP 429", retryAfter: .seconds(12)))
  }

  @Test func noOutcomeShowsTheAddressOfASlackWebhook() async throws {
    let (outcome, _) = try await send(
      { _ in .slack(url: "http://127.0.0.1:1/services/SECRET") }, answer: ok)
    #expect(outcome.kind == "temporary" && !outcome.evidence.contains("SECRET"))
  }

  @Test func consoleWritesThePage() async {
    let http = OutboundHTTP()
    let written = Written()
    let channel = Channels.make(name: "console", configuration: .console, http: http) { written.add($0) }
    #expect(await channel.send(samplePage(), to: "") == .accepted("shown on the console"))
    #expect(written.text == ConsoleChannel.render(samplePage()))
    await http.shutdown()
  }
}

private final class Written: Sendable {
  private let texts = Mutex("")
  var text: String { texts.withLock { $0 } }
  func add(_ text: String) { texts.withLock { $0 += text } }
}
