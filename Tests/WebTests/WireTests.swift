import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Web

/// Alerts on the short way, and what goes on to the router instead.
@Suite struct WireTests {
  private static let key = "0123456789abcdef0123456789abcdef"

  private static func event(_ dedup: String, severity: String = "critical") -> String {
    """
    {"routing_key":"\(key)","event_action":"trigger","dedup_key":"\(dedup)","payload":{"summary":"HTTP 502",\
    "source":"monitor","severity":"\(severity)"}}
    """
  }

  private static func post(_ uri: String, _ body: String, _ more: HTTPHeaders = [:]) -> [HTTPServerRequestPart] {
    var headers: HTTPHeaders = ["host": "here", "content-length": "\(body.utf8.count)"]
    headers.add(contentsOf: more)
    let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: uri, headers: headers)
    return [.head(head), .body(ByteBuffer(string: body)), .end(nil)]
  }

  /// What left the connection: status and body of each answer, in order.
  private static func answers(_ channel: EmbeddedChannel) throws -> [String] {
    var bytes = ""
    while case .byteBuffer(let part)? = try channel.readOutbound(as: IOData.self) { bytes += String(buffer: part) }
    return bytes.split(separator: "HTTP/1.1 ").map { answer in
      let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1)
      let body = parts.count > 1 ? " " + parts[1] : ""
      #expect(parts[0].hasSuffix("content-length: \(max(0, body.utf8.count - 1))") || body.isEmpty)
      return answer.prefix(3) + body
    }
  }

  private static func routed(_ channel: EmbeddedChannel) throws -> [String] {
    var found: [String] = []
    while let part = try channel.readInbound(as: HTTPServerRequestPart.self) {
      switch part {
      case .head(let head): found.append(head.uri)
      case .body(let bytes): found[found.count - 1] += " " + String(buffer: bytes)
      case .end: break
      }
    }
    return found
  }

  /// Counts how often the router was told to look.
  private final class Told: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    var complete = 0
    func channelReadComplete(context: ChannelHandlerContext) { complete += 1 }
  }

  private func site(_ harbour: Harbour) async throws -> Site {
    try harbour.makeKey(Self.key)
    let site = Site(harbour.context())
    try await site.keys.refresh()
    return site
  }

  /// Without a pause from here on: such a channel stays on its thread.
  private func wire(_ site: Site) throws -> EmbeddedChannel {
    let patience = Patience()
    let channel = EmbeddedChannel(handlers: [patience, HTTPResponseEncoder(), IntakeWire(patience) { site }])
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 9)).wait()
    return channel
  }

  private func send(_ parts: [HTTPServerRequestPart], _ channel: EmbeddedChannel) throws {
    for part in parts { try channel.writeInbound(part) }
    channel.embeddedEventLoop.run()
  }

  @Test func aPlainAlertIsAnsweredWithoutTheRouterInTheRoutersWords() async throws {
    let harbour = try await Harbour()
    let channel = try wire(try await site(harbour))
    try send(Self.post("/v2/enqueue", Self.event("a")), channel)
    #expect(
      try Self.answers(channel) == [#"202 {"status":"success","message":"Event processed","dedup_key":"a"}"#])
    try send(Self.post("/am/\(Self.key)/api/v2/alerts", #"[{"labels":{"alertname":"Down"}}]"#), channel)
    try send(
      Self.post("/api/v2/alerts", #"[{"labels":{"alertname":"Down"}}]"#, ["authorization": "Bearer \(Self.key)"]),
      channel)
    #expect(try Self.answers(channel) == ["200", "200"])
    #expect(harbour.acts.calls == ["offer 1", "offer 1", "offer 1"])
    #expect(try Self.routed(channel).isEmpty)
  }

  @Test(arguments: [
    ("/v2/enqueue", event("a", severity: "loud"), [:]), ("/v2/enqueue?x=1", event("a"), [:]),
    ("/v2/enqueue", event("a").replacing("0123", with: "9999"), [:]), ("/v2/enqueue", "{", [:]),
    ("/v2/enqueue", event("a"), ["content-encoding": "gzip"]), ("/v2/enqueue", event("a"), ["expect": "100-continue"]),
    ("/v2/enqueue", event("a"), ["connection": "close"]), ("/api/v2/alerts", "[]", [:]),
    ("/am/%2e%2e/api/v2/alerts", #"[{"labels":{"a":"b"}}]"#, [:]),
    ("/integrations/v1/alertmanager/\(key)/", #"{"alerts":[]}"#, [:]),
  ])
  func whateverIsNotPlainGoesOnToTheRouterWhole(_ uri: String, _ body: String, _ more: [String: String]) async throws {
    let harbour = try await Harbour()
    let channel = try wire(try await site(harbour))
    try send(Self.post(uri, body, HTTPHeaders(more.map { ($0.key, $0.value) })), channel)
    #expect(try Self.routed(channel) == ["\(uri) \(body)"])
    #expect(try Self.answers(channel).isEmpty && harbour.acts.calls.isEmpty)
  }

  @Test func whatCannotBeKeptIsToldByTheRouter() async throws {
    let harbour = try await Harbour()
    let channel = try wire(try await site(harbour))
    harbour.acts.refusal.withLock { $0 = .unavailable("no disk") }
    try send(Self.post("/v2/enqueue", Self.event("a")), channel)
    #expect(try Self.routed(channel) == ["/v2/enqueue \(Self.event("a"))"])
  }

  @Test func answersKeepTheOrderOfTheirRequests() async throws {
    let harbour = try await Harbour()
    let channel = try wire(try await site(harbour))
    let told = Told()
    try channel.pipeline.syncOperations.addHandler(told)
    let page = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/healthz", headers: ["host": "here"])
    // The alert comes while the router still has a request: it goes the same way, behind it.
    try send([.head(page), .end(nil)] + Self.post("/v2/enqueue", Self.event("late")), channel)
    #expect(try Self.routed(channel) == ["/healthz", "/v2/enqueue \(Self.event("late"))"])
    for _ in 0..<2 {
      let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: ["content-length": "0"])
      try channel.writeOutbound(HTTPServerResponsePart.head(head))
      try channel.writeOutbound(HTTPServerResponsePart.end(nil))
    }
    _ = try Self.answers(channel)
    // Two alerts and a page at one go: the page reaches the router after both answers.
    told.complete = 0
    for part in Self.post("/v2/enqueue", Self.event("a")) + Self.post("/v2/enqueue", Self.event("b"))
      + [.head(page), .end(nil)]
    { channel.pipeline.syncOperations.fireChannelRead(NIOAny(part)) }
    #expect(try Self.routed(channel).isEmpty)
    channel.embeddedEventLoop.run()
    #expect(try Self.answers(channel).map { $0.contains(#""a""#) } == [true, false])
    #expect(try Self.routed(channel) == ["/healthz"])
    #expect(told.complete > 0)
  }

  @Test func aSlowSenderIsLetGoAndAWaitingReaderIsNot() throws {
    for (uri, after, isOpen) in [("", 9, true), ("", 16, false), ("/live", 3_600, true)] as [(String, Int64, Bool)] {
      let (channel, patience) = (EmbeddedChannel(), Patience())
      try channel.pipeline.syncOperations.addHandler(patience)
      try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 9)).wait()
      try channel.writeInbound(ByteBuffer(string: "GET /live HT"))
      if !uri.isEmpty {
        patience.headCame()
        patience.requestEnded()
      }
      for _ in 0..<after {
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        // A byte now and then does not help.
        if channel.isActive { try channel.writeInbound(ByteBuffer(string: "T")) }
      }
      #expect(channel.isActive == isOpen, "\(uri) after \(after) s")
    }
  }

  @Test func aConnectionWithoutARequestIsClosedAfterAMinute() throws {
    let channel = EmbeddedChannel(handler: Patience())
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 9)).wait()
    channel.embeddedEventLoop.advanceTime(by: .seconds(55))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(11))
    #expect(!channel.isActive)
  }
}
