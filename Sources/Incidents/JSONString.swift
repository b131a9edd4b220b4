/// Writes the few fixed answers that vendors' clients expect, as JSON.
package enum JSONText {
  /// Appends a text in quotes, with the escapes that RFC 8259 demands.
  package static func append(_ text: String, to out: inout [UInt8]) {
    out.append(.quote)
    for byte in text.utf8 {
      switch byte {
      case .quote, .backslash: out += [.backslash, byte]
      case 0x0A: out += [.backslash, 0x6E]
      case 0x0D: out += [.backslash, 0x72]
      case 0x09: out += [.backslash, 0x74]
      case 0..<0x20: out += Array("\\u00".utf8) + [hex(byte >> 4), hex(byte & 0xF)]
      default: out.append(byte)
      }
    }
    out.append(.quote)
  }

  private static func hex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10 }
}
