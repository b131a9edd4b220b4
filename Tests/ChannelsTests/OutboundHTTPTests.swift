import Incidents
import NIOCore
import Testing

@testable import Channels

/// Sending over real sockets to a receiver that misbehaves in each way that receivers do.
@Suite struct OutboundHTTPTests {
  private func result(
    from server: LineServer, limit: TimeAmount = patience, headers: [OutboundRequest.Header] = []
  ) async -> OutboundResult {
    let http = OutboundHTTP(limit: limit, now: { testNow })
    let request = OutboundRequest(
      url: "http://127.0.0.1:\(server.port)/hook", headers: headers, body: Array("{}".utf8))
    let result = await http.send(request)
    await http.shutdown()
    await server.stop()
    return result
  }

  private func outcome(from server: LineServer, limit: TimeAmount = patience) async -> DeliveryOutcome {
    await result(from: server, limit: limit).outcome { .accepted($0.statusLine) }
  }

  private func send(to url: String, allowPrivate: Bool = true) async -> OutboundResult {
    let http = OutboundHTTP(allowPrivate: allowPrivate, limit: patience)
    let result = await http.send(OutboundRequest(url: url, headers: [], body: [0x7B, 0x7D]))
    await http.shutdown()
    return result
  }

  @Test(arguments: ["200 OK", "202 Accepted", "204 No Content"])
  func anAnswerInThe200sIsAccepted(_ status: String) async throws {
    let outcome = await outcome(from: try await .http(status: status))
    #expect(outcome == .accepted("HTTP \(status.prefix(3))"))
  }

  @Test(arguments: ["408", "425", "429", "500", "502", "503", "504", "599"])
  func whatMayPassIsTemporary(_ status: String) async throws {
    let outcome = await outcome(from: try await .http(status: "\(status) X", headers: ["Retry-After: 30"]))
    #expect(outcome == .temporary("HTTP \(status)", retryAfter: .seconds(30)))
  }

  @Test(arguments: ["400", "401", "403", "404", "410", "413", "422"])
  func whatWillNotPassIsPermanent(_ status: String) async throws {
    #expect(await outcome(from: try await .http(status: "\(status) X")) == .permanent("HTTP \(status)"))
  }

  @Test(
    arguments: [
      ("Retry-After: Sat, 14 Feb 2026 03:48:10 GMT", 60), ("Retry-After: 999999", 3_600), ("Retry-After: later", nil),
      ("Retry-After: -1", nil), ("X-Other: 1", nil),
    ] as [(String, Int?)])
  func aRateLimitNamesItsTime(_ header: String, _ seconds: Int?) async throws {
    let outcome = await outcome(from: try await .http(status: "429 Slow", headers: [header]))
    #expect(outcome == .temporary("HTTP 429", retryAfter: seconds.map { .seconds($0) }))
  }

  @Test func redirectsAreNotFollowed() async throws {
    let target = try await LineServer.http(status: "200 OK")
    let server = try await LineServer.http(
      status: "302 Found", headers: ["Location: http://127.0.0.1:\(target.port)/"])
    let outcome = await outcome(from: server)
    #expect(outcome == .permanent("HTTP 302, and redirects are not followed"))
    #expect(target.received.all.isEmpty)
    await target.stop()
  }

  @Test func aReceiverThatNeverAnswersLeavesItUnknown() async throws {
    let holds = try await holdsWithGrowingLimits { limit in
      await outcome(from: try await .http(.wait), limit: limit).kind == "unknown"
    }
    #expect(holds)
  }

  @Test func aReceiverThatAcceptsNothingLeavesItTemporary() async throws {
    // TLS never begins, so nothing of the request has left.
    let server = try await LineServer.start { _, _ in .wait }
    let http = OutboundHTTP(limit: .milliseconds(300))
    let result = await http.send(OutboundRequest(url: "https://127.0.0.1:\(server.port)/", headers: [], body: [1]))
    #expect(result.outcome { .accepted($0.statusLine) }.kind == "temporary")
    await http.shutdown()
    await server.stop()
  }

  @Test func aResetAfterReadingLeavesItUnknown() async throws {
    #expect(await outcome(from: try await .http(.reset)).kind == "unknown")
  }

  @Test func aCloseAfterReadingLeavesItUnknown() async throws {
    #expect(await outcome(from: try await .http(.sayAndClose(""))).kind == "unknown")
  }

  @Test func aResetBeforeReadingIsNeverCalledAccepted() async throws {
    let outcome = await outcome(from: try await LineServer.start { _, _ in .reset })
    #expect(["unknown", "temporary"].contains(outcome.kind))
  }

  @Test func anAnswerThatIsNotHTTPLeavesItUnknown() async throws {
    #expect(await outcome(from: try await .http(.sayAndClose("hello\r\n\r\n"))).kind == "unknown")
  }

  @Test func aDrippingAnswerEndsAtTheDeadlineAndItsStatusCounts() async throws {
    let drip = LineServer.Act.drip(
      first: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", then: "1\r\nx\r\n")
    let holds = try await holdsWithGrowingLimits { limit in
      guard case .answered(let answer) = await result(from: try await .http(drip), limit: limit) else { return false }
      return answer.status == 200 && !answer.isComplete
    }
    #expect(holds)
  }

  @Test func anAnswerThatBreaksOffIsKeptAsFarAsItCame() async throws {
    let cut = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nok"
    let result = await result(from: try await .http(.sayAndClose(cut)))
    guard case .answered(let answer) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(answer.status == 200 && !answer.isComplete)
    #expect(SlackAnswer.judge(answer).kind == "unknown")
  }

  @Test func atMost64KiBOfAnAnswerAreRead() async throws {
    let result = await result(from: try await .http(status: "200 OK", body: String(repeating: "x", count: 1_000_000)))
    guard case .answered(let answer) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(answer.body.count == 65_536 && !answer.isComplete)
  }

  @Test func aRefusedConnectionIsTemporary() async throws {
    let server = try await LineServer.start { _, _ in .wait }
    await server.stop()
    let result = await send(to: "http://127.0.0.1:\(server.port)/")
    #expect(result == .notSent("the connection was refused"))
  }

  @Test func aNameWithoutAddressIsTemporary() async throws {
    #expect(await send(to: "http://nobody.invalid/") == .notSent("the name nobody.invalid has no address"))
  }

  @Test func aNameIsPinnedToItsCheckedAddress() async throws {
    let server = try await LineServer.http(status: "200 OK")
    let result = await send(to: "http://localhost:\(server.port)/x")
    #expect(result.outcome { .accepted($0.statusLine) }.kind == "accepted")
    #expect(server.received.all.last?.lowercased().contains("host: localhost") == true)
    await server.stop()
  }

  @Test(arguments: [
    "ftp://example.org/", "file:///etc/passwd", "example.org", "http://", "http:///x", "http://user:pw@127.0.0.1/",
    "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: 1", "http://169.254.169.254/latest", "http://[fe80::1]/",
    "http://[::ffff:169.254.169.254]/", "http://0.0.0.0/", "javascript:alert(1)", "", "http://2852039166/",
  ])
  func addressesThatMustNotBeCalledAreRefused(_ url: String) async {
    let result = await send(to: url)
    #expect(result.outcome { .accepted($0.statusLine) }.kind == "permanent", "\(url): \(result)")
  }

  @Test(arguments: [
    "http://127.0.0.1:1/", "http://10.0.0.1/", "http://localhost:1/", "http://[::1]:1/", "http://127.1/",
  ])
  func privateAddressesAreRefusedWhereTheyAreNotAllowed(_ url: String) async {
    let result = await send(to: url, allowPrivate: false)
    #expect(result.outcome { .accepted($0.statusLine) }.kind == "permanent", "\(url): \(result)")
  }

  @Test func aHeaderWithALineBreakIsNeverSent() async throws {
    let server = try await LineServer.http(status: "200 OK")
    let result = await result(from: server, headers: [.init(name: "X-A", value: "1\r\nX-B: 2")])
    #expect(result == .refused("the header X-A holds a line break or another control character"))
    #expect(server.received.all.isEmpty)
  }

  @Test func aClientThatIsLetGoUnclosedStopsNothing() async throws {
    let server = try await LineServer.http(status: "200 OK")
    for host in ["127.0.0.1", "localhost"] {
      let http = OutboundHTTP(limit: patience)
      _ = await http.send(OutboundRequest(url: "http://\(host):\(server.port)/", headers: [], body: [0x31]))
    }
    await server.stop()
  }

  @Test func aConnectionIsUsedAgain() async throws {
    let server = try await LineServer.http(status: "200 OK")
    let http = OutboundHTTP(limit: patience)
    for _ in 0..<20 {
      let request = OutboundRequest(url: "http://127.0.0.1:\(server.port)/", headers: [], body: [0x31])
      #expect(await http.send(request).outcome { .accepted($0.statusLine) }.kind == "accepted")
    }
    #expect(server.received.all.count == 1)
    await http.shutdown()
    await server.stop()
  }
}
