import Incidents

/// A page as a mail (RFC 5322, MIME): text only, readable in any client, threaded by incident.
enum MailMessage {
  /// The mail's bytes, every line ended by CR LF. `now` is the time of this attempt; the Message-ID comes from the page's
  /// key, so that a repeated attempt is the same mail to a mailbox.
  static func render(_ message: PageMessage, from: MailAddress, to: MailAddress, now: Timestamp) -> [UInt8] {
    let text = PageText(message)
    let thread = "<incident.\(digest(message.incident))@\(from.domain)>"
    let headers = [
      ("From", from.header),
      ("To", to.header),
      ("Subject", folded(subject(text))),
      ("Date", date(now)),
      ("Message-ID", "<page.\(digest(message.key))@\(from.domain)>"),
      ("In-Reply-To", thread),
      ("References", thread),
      ("Auto-Submitted", "auto-generated"),
      ("Importance", message.severityRank <= 1 && message.reason != .resolved ? "high" : "normal"),
      ("MIME-Version", "1.0"),
      ("Content-Type", "text/plain; charset=utf-8"),
      ("Content-Transfer-Encoding", "quoted-printable"),
    ]
    let head = headers.map { "\($0): \($1)\r\n" }.joined()
    return Array(head.utf8) + [0x0D, 0x0A] + QuotedPrintable.encode(lines: body(message, text))
  }

  /// What a mail program shows of it.
  static func words(_ message: PageMessage) -> String {
    let text = PageText(message)
    return (["Subject: \(subject(text))", ""] + body(message, text)).joined(separator: "\n")
  }

  private static func subject(_ text: PageText) -> String { "\(text.subject) (\(text.incident))" }

  private static func body(_ message: PageMessage, _ text: PageText) -> [String] {
    var lines = [text.subject, text.about, ""]
    for sentence in text.sentences { lines += [sentence, ""] }
    if let url = message.acknowledgeURL, message.reason != .resolved {
      lines += ["Acknowledge: \(singleLine(url, limit: 2_000))"]
    }
    if let url = message.incidentURL { lines += ["\(text.place): \(singleLine(url, limit: 2_000))"] }
    return lines
  }

  /// Encoded where it has to be, and broken at spaces so that no line is longer than 76 characters.
  static func folded(_ text: String) -> String {
    let encoded = encodedWord(text, separator: "\r\n ")
    return encoded == text ? wrapped(text, columns: 66).joined(separator: "\r\n ") : encoded
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `Sat, 14 Feb 2026 03:46:00 +0000` (RFC 5322, section 3.3).
  static func date(_ timestamp: Timestamp) -> String {
    let time = CivilTime(timestamp)
    let weekday = weekdays[min(max(time.weekday - 1, 0), 6)]
    let month = months[min(max(time.month - 1, 0), 11)]
    return "\(weekday), \(padded(time.day, 2)) \(month) \(padded(time.year, 4)) "
      + "\(time.clock):\(padded(time.second, 2)) +0000"
  }
}
