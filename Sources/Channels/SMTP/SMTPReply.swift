/// One reply of a mail server: its code and its lines.
struct SMTPReply: Sendable, Hashable {
  var code: Int
  var lines: [String]

  /// "250 2.0.0 queued as 4711": one line for the timeline.
  var evidence: String { singleLine("\(code) \(lines.joined(separator: " "))", limit: 200) }
}

/// Gathers replies from bytes as they arrive (RFC 5321, section 4.2). What it holds is bounded.
struct SMTPReplyReader {
  private static let limit = 65_536

  struct Malformed: Error {}

  private var buffer: [UInt8] = []
  private var lines: [String] = []

  /// Replies that are whole now.
  mutating func read(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [SMTPReply] {
    buffer += bytes
    guard buffer.count <= SMTPReplyReader.limit else { throw Malformed() }
    var replies: [SMTPReply] = []
    while let end = buffer.firstIndex(of: 0x0A) {
      let line = buffer[..<end].last == 0x0D ? buffer[..<(end - 1)] : buffer[..<end]
      if let reply = try take(Array(line)) { replies.append(reply) }
      buffer.removeSubrange(...end)
    }
    return replies
  }

  /// Throws away what has arrived and not been read: after STARTTLS it may be an attacker's.
  mutating func forget() { self = SMTPReplyReader() }

  private mutating func take(_ line: [UInt8]) throws(Malformed) -> SMTPReply? {
    guard line.count >= 3, line[0..<3].allSatisfy({ (0x30...0x39).contains($0) }), lines.count < 200,
      line.count == 3 || line[3] == 0x20 || line[3] == 0x2D
    else { throw Malformed() }
    lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
    guard line.count == 3 || line[3] == 0x20 else { return nil }
    defer { lines = [] }
    let code = line[0..<3].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return SMTPReply(code: code, lines: lines)
  }
}
