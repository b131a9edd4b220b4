import Foundation
import Incidents

/// The conversation that hands one mail to a server (RFC 5321, RFC 3207, RFC 4954): each reply gives what to do next.
/// It touches no network, so that each turn can be tested alone.
struct SMTPDialogue {
  enum Step: Sendable, Hashable {
    /// A command, without its line end.
    case command(String)
    /// The mail, dots stuffed, and the dot that ends it.
    case mail([UInt8])
    /// Drop what is buffered, begin TLS, then call `secured`.
    case startTLS
    /// Done; after a `QUIT` where that is polite.
    case finish(DeliveryOutcome)
  }

  private enum State {
    case greeting, hello, startTLS, login, loginName, loginPassword, sender, recipient, data, mail, done
  }

  let configuration: SMTPConfiguration
  let from: MailAddress
  let to: MailAddress
  let mail: [UInt8]
  /// How we introduce ourselves: the connection's own address in brackets.
  var name = "localhost"
  /// The other end is this machine.
  var isLoopback = false
  private var isSecure: Bool
  private var state = State.greeting

  init(configuration: SMTPConfiguration, from: MailAddress, to: MailAddress, mail: [UInt8]) {
    self.configuration = configuration
    self.from = from
    self.to = to
    self.mail = mail
    isSecure = configuration.tls == .implicit
  }

  /// What the end of the connection, or of our patience, means now. Once the mail is out, nobody knows.
  func interrupted(_ reason: String) -> DeliveryOutcome {
    state == .mail ? .unknown(reason) : .temporary(reason, retryAfter: nil)
  }

  /// TLS stands: everything said before it is void, so introduce ourselves again.
  mutating func secured() -> Step {
    isSecure = true
    state = .hello
    return .command("EHLO \(name)")
  }

  mutating func receive(_ reply: SMTPReply) -> Step {
    switch (state, reply.code) {
    case (.greeting, 220):
      state = .hello
      return .command("EHLO \(name)")
    case (.hello, 250): return introduced(reply)
    case (.startTLS, 220): return .startTLS
    case (.loginName, 334):
      state = .loginPassword
      return .command(base64(configuration.username ?? ""))
    case (.loginPassword, 334):
      state = .login
      return .command(base64(configuration.password?.reveal() ?? ""))
    case (.login, 235): return sender()
    case (.sender, 250):
      state = .recipient
      return .command("RCPT TO:<\(to.address)>")
    case (.recipient, 250), (.recipient, 251):
      state = .data
      return .command("DATA")
    case (.data, 354):
      state = .mail
      return .mail(SMTPDialogue.stuffed(mail))
    case (.mail, 250): return finish(.accepted(reply.evidence))
    default: return refused(reply)
    }
  }

  private mutating func introduced(_ reply: SMTPReply) -> Step {
    let offers = reply.lines.map { $0.uppercased() }
    if configuration.tls == .starttls, !isSecure {
      guard offers.contains("STARTTLS") else {
        return finish(.permanent("the mail server offers no STARTTLS, and mail is not sent in the clear"))
      }
      state = .startTLS
      return .command("STARTTLS")
    }
    guard let username = configuration.username else { return sender() }
    guard isSecure || isLoopback else {
      return finish(
        .permanent("the password is not sent to the mail server in the clear: use tls starttls or implicit"))
    }
    return authenticate(username, offers)
  }

  private mutating func authenticate(_ username: String, _ offers: [String]) -> Step {
    let ways = offers.first { $0.hasPrefix("AUTH ") || $0.hasPrefix("AUTH=") }?.dropFirst(5).split(separator: " ") ?? []
    if ways.contains("PLAIN") {
      state = .login
      return .command("AUTH PLAIN " + base64("\0\(username)\0\(configuration.password?.reveal() ?? "")"))
    }
    guard ways.contains("LOGIN") else {
      return finish(.permanent("the mail server offers neither AUTH PLAIN nor AUTH LOGIN"))
    }
    state = .loginName
    return .command("AUTH LOGIN")
  }

  private mutating func sender() -> Step {
    state = .sender
    return .command("MAIL FROM:<\(from.address)>")
  }

  /// 4xx passes, 5xx does not (RFC 5321, section 4.2.1); any other code here is a server that does not speak SMTP.
  private mutating func refused(_ reply: SMTPReply) -> Step {
    switch reply.code {
    case 400..<500: finish(.temporary(reply.evidence, retryAfter: nil))
    case 500..<600: finish(.permanent(reply.evidence))
    default: finish(interrupted("the mail server answered out of turn: \(reply.evidence)"))
    }
  }

  private mutating func finish(_ outcome: DeliveryOutcome) -> Step {
    state = .done
    return .finish(outcome)
  }

  private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  /// A line that begins with a dot gets a second one, and the mail ends with a dot alone (RFC 5321, section 4.5.2).
  static func stuffed(_ mail: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(mail.count + 64)
    var isLineStart = true
    for byte in mail {
      if isLineStart && byte == 0x2E { result.append(0x2E) }
      result.append(byte)
      isLineStart = byte == 0x0A
    }
    if !isLineStart { result += [0x0D, 0x0A] }
    return result + [0x2E, 0x0D, 0x0A]
  }
}
