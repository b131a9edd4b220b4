/// An archive of files as POSIX ustar, which every system opens.
struct Tar: Sendable {
  private(set) var bytes: [UInt8] = []

  /// `seconds` since 1970; `name` at most 100 bytes, cut where it is longer.
  mutating func add(_ name: String, _ content: [UInt8], seconds: Int64) {
    var header = [UInt8](repeating: 0, count: 512)
    let put = { (text: String, place: Int, most: Int, header: inout [UInt8]) in
      for (offset, byte) in text.utf8.prefix(most).enumerated() { header[place + offset] = byte }
    }
    put(name, 0, 100, &header)
    put("0000644", 100, 7, &header)
    put("0000000", 108, 7, &header)
    put("0000000", 116, 7, &header)
    put(Self.octal(content.count, 11), 124, 11, &header)
    put(Self.octal(Int(clamping: max(0, seconds)), 11), 136, 11, &header)
    put("        ", 148, 8, &header)
    put("0", 156, 1, &header)
    put("ustar", 257, 5, &header)
    put("00", 263, 2, &header)
    let sum = header.reduce(0) { $0 + Int($1) }
    put(Self.octal(sum, 6) + "\u{0} ", 148, 8, &header)
    bytes += header + content
    let over = content.count % 512
    if over > 0 { bytes += [UInt8](repeating: 0, count: 512 - over) }
  }

  /// Two empty blocks end it.
  mutating func finish() { bytes += [UInt8](repeating: 0, count: 1_024) }

  private static func octal(_ number: Int, _ width: Int) -> String {
    let digits = String(max(0, number), radix: 8)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
