import Incidents
import Testing

@testable import Channels

/// What each channel sends, as text that a reader can judge; the files stand in `Golden`.
@Suite struct RenderingTests {
  private let awkward = samplePage {
    $0.title = "Zahlung hängt: <!channel> & \u{1B}[31mrot\u{1B}[0m"
    $0.summary = "決済サービスの応答が遅い\r\nX-Injected: 1 " + String(repeating: "lang ", count: 30)
    $0.person = "Zoë Müller"
    $0.severity = "SEV 1"
    $0.severityLabel = ""
    $0.severityRank = 1
    $0.reason = .first
    $0.line = nil
    $0.mayBeRepeat = true
    $0.demo = "Demo: one minute passes each second."
    $0.acknowledgeURL = "https://tocsin.example.net/ack/" + String(repeating: "k", count: 60)
  }

  private let resolved = samplePage {
    $0.reason = .resolved
    $0.next = ""
    $0.why = "You answered this incident"
  }

  @Test func console() throws {
    try expectGolden(ConsoleChannel.render(samplePage()), "console-page.txt")
    try expectGolden(ConsoleChannel.render(awkward), "console-awkward.txt")
    try expectGolden(ConsoleChannel.render(resolved), "console-resolved.txt")
  }

  @Test func everyLineOfTheFrameIsSixtyColumnsWide() {
    for page in [samplePage(), awkward, resolved] {
      let lines = ConsoleChannel.render(page).split(separator: "\n").filter { !$0.contains("://") }
      #expect(lines.allSatisfy { displayWidth($0) == 60 })
    }
  }

  @Test func webhook() throws {
    let secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    for (page, name) in [(samplePage(), "webhook-page.txt"), (awkward, "webhook-awkward.txt")] {
      let request = WebhookChannel.render(
        page, to: "ops", url: "https://hooks.example.net/pages", secret: secret, now: testNow)
      try expectGolden(described(request), name)
    }
  }

  @Test func webhookWithoutASecretIsUnsigned() {
    let request = WebhookChannel.render(samplePage(), to: "", url: "https://h.example", secret: nil, now: testNow)
    #expect(!request.headers.contains { $0.name == "webhook-signature" })
  }

  @Test func signatureIsThatOfTheSpecification() {
    // The example of the Standard Webhooks libraries.
    let signature = WebhookChannel.signature(
      "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Array(#"{"test": 2432232314}"#.utf8),
      Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test func aKeyThatNoHeaderTakesBecomesItsDigest() {
    let odd = samplePage { $0.key = "1.2\r\nX: y" }
    let request = WebhookChannel.render(odd, to: "", url: "https://h.example", secret: nil, now: testNow)
    let id = request.headers.first { $0.name == "webhook-id" }?.value ?? ""
    #expect(id.utf8.count == 32 && id.allSatisfy(\.isHexDigit))
    #expect(request.headers.contains { $0.name == "Idempotency-Key" && $0.value == id })
  }

  @Test func ntfy() throws {
    let token = Secret("tk_secret")
    for (page, name) in [
      (samplePage(), "ntfy-page.txt"), (awkward, "ntfy-awkward.txt"), (resolved, "ntfy-resolved.txt"),
    ] {
      let request = NtfyChannel.render(page, topic: "oncall-ana", server: "https://ntfy.example.net/", token: token)
      try expectGolden(described(try #require(request)), name)
    }
  }

  @Test(arguments: ["", "a/b", "../x", "ä", "a b", "a?x=1", String(repeating: "x", count: 65)])
  func ntfyRefusesWhatIsNoTopic(_ topic: String) {
    #expect(NtfyChannel.render(samplePage(), topic: topic, server: "https://n.example", token: nil) == nil)
  }

  @Test func slack() throws {
    for (page, name) in [
      (samplePage(), "slack-page.txt"), (awkward, "slack-awkward.txt"), (resolved, "slack-resolved.txt"),
    ] {
      try expectGolden(described(SlackChannel.render(page, url: Secret("https://hooks.slack.example/T0/B0"))), name)
    }
  }

  @Test func mail() throws {
    let from = try #require(MailAddress("Tocsin <tocsin@example.org>"))
    let to = try #require(MailAddress("ana@example.org"))
    for (page, name) in [(samplePage(), "mail-page.eml"), (awkward, "mail-awkward.eml")] {
      let bytes = MailMessage.render(page, from: from, to: to, now: testNow)
      let text = String(decoding: bytes, as: UTF8.self)
      try expectGolden(text.replacing("\r\n", with: "\n"), name)
      #expect(text.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count <= 78 })
      #expect(!text.replacing("\r\n", with: "").contains { $0.isNewline })
    }
  }

  @Test func anUnexpectedTextNeverAddsAHeaderOrALine() throws {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "\r\n", "\n", "\r", "\0", "\u{2028}", "Bcc: x@y.z", "é", "=?UTF-8?Q?x?=", "\u{1B}[2J", ".", "\u{202E}", "a",
    ]
    func noise() -> String {
      (0..<Int.random(in: 0...30, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined()
    }
    let from = try #require(MailAddress("t@example.org"))
    for _ in 0..<200 {
      let page = samplePage {
        $0.title = noise()
        $0.summary = noise()
        $0.incident = noise()
        $0.why = noise()
        $0.severity = noise()
        $0.person = noise()
        $0.key = noise()
      }
      let mail = String(decoding: MailMessage.render(page, from: from, to: from, now: testNow), as: UTF8.self)
      let head = mail[..<(mail.firstRange(of: "\r\n\r\n")?.lowerBound ?? mail.endIndex)]
      #expect(head.split(separator: "\r\n").filter { !$0.hasPrefix(" ") }.count == 12)
      #expect(!mail.utf8.contains(0))
      #expect(!ConsoleChannel.render(page).contains("\u{1B}"))
      for request in [
        NtfyChannel.render(page, topic: "t", server: "https://n.example", token: nil),
        WebhookChannel.render(page, to: noise(), url: "https://h.example", secret: Secret("s"), now: testNow),
      ].compactMap({ $0 }) {
        #expect(request.headers.allSatisfy { $0.value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
      }
    }
  }
}
