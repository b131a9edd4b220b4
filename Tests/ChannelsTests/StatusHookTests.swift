import Foundation
import Incidents
import Testing

@testable import Channels

/// Messages to the webhooks of people outside, at a receiver on this machine.
@Suite struct StatusHookTests {
  private static let secret = "whsec_" + Data("sixteen bytes ok".utf8).base64EncodedString()

  private func send(_ answer: String, status: String = "200 OK") async throws -> (StatusHook.Answer, String) {
    let server = try await LineServer.http(.answer(LineServer.response(status: status, body: answer)))
    let hook = StatusHook(OutboundHTTP(limit: patience, now: { testNow }))
    let said = await hook.send(
      Array(#"{"challenge":"c-1"}"#.utf8), key: "confirm 1 2", secret: Self.secret, challenge: "c-1",
      to: "http://127.0.0.1:\(server.port)/hook")
    await hook.shutdown()
    await server.stop()
    return (said, server.received.all.first ?? "")
  }

  @Test func aMessageIsSignedByTheReceiversOwnSecret() async throws {
    let (said, request) = try await send("")
    #expect(said == StatusHook.Answer(outcome: .accepted("HTTP 200")))
    let id = digest("confirm 1 2")
    let expected = WebhookChannel.signature(
      id, "1771040830", Array(#"{"challenge":"c-1"}"#.utf8), Secret(Self.secret))
    #expect(request.contains("webhook-id: \(id)\r\n") && request.contains("webhook-signature: \(expected)\r\n"))
  }

  @Test(arguments: [
    ("c-1", "200 OK", true), (" c-1\n", "201 OK", true), (#"{"challenge":"c-1","more":1}"#, "200 OK", true),
    ("c-2", "200 OK", false), ("c-1", "404 Not Found", false), (#"{"challenge":1}"#, "200 OK", false),
    ("", "200 OK", false), ("c-1" + String(repeating: " ", count: 1_100), "200 OK", false),
  ])
  func onlyTheChallengeItselfConfirms(_ answer: String, _ status: String, _ echoes: Bool) async throws {
    #expect(try await send(answer, status: status).0.echoes == echoes)
  }

  @Test func nothingInsideTheOwnNetworkIsCalled() async throws {
    let server = try await LineServer.http(.answer(LineServer.response(status: "200 OK", body: "c-1")))
    let hook = StatusHook()
    let said = await hook.send(
      [], key: "k", secret: Self.secret, challenge: "c-1", to: "http://127.0.0.1:\(server.port)/hook")
    #expect(said.outcome.kind == "permanent" && !said.echoes && server.received.all.isEmpty)
    await hook.shutdown()
    await server.stop()
  }
}
