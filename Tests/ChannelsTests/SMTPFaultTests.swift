import Incidents
import NIOCore
import Testing

@testable import Channels

/// A mail server on a real socket that misbehaves at a chosen moment.
@Suite struct SMTPFaultTests {
  private func outcome(
    tls: ChannelConfiguration.TLS = .none, limit: TimeAmount = patience, _ script: @escaping LineServer.Script
  ) async throws -> (DeliveryOutcome, LineServer) {
    let server = try await LineServer.start(script)
    let configuration = SMTPConfiguration(host: "127.0.0.1", port: server.port, tls: tls, from: "t@example.org")
    let channel = SMTPChannel(name: "mail", configuration: configuration, now: { testNow }, limit: limit)
    let outcome = await channel.send(samplePage(), to: "ana@example.org")
    await server.stop()
    return (outcome, server)
  }

  /// A server that behaves, apart from what `fault` says to the last command.
  private func script(_ fault: @escaping @Sendable (String) -> LineServer.Act?) -> LineServer.Script {
    { received, _ in
      if let act = fault(received) { return act }
      switch received.prefix(4) {
      case "": return .say("220 test\r\n")
      case "EHLO": return received.hasSuffix("\r\n") ? .answer("250-test\r\n250 8BITMIME\r\n") : .wait
      case "MAIL", "RCPT": return .answer("250 ok\r\n")
      case "DATA": return .answer("354 go\r\n")
      case "QUIT": return .sayAndClose("221 bye\r\n")
      default: return received.hasSuffix("\r\n.\r\n") ? .answer("250 queued\r\n") : .wait
      }
    }
  }

  @Test func withoutAFaultTheMailIsAccepted() async throws {
    let (outcome, server) = try await outcome(script { _ in nil })
    #expect(outcome == .accepted("250 queued"))
    #expect(server.received.all.first?.contains("EHLO [127.0.0.1]\r\n") == true)
  }

  @Test(arguments: ["", "EHLO", "MAIL", "RCPT", "DATA"])
  func aConnectionLostBeforeTheFinalDotIsTemporary(_ moment: String) async throws {
    for act in [LineServer.Act.reset, .sayAndClose("")] {
      let (outcome, _) = try await outcome(
        script { $0.hasPrefix(moment) && ($0.isEmpty == moment.isEmpty) ? act : nil })
      #expect(outcome.kind == "temporary")
    }
  }

  @Test func aConnectionLostAfterTheFinalDotIsUnknown() async throws {
    for act in [LineServer.Act.reset, .sayAndClose(""), .sayAndClose("25")] {
      let (outcome, _) = try await outcome(script { $0.hasSuffix("\r\n.\r\n") ? act : nil })
      #expect(outcome.kind == "unknown")
    }
  }

  @Test func silenceEndsAtTheDeadline() async throws {
    let (before, _) = try await outcome(limit: .seconds(1), script { $0.hasPrefix("MAIL") ? .wait : nil })
    let (mute, _) = try await outcome(limit: .milliseconds(300)) { _, _ in .wait }
    #expect(before.kind == "temporary" && mute.kind == "temporary")
    let holds = try await holdsWithGrowingLimits { limit in
      try await outcome(limit: limit, script { $0.hasSuffix("\r\n.\r\n") ? .wait : nil }).0.kind == "unknown"
    }
    #expect(holds)
  }

  @Test func aServerThatIsNoMailServerIsTemporary() async throws {
    let (chatter, _) = try await outcome { _, _ in .say("HTTP/1.1 400 Bad Request\r\n\r\n") }
    let (endless, _) = try await outcome { _, _ in .say(String(repeating: "2", count: 100_000)) }
    #expect(chatter.kind == "temporary" && endless.kind == "temporary")
  }

  @Test func whatIsPutBehindTheAnswerToSTARTTLSIsNotTakenForTheServers() async throws {
    let holds = try await holdsWithGrowingLimits { limit in
      let (outcome, server) = try await outcome(tls: .starttls, limit: limit) { received, _ in
        switch received.prefix(4) {
        case "": .say("220 test\r\n")
        case "EHLO": .answer("250-test\r\n250 STARTTLS\r\n")
        case "STAR": .answer("220 go\r\n250-forged\r\n250 AUTH PLAIN\r\n250 ok\r\n")
        default: .wait
        }
      }
      // Only the TLS handshake follows; no command in the clear.
      let said = server.received.all.first ?? ""
      #expect(outcome.kind == "temporary" && !said.contains("MAIL") && said.split(separator: "EHLO").count <= 2)
      return said.contains("STARTTLS\r\n\u{16}\u{3}")
    }
    #expect(holds)
  }

  @Test func nobodyListeningIsTemporary() async throws {
    let server = try await LineServer.start { _, _ in .wait }
    await server.stop()
    let configuration = SMTPConfiguration(host: "127.0.0.1", port: server.port, tls: .none, from: "t@example.org")
    let channel = SMTPChannel(name: "mail", configuration: configuration)
    #expect(await channel.send(samplePage(), to: "ana@example.org").kind == "temporary")
  }

  @Test func anAddressWithALineBreakIsNeverSent() async throws {
    let configuration = SMTPConfiguration(host: "127.0.0.1", port: 1, tls: .none, from: "t@example.org")
    let channel = SMTPChannel(name: "mail", configuration: configuration)
    #expect(await channel.send(samplePage(), to: "a@b.c>\r\nDATA").kind == "permanent")
  }

  @Test func missingCertificateFilesAreNamedAtOnce() async throws {
    let configuration = SMTPConfiguration(
      host: "127.0.0.1", port: 1, tls: .implicit, from: "t@example.org", trustRoots: "/nonexistent/roots.pem")
    let channel = SMTPChannel(name: "mail", configuration: configuration)
    #expect(await channel.send(samplePage(), to: "a@b.c").kind == "permanent")
  }
}
