import Incidents
import Testing

@testable import Channels

/// The small pure parts that channels share.
@Suite struct PartsTests {
  @Test func aSecretNeverShows() {
    let secret = Secret("hunter2")
    var dumped = ""
    dump(ChannelConfiguration.webhook(url: "https://h", secret: secret), to: &dumped)
    dump(ChannelConfiguration.smtp(host: "h", port: 25, tls: .none, from: "f", password: "hunter2"), to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), dumped, "\(ChannelConfiguration.slack(url: secret))"] {
      #expect(!text.contains("hunter2"))
    }
    #expect(secret.reveal() == "hunter2")
    #expect(!(secret is any Encodable))
  }

  @Test(arguments: [
    ("0", 0), ("120", 120), ("  7", 7), ("3600", 3_600), ("86400", 3_600), ("99999999999", 3_600),
    ("Sat, 14 Feb 2026 03:48:10 GMT", 60), ("Fri, 13 Feb 2026 03:48:10 GMT", 0),
    ("Sun, 14 Feb 2027 03:48:10 GMT", 3_600),
  ])
  func retryAfterIsReadInBothForms(_ text: String, _ seconds: Int) {
    #expect(RetryAfter.read(text, now: testNow) == .seconds(seconds))
  }

  @Test(arguments: [
    "", "soon", "-5", "1.5", "99999999999999999999", "1e3", "Sat, 14 Feb 2026", "Sat, 99 Feb 2026 03:48:10 GMT",
    "Sat, 14 Fev 2026 03:48:10 GMT", "Sat, 14 Feb 2026 25:48:10 GMT", "Sat, 14 Feb 2026 03:48:10 CET", "é",
  ])
  func retryAfterIgnoresNonsense(_ text: String) { #expect(RetryAfter.read(text, now: testNow) == nil) }

  @Test(arguments: [
    ("93.184.215.14", IPAddress.Kind.anywhere), ("2606:4700::1111", .anywhere), ("127.0.0.1", .loopback),
    ("127.8.9.1", .loopback), ("::1", .loopback), ("::ffff:127.0.0.1", .loopback), ("10.1.2.3", .inside),
    ("172.16.0.1", .inside), ("172.32.0.1", .anywhere), ("192.168.1.1", .inside), ("100.64.0.1", .inside),
    ("fd12::1", .inside), ("169.254.169.254", .forbidden), ("::ffff:169.254.169.254", .forbidden),
    ("64:ff9b::a9fe:a9fe", .forbidden), ("2002:a9fe:a9fe::1", .forbidden), ("fe80::1", .forbidden),
    ("febf::1", .forbidden), ("0.0.0.0", .forbidden), ("::", .forbidden), ("224.0.0.1", .forbidden),
    ("255.255.255.255", .forbidden), ("ff02::1", .forbidden), ("fd00:ec2::254", .forbidden),
    ("100.100.100.200", .forbidden), ("::10.0.0.1", .inside),
  ])
  func addressesAreJudgedByWhatTheyReach(_ text: String, _ kind: IPAddress.Kind) {
    #expect(IPAddress(text)?.kind == kind)
  }

  @Test(arguments: ["bo@example.org", "Bo <bo@example.org>", "\"Bo L.\" <bo+tag@mail.example.org>", "<b@e>"])
  func takesMailAddresses(_ text: String) { #expect(MailAddress(text) != nil) }

  @Test(arguments: [
    "", "bo", "@example.org", "bo@", "bo@example.org\r\nRCPT TO:<x@y.z>", "bo @example.org", "bo@exa mple.org",
    "bo@example.org>", "a@b@c", "bö@example.org", "Bo\r\n <bo@example.org>", "bo@example.org, x@y.z", "-o@example.org",
    "bo@-example.org", "<>", "Bo <>", "bo@.example.org", "bo..b@example.org",
  ])
  func refusesWhatIsNoMailAddress(_ text: String) { #expect(MailAddress(text) == nil) }

  @Test func encodedWordsDecodeToTheText() throws {
    #expect(encodedWord("plain text") == "plain text")
    #expect(encodedWord("é") == "=?UTF-8?B?w6k=?=")
    let long = encodedWord(String(repeating: "決済", count: 40), separator: "|").split(separator: "|")
    #expect(long.count > 1 && long.allSatisfy { $0.utf8.count <= 75 })
    #expect(encodedWord("=?UTF-8?Q?forged?=").hasPrefix("=?UTF-8?B?"))
  }

  @Test func quotedPrintableKeepsItsLinesShort() {
    let text = QuotedPrintable.encode(lines: [String(repeating: "é= ", count: 40), "end "])
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasSuffix(" ") })
    #expect(lines.last == "end=20")
  }

  @Test func dotsAreStuffed() {
    func stuffed(_ text: String) -> String { String(decoding: SMTPDialogue.stuffed(Array(text.utf8)), as: UTF8.self) }
    #expect(stuffed(".a\r\n..b\r\nc.\r\n") == "..a\r\n...b\r\nc.\r\n.\r\n")
    #expect(stuffed("no end") == "no end\r\n.\r\n")
    #expect(stuffed("") == ".\r\n")
  }

  @Test func repliesAreReadFromAnyPieces() throws {
    let text = "220-first\r\n220 mail\r\n250-A\n250-B\r\n250 C\r\n354\r\n"
    for size in 1...7 {
      var reader = SMTPReplyReader()
      var replies: [SMTPReply] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        replies += try reader.read(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      #expect(replies.map(\.code) == [220, 250, 354])
      #expect(replies[1].lines == ["A", "B", "C"])
    }
  }

  @Test func randomRepliesNeverTrap() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<2_000 {
      var reader = SMTPReplyReader()
      let noise = (0..<40).map { _ in "0123459 -\r\nABé\0".utf8.randomElement(using: &generator) ?? 0 }
      do { _ = try reader.read(noise) } catch { continue }
    }
    var reader = SMTPReplyReader()
    #expect(throws: SMTPReplyReader.Malformed.self) { try reader.read([UInt8](repeating: 0x32, count: 70_000)) }
  }

  @Test(arguments: [
    ("ok", "accepted"), ("", "accepted"), ("{\"ok\":true}", "accepted"), ("invalid_payload", "permanent"),
    ("{\"ok\":false,\"error\":\"channel_not_found\"}", "permanent"),
    ("{\"ok\":false,\"error\":\"ratelimited\"}", "temporary"), ("<html>sign in</html>", "permanent"),
    ("{\"ok\":false}", "permanent"), ("[1]", "permanent"),
  ])
  func slackSaysMoreThanItsStatus(_ body: String, _ kind: String) {
    let outcome = SlackAnswer.judge(OutboundAnswer(status: 200, body: Array(body.utf8), isComplete: true))
    #expect(outcome.kind == kind)
    #expect(!outcome.evidence.contains("<"))
  }
}
