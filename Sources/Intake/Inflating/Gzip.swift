/// A body that was sent with `Content-Encoding: gzip` (RFC 1952): one member, checked against its own sum and length.
package enum Gzip {
  package static func inflate(_ body: [UInt8], limit: Int) throws(InflateError) -> [UInt8] {
    guard body.count >= 18, body[0] == 0x1F, body[1] == 0x8B, body[2] == 8, body[3] & 0xE0 == 0 else { throw .damaged }
    var inflate = Inflate(body[try header(body)...], limit: limit)
    try inflate.run()
    let end = inflate.end
    guard end + 8 == body.count, sum(of: inflate.output) == number(body, at: end),
      UInt32(truncatingIfNeeded: inflate.output.count) == number(body, at: end + 4)
    else { throw .damaged }
    return inflate.output
  }

  /// Where the compressed data begins, behind the optional fields.
  private static func header(_ body: [UInt8]) throws(InflateError) -> Int {
    var start = 10
    if body[3] & 4 != 0 {
      guard start + 2 <= body.count else { throw .damaged }
      start += 2 + Int(body[start]) + Int(body[start + 1]) << 8
    }
    // A name and a comment, each up to its zero byte.
    for flag: UInt8 in [8, 16] where body[3] & flag != 0 {
      guard start < body.count, let end = body[start...].firstIndex(of: 0) else { throw .damaged }
      start = end + 1
    }
    if body[3] & 2 != 0 { start += 2 }
    guard start <= body.count else { throw .damaged }
    return start
  }

  private static func number(_ body: [UInt8], at place: Int) -> UInt32 {
    body[place..<(place + 4)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// CRC-32 as gzip has it.
  private static func sum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}
