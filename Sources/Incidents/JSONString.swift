/// Writes texts as JSON strings, where one is made very often.
package enum JSONString {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Appends a text in quotes, with the escapes that RFC 8259 demands.
  package static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &out) }
  }

  /// The same for bytes that are UTF-8.
  package static func append(_ utf8: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    out.append(quote)
    var rest = utf8[...]
    while let next = rest.firstIndex(where: { $0 < 0x20 || $0 == quote || $0 == backslash }) {
      out.append(contentsOf: rest[..<next])
      escape(rest[next], to: &out)
      rest = rest[(next + 1)...]
    }
    out.append(contentsOf: rest)
    out.append(quote)
  }

  private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case quote, backslash: out += [backslash, byte]
    case 0x0A: out += [backslash, 0x6E]
    case 0x0D: out += [backslash, 0x72]
    case 0x09: out += [backslash, 0x74]
    default: out += Array("\\u00".utf8) + [hex(byte >> 4), hex(byte & 0xF)]
    }
  }

  private static func hex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10 }
}
