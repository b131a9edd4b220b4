import Crypto

/// Secrets and what is kept of them.
package enum Secrets {
  package static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// SHA-256. Enough for secrets of 128 random bits and more; passwords go through `Passwords`.
  package static func hash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }

  /// 32 lower-case hexadecimal digits: the length that PagerDuty's clients ask of a routing key.
  package static func newIngestKey() -> String { random(16).map { padded(hex: $0) }.joined() }

  /// For `Authorization: Bearer`. The prefix lets scanners of repositories find a token that was pushed.
  package static func newToken() -> String { "tocsin_" + Base64URL.encode(random(32)) }

  /// For cookies and one-time links: 256 random bits.
  package static func newSecret() -> String { Base64URL.encode(random(32)) }

  /// A random UUID (RFC 9562, version 4).
  package static func newUUID() -> String {
    var bytes = random(16)
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { padded(hex: $0) }
    return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
      .map { $0.joined() }.joined(separator: "-")
  }

  /// Takes as long wherever two texts differ.
  static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for (x, y) in zip(a, b) { difference |= x ^ y }
    return difference == 0
  }
}

/// RFC 4648 section 5, without padding.
enum Base64URL {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var held = 0
    for byte in bytes {
      bits = (bits << 8) | UInt32(byte)
      held += 8
      while held >= 6 {
        held -= 6
        out.append(letters[Int(bits >> UInt32(held)) & 63])
      }
    }
    if held > 0 { out.append(letters[Int(bits << UInt32(6 - held)) & 63]) }
    return String(decoding: out, as: UTF8.self)
  }

  /// nil for anything that `encode` does not write.
  static func decode(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= 1024 else { return nil }
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var held = 0
    for letter in text.utf8 {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      bits = (bits << 6) | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    return encode(out) == text ? out : nil
  }
}
