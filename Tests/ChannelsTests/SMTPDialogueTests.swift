import Incidents
import Testing

@testable import Channels

/// Each turn of the conversation with a mail server, without a network.
@Suite struct SMTPDialogueTests {
  private func dialogue(
    tls: ChannelConfiguration.TLS = .none, username: String? = nil, isLoopback: Bool = false
  ) throws -> SMTPDialogue {
    let configuration = SMTPConfiguration(
      host: "mail.example.org", port: 25, tls: tls, from: "t@example.org", username: username,
      password: username.map { _ in Secret("pass") })
    let address = try #require(MailAddress("t@example.org"))
    var dialogue = SMTPDialogue(configuration: configuration, from: address, to: address, mail: Array("x\r\n".utf8))
    dialogue.isLoopback = isLoopback
    return dialogue
  }

  private func reply(_ code: Int, _ lines: String...) -> SMTPReply { SMTPReply(code: code, lines: lines) }

  @Test func aMailGoesThrough() throws {
    var dialogue = try dialogue()
    #expect(dialogue.receive(reply(220, "hello")) == .command("EHLO localhost"))
    #expect(dialogue.receive(reply(250, "mail", "SIZE 1000")) == .command("MAIL FROM:<t@example.org>"))
    #expect(dialogue.receive(reply(250, "ok")) == .command("RCPT TO:<t@example.org>"))
    #expect(dialogue.receive(reply(250, "ok")) == .command("DATA"))
    #expect(dialogue.receive(reply(354, "go")) == .mail(Array("x\r\n.\r\n".utf8)))
    #expect(dialogue.receive(reply(250, "2.0.0 queued as 7")) == .finish(.accepted("250 2.0.0 queued as 7")))
  }

  @Test func withoutSTARTTLSNothingIsSentInTheClear() throws {
    var dialogue = try dialogue(tls: .starttls, username: "u", isLoopback: true)
    _ = dialogue.receive(reply(220, "hello"))
    guard case .finish(.permanent(let reason)) = dialogue.receive(reply(250, "mail", "AUTH PLAIN")) else {
      Issue.record("went on without TLS")
      return
    }
    #expect(reason.contains("no STARTTLS"))
  }

  @Test func aPasswordIsNotSentInTheClearToAnotherMachine() throws {
    var remote = try dialogue(username: "u")
    _ = remote.receive(reply(220, "hello"))
    guard case .finish(.permanent) = remote.receive(reply(250, "mail", "AUTH PLAIN")) else {
      Issue.record("sent the password in the clear")
      return
    }
    var local = try dialogue(username: "u", isLoopback: true)
    _ = local.receive(reply(220, "hello"))
    #expect(local.receive(reply(250, "mail", "AUTH LOGIN PLAIN")) == .command("AUTH PLAIN AHUAcGFzcw=="))
  }

  @Test func loginIsSpokenWherePlainIsNotOffered() throws {
    var dialogue = try dialogue(username: "u", isLoopback: true)
    _ = dialogue.receive(reply(220, "hello"))
    #expect(dialogue.receive(reply(250, "mail", "auth login cram-md5")) == .command("AUTH LOGIN"))
    #expect(dialogue.receive(reply(334, "VXNlcm5hbWU6")) == .command("dQ=="))
    #expect(dialogue.receive(reply(334, "UGFzc3dvcmQ6")) == .command("cGFzcw=="))
    #expect(dialogue.receive(reply(235, "ok")) == .command("MAIL FROM:<t@example.org>"))
  }

  @Test func aServerWithoutAWayToSignInIsRefused() throws {
    var dialogue = try dialogue(username: "u", isLoopback: true)
    _ = dialogue.receive(reply(220, "hello"))
    #expect(
      dialogue.receive(reply(250, "mail", "AUTH CRAM-MD5"))
        == .finish(.permanent("the mail server offers neither AUTH PLAIN nor AUTH LOGIN")))
  }

  @Test func afterTLSTheIntroductionIsRepeated() throws {
    var dialogue = try dialogue(tls: .starttls)
    _ = dialogue.receive(reply(220, "hello"))
    #expect(dialogue.receive(reply(250, "mail", "STARTTLS")) == .command("STARTTLS"))
    #expect(dialogue.receive(reply(220, "go")) == .startTLS)
    #expect(dialogue.secured() == .command("EHLO localhost"))
    #expect(dialogue.receive(reply(250, "mail")) == .command("MAIL FROM:<t@example.org>"))
  }

  @Test(arguments: 0..<6)
  func refusalsSayWhetherToTryAgain(_ turn: Int) throws {
    let good = [reply(220, "a"), reply(250, "b"), reply(250, "c"), reply(250, "d"), reply(354, "e")]
    for (code, expected) in [(451, "temporary"), (421, "temporary"), (550, "permanent"), (554, "permanent")] {
      var dialogue = try dialogue()
      for reply in good.prefix(turn) { _ = dialogue.receive(reply) }
      guard case .finish(let outcome) = dialogue.receive(reply(code, "because")) else {
        Issue.record("went on after \(code)")
        continue
      }
      #expect(outcome.kind == expected && outcome.evidence == "\(code) because")
    }
  }

  @Test func onlyAfterTheFinalDotIsTheOutcomeUnknown() throws {
    var dialogue = try dialogue()
    for code in [220, 250, 250, 250, 354] {
      #expect(dialogue.interrupted("lost").kind == "temporary")
      _ = dialogue.receive(reply(code, ""))
    }
    #expect(dialogue.interrupted("lost") == .unknown("lost"))
  }

  @Test func randomRepliesAlwaysEndTheDialogueOrContinueIt() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      var dialogue = try dialogue(
        tls: Bool.random(using: &generator) ? .starttls : .none, username: "u", isLoopback: true)
      for _ in 0..<20 {
        let code = [220, 250, 334, 354, 235, 421, 500, 0, 999].randomElement(using: &generator) ?? 0
        if case .finish = dialogue.receive(reply(code, "STARTTLS", "AUTH PLAIN")) { break }
      }
    }
  }
}
