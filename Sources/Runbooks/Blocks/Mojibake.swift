/// Mends UTF-8 that was once read as Windows-1252 or Mac Roman and stored again: `â†’` becomes `→`.
///
/// A line stays a line: nothing mended ever holds a line break.
enum Mojibake {
  /// The mended text, or nil where there is nothing to mend.
  static func mend(_ line: String) -> String? {
    guard line.withBytes({ $0.contains { $0 >= 0x80 } }) else { return nil }
    var scalars: [UInt32] = []
    scalars.reserveCapacity(line.utf8.count)
    for scalar in line.unicodeScalars { scalars.append(scalar.value) }
    var changed = false
    // Text damaged twice needs two rounds; three bounds the work.
    for _ in 0..<3 {
      guard let better = round(scalars) else { break }
      scalars = better
      changed = true
    }
    guard changed else { return nil }
    var text = String.UnicodeScalarView()
    for value in scalars { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(text)
  }

  private static func round(_ scalars: [UInt32]) -> [UInt32]? {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var changed = false
    var index = 0
    while index < scalars.count {
      if scalars[index] >= 0x80, let (value, length) = sequence(scalars, at: index) {
        result.append(value)
        index += length
        changed = true
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return changed ? result : nil
  }

  private static func sequence(_ scalars: [UInt32], at index: Int) -> (UInt32, Int)? {
    decode(scalars, at: index, CodePages.windows1252) ?? decode(scalars, at: index, CodePages.macRoman)
  }

  /// One UTF-8 sequence spelled in the characters of a code page.
  private static func decode(_ scalars: [UInt32], at index: Int, _ page: [UInt32: UInt8]) -> (UInt32, Int)? {
    guard let lead = page[scalars[index]] else { return nil }
    // Of the two-byte leads only those of Latin-1 letters: others occur in sound text ("MENÜ»").
    let length =
      lead == 0xC2 || lead == 0xC3 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= scalars.count else { return nil }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in scalars[(index + 1)..<(index + length)] {
      guard let byte = page[next], byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0xA0 : length == 3 ? 0x800 : 0x10000
    // A lone C1 control or a line separator is no character anybody typed.
    guard value >= least, Unicode.Scalar(value) != nil, value != 0x2028, value != 0x2029 else { return nil }
    return (value, length)
  }
}
