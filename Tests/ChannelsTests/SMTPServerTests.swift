import Foundation
import Incidents
import Testing

@testable import Channels

/// Mail through a real server, over each way to secure it.
@Suite(
  .serialized,
  .enabled(
    if: MailServer.python != nil,
    "no Python with aiosmtpd: run script/setup, or set TOCSIN_PYTHON to a Python that has it"))
struct SMTPServerTests {
  private func send(
    _ server: MailServer, tls: ChannelConfiguration.TLS, host: String = "localhost", username: String? = "ana",
    password: String = "pässword", trusted: Bool = true, to: String = "ana@example.org"
  ) async -> DeliveryOutcome {
    let configuration = SMTPConfiguration(
      host: host, port: server.port, tls: tls, from: "Tocsin <tocsin@example.org>", username: username,
      password: username.map { _ in Secret(password) }, trustRoots: trusted ? server.trustRoots : nil)
    let channel = SMTPChannel(name: "mail", configuration: configuration, now: { testNow }, limit: patience)
    let page = samplePage {
      $0.title = "Zahlung hängt"
      $0.summary = ".eine Zeile mit Punkt"
    }
    return await channel.send(page, to: to)
  }

  @Test(arguments: ["localhost", "127.0.0.1"])
  func overSTARTTLS(_ host: String) async throws {
    let server = try await MailServer.start(.starttls)
    defer { server.stop() }
    #expect(await send(server, tls: .starttls, host: host) == .accepted("250 2.0.0 kept as 1"))
    let mail = try #require(try server.mails().first)
    #expect(mail.hasPrefix("X-Envelope: tocsin@example.org ana@example.org ana tls\r\n"))
    #expect(mail.contains("\r\n.eine Zeile mit Punkt\r\n"))
  }

  @Test func overImplicitTLS() async throws {
    let server = try await MailServer.start(.implicit)
    defer { server.stop() }
    #expect(await send(server, tls: .implicit) == .accepted("250 2.0.0 kept as 1"))
    #expect(try server.mails().first?.hasPrefix("X-Envelope: tocsin@example.org ana@example.org ana tls\r\n") == true)
  }

  @Test func byAUTHLOGINWherePLAINIsNotOffered() async throws {
    let server = try await MailServer.start(.starttls, ways: ["LOGIN"])
    defer { server.stop() }
    #expect(await send(server, tls: .starttls) == .accepted("250 2.0.0 kept as 1"))
    #expect(try server.mails().first?.contains(" ana tls\r\n") == true)
  }

  @Test func inTheClearOnThisMachine() async throws {
    let server = try await MailServer.start(.plain)
    defer { server.stop() }
    #expect(await send(server, tls: .none, username: nil).kind == "accepted")
    #expect(await send(server, tls: .none).kind == "accepted")
    #expect(try server.mails().map { $0.contains(" - clear\r\n") } == [true, false])
  }

  @Test func aServerWithoutSTARTTLSGetsNothing() async throws {
    let server = try await MailServer.start(.plain)
    defer { server.stop() }
    #expect(await send(server, tls: .starttls).kind == "permanent")
    #expect(try server.mails().isEmpty)
  }

  @Test func aCertificateThatIsNotTrustedGetsNothing() async throws {
    for mode in [MailServer.Mode.starttls, .implicit] {
      let server = try await MailServer.start(mode)
      defer { server.stop() }
      let outcome = await send(server, tls: mode == .implicit ? .implicit : .starttls, trusted: false)
      #expect(outcome == .temporary("the server's certificate is not trusted", retryAfter: nil))
      #expect(try server.mails().isEmpty)
    }
  }

  @Test func aWrongPasswordIsPermanentAndNotShown() async throws {
    let server = try await MailServer.start(.starttls)
    defer { server.stop() }
    let outcome = await send(server, tls: .starttls, password: "wrong-one")
    #expect(outcome.kind == "permanent" && outcome.evidence.hasPrefix("535"))
    #expect(!outcome.evidence.contains("wrong-one"))
  }

  @Test func refusedRecipientsSayWhetherToTryAgain() async throws {
    let server = try await MailServer.start(.starttls)
    defer { server.stop() }
    #expect(await send(server, tls: .starttls, to: "nobody@example.org") == .permanent("550 5.1.1 no such person"))
    let full = await send(server, tls: .starttls, to: "full@example.org")
    #expect(full == .temporary("452 4.2.2 mailbox full", retryAfter: nil))
  }

  @Test func repeatedAttemptsAreOneMailAndOneThread() async throws {
    let server = try await MailServer.start(.starttls)
    defer { server.stop() }
    for _ in 0..<2 { _ = await send(server, tls: .starttls) }
    let mails = try server.mails()
    let identifiers = mails.map { $0.split(separator: "\r\n").filter { $0.hasPrefix("Message-ID:") } }
    #expect(mails.count == 2 && identifiers[0] == identifiers[1] && identifiers[0].count == 1)
  }

  /// Python's mail parser, which many tools share, sees the text that was meant.
  @Test func aMailReaderSeesTheText() async throws {
    let server = try await MailServer.start(.starttls)
    defer { server.stop() }
    _ = await send(server, tls: .starttls)
    let reader = Process()
    reader.executableURL = URL(filePath: try #require(MailServer.python))
    reader.arguments = [
      "-c",
      """
      import sys, email, email.policy
      mail = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
      sys.stdout.buffer.write((mail["subject"] + "|" + str(mail.defects) + "|" + mail.get_content()).encode())
      """, server.folder.appending(path: "0001.eml").path,
    ]
    let output = Pipe()
    reader.standardOutput = output
    try reader.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.hasPrefix("Escalated: [P0 Critical] Zahlung hängt (INC-2026-02-14-01)|[]|Escalated:"))
    #expect(text.contains(".eine Zeile mit Punkt"))
    #expect(text.contains("Acknowledge: http://127.0.0.1:8080/ack/q7Rk2"))
  }
}
