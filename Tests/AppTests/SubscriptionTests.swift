import Foundation
import FoundationNetworking
import Incidents
import Testing

@testable import App
@testable import Channels

/// Following the public page by webhook, over a running server: asked for, said back, told by signed messages, left by
/// one click.
@Suite(.timeLimit(.minutes(2))) struct SubscriptionTests {
  private struct Late: Error {}
  private typealias Fields = [String: Any]

  @Test func aWebhookFollowsOnceItSaysTheChallengeBackAndLeavesByOneClick() async throws {
    let receiver = try Receiver()
    defer { receiver.end() }
    try await served(receiver) { server in
      var requests = receiver.requests.makeAsyncIterator()
      try await follow(server, "/one")
      let asked = try #require(await requests.next())
      let secret = try #require(asked.json["secret"] as? String)
      #expect(asked.path == "/one" && isSigned(asked, secret))

      try await publish(server, "Some cannot pay")
      let told = try #require(await requests.next())
      let incident = try #require(told.json["incident"] as? Fields)
      #expect(told.path == "/one" && isSigned(told, secret) && incident["name"] as? String == "Some cannot pay")

      try await follow(server, "/two")
      let other = try #require(await requests.next()?.json["secret"] as? String)
      #expect(other != secret && !isSigned(told, other), "each receiver has a secret of its own")
      let leave = try #require((told.json["meta"] as? Fields)?["unsubscribe"] as? String)
      try await post(leave, "List-Unsubscribe=One-Click")

      // Whoever left is told nothing: the next message goes to the other one alone, and so does the one after it.
      for title in ["Still some", "Nobody can pay"] {
        try await publish(server, title)
        let next = try #require(await requests.next())
        #expect(next.path == "/two" && (next.json["incident"] as? Fields)?["name"] as? String == title)
      }
    }
  }

  // MARK: the server

  private func served(
    _ receiver: Receiver, _ act: @escaping @Sendable (RunningServer) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("following-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let runbook = folder.appendingPathComponent("RUNBOOK.md")
    try Documents.payments.write(to: runbook, atomically: true, encoding: .utf8)
    var options = ServerOptions(
      runbooks: [runbook.path], data: folder.appendingPathComponent("data").path, listen: "127.0.0.1:0",
      console: { _ in }, handlesSignals: false)
    // The form takes no other than https and a name of the net; here it stands for the receiver.
    options.hook = StatusHook(OutboundHTTP()) { [port = receiver.port] in
      $0.replacing("https://hooks.example.org", with: "http://127.0.0.1:\(port)")
    }
    let limit = Task {
      try await Task.sleep(for: .seconds(45))
      receiver.end()
    }
    defer { limit.cancel() }
    let (servers, started) = AsyncStream<RunningServer>.makeStream()
    let running = Task { [options] in
      defer { started.finish() }
      try await Server.run(options) { _ = started.yield($0) }
    }
    for await server in servers {
      do { try await act(server) } catch { Issue.record(error) }
      await server.stop()
    }
    try await running.value
  }

  // MARK: what people and their tools send

  private func follow(_ server: RunningServer, _ path: String) async throws {
    try await post(server.address + "/status/follow", "webhook=https%3A%2F%2Fhooks.example.org" + path)
  }

  /// Opens an incident and tells the world of it.
  private func publish(_ server: RunningServer, _ title: String) async throws {
    let opened = try await api(server, "incidents", ["title": title, "actor": "ana"])
    let name = try #require(opened["name"] as? String)
    let update = ["state": "investigating", "title": title, "text": "We look into it.", "actor": "ana"]
    _ = try await api(server, "incidents/\(name)/publish", update)
  }

  private func api(_ server: RunningServer, _ path: String, _ body: [String: String]) async throws -> Fields {
    let data = try JSONSerialization.data(withJSONObject: body)
    let answer = try await send(
      server.address + "/api/v1/" + path, data,
      ["Authorization": "Bearer \(server.token)", "Content-Type": "application/json"])
    return try #require(try JSONSerialization.jsonObject(with: answer) as? Fields)
  }

  private func post(_ address: String, _ form: String) async throws {
    _ = try await send(address, Data(form.utf8), ["Content-Type": "application/x-www-form-urlencoded"])
  }

  private func send(_ address: String, _ body: Data, _ headers: [String: String]) async throws -> Data {
    var request = URLRequest(url: try #require(URL(string: address)))
    (request.httpMethod, request.httpBody, request.allHTTPHeaderFields) = ("POST", body, headers)
    let (data, answer) = try await URLSession.shared.data(for: request)
    let status = (answer as? HTTPURLResponse)?.statusCode ?? 0
    #expect((200..<300).contains(status), "\(address): \(String(decoding: data, as: UTF8.self))")
    return data
  }

  private func isSigned(_ request: Receiver.Request, _ secret: String) -> Bool {
    guard let id = request.headers["webhook-id"], let seconds = request.headers["webhook-timestamp"] else {
      return false
    }
    let expected = WebhookChannel.signature(id, seconds, Array(request.body), Secret(secret))
    return request.headers["webhook-signature"] == expected
  }
}
