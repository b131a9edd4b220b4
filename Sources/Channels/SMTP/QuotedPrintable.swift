/// Quoted-printable (RFC 2045, section 6.7): readable where the text is ASCII, at most 76 characters a line.
enum QuotedPrintable {
  static func encode(lines: [String]) -> [UInt8] {
    lines.flatMap { encode(Array($0.utf8)) + [0x0D, 0x0A] }
  }

  private static func encode(_ line: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var column = 0
    for (index, byte) in line.enumerated() {
      let unit = encode(byte, isLast: index == line.count - 1)
      if column + unit.count > 75 {
        result += [0x3D, 0x0D, 0x0A]
        column = 0
      }
      result += unit
      column += unit.count
    }
    return result
  }

  /// A space at the end of a line would be lost on the way.
  private static func encode(_ byte: UInt8, isLast: Bool) -> [UInt8] {
    let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || byte == 0x20 && !isLast
    guard !isPlain else { return [byte] }
    let hex = Array("0123456789ABCDEF".utf8)
    return [0x3D, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
  }
}
