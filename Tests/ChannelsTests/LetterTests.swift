import Incidents
import Testing

@testable import Channels

/// Mails to people outside: what lists owe their readers, and nothing that a text can smuggle in.
@Suite struct LetterTests {
  private func mail(_ letter: Letter) throws -> String {
    let from = try #require(MailAddress("Harbour <status@harbour.example>"))
    let to = try #require(MailAddress("kay@example.org"))
    return String(decoding: MailMessage.render(letter, from: from, to: to, now: testNow), as: UTF8.self)
  }

  @Test func oneClickEndsIt() throws {
    let text = try mail(
      Letter(
        key: "k", thread: "t", subject: "Identified: slow", lines: ["We know why.", "", "More soon."],
        leave: "https://harbour.example/status/leave/abc"))
    #expect(text.contains("\r\nList-Unsubscribe: <https://harbour.example/status/leave/abc>\r\n"))
    #expect(text.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
    #expect(text.contains("\r\nPrecedence: bulk\r\n") && text.hasSuffix("We know why.\r\n\r\nMore soon.\r\n"))
    let again = try mail(Letter(key: "k", thread: "t", subject: "x", lines: [], leave: nil))
    let identity = { (text: String) in text.split(separator: "\r\n").first { $0.hasPrefix("Message-ID:") } }
    #expect(identity(text) == identity(again) && !again.contains("List-Unsubscribe"))
  }

  @Test func aTextCannotBecomeAHeaderOrALine() throws {
    let bad = "x\r\nBcc: all@example.org\r\n\r\n<script>\u{202E}"
    let text = try mail(Letter(key: bad, thread: bad, subject: bad, lines: [bad, ".", "."], leave: bad))
    let head = try #require(text.firstRange(of: "\r\n\r\n")).lowerBound
    #expect(!text[..<head].contains("\r\nBcc:") && text.hasPrefix("From: "))
    #expect(text[..<head].split(separator: "\r\n").allSatisfy { $0.utf8.count <= 998 })
  }
}
