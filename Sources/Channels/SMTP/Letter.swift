import Incidents

/// A mail to somebody outside who follows the status page.
package struct Letter: Sendable, Hashable {
  /// Stable over every attempt; the seed of the Message-ID.
  package var key: String
  /// What it belongs to: mails of one incident stand together.
  package var thread: String
  package var subject: String
  /// Line by line; an empty one parts paragraphs.
  package var lines: [String]
  /// The address that ends it by one click, also for mail programs (RFC 8058).
  package var leave: String?

  package init(key: String, thread: String, subject: String, lines: [String], leave: String?) {
    self.key = key
    self.thread = thread
    self.subject = subject
    self.lines = lines
    self.leave = leave
  }
}

extension MailMessage {
  /// A letter as a mail: text only, with what mailing lists owe their readers (RFC 2369, RFC 8058).
  static func render(_ letter: Letter, from: MailAddress, to: MailAddress, now: Timestamp) -> [UInt8] {
    let thread = "<status.\(digest(letter.thread))@\(from.domain)>"
    var headers = [
      ("From", from.header),
      ("To", to.header),
      ("Subject", folded(singleLine(letter.subject, limit: 200))),
      ("Date", date(now)),
      ("Message-ID", "<letter.\(digest(letter.key))@\(from.domain)>"),
      ("In-Reply-To", thread),
      ("References", thread),
      ("Auto-Submitted", "auto-generated"),
      ("Precedence", "bulk"),
      ("MIME-Version", "1.0"),
      ("Content-Type", "text/plain; charset=utf-8"),
      ("Content-Transfer-Encoding", "quoted-printable"),
    ]
    if let leave = letter.leave {
      headers.append(("List-Unsubscribe", "<\(singleLine(leave, limit: 900))>"))
      headers.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    }
    let head = headers.map { "\($0): \($1)\r\n" }.joined()
    let lines = letter.lines.map { $0.isEmpty ? "" : singleLine($0, limit: 2_000) }
    return Array(head.utf8) + [0x0D, 0x0A] + QuotedPrintable.encode(lines: lines)
  }
}
