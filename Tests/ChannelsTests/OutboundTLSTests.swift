import Testing

@testable import Channels

/// Requests over TLS to a real server whose authority only the configuration knows.
@Suite(
  .serialized,
  .enabled(
    if: MailServer.python != nil,
    "no Python with aiosmtpd: run script/setup, or set TOCSIN_PYTHON to a Python that has it"))
struct OutboundTLSTests {
  private func send(host: String, trusted: Bool) async throws -> OutboundResult {
    let server = try await MailServer.start(.https)
    defer { server.stop() }
    let http = OutboundHTTP(trustRoots: trusted ? server.trustRoots : nil, limit: patience)
    let request = OutboundRequest(url: "https://\(host):\(server.port)/x", headers: [], body: [0x31])
    let result = await http.send(request)
    await http.shutdown()
    return result
  }

  @Test(arguments: ["localhost", "127.0.0.1"])
  func aTrustedServerIsReachedByNameAndByAddress(_ host: String) async throws {
    let result = try await send(host: host, trusted: true)
    #expect(result == .answered(OutboundAnswer(status: 200, body: Array("ok".utf8), isComplete: true)))
  }

  @Test(arguments: ["localhost", "127.0.0.1"])
  func anUntrustedServerGetsNothing(_ host: String) async throws {
    #expect(try await send(host: host, trusted: false) == .notSent("the server's certificate is not trusted"))
  }
}
