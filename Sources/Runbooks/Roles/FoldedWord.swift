/// The bytes of the word that is being read: small letters, without accents and without the plural's s.
///
/// They lie in memory that is borrowed for the whole text, so that a word costs none of its own while it is read.
struct FoldedWord {
  /// A byte of the text becomes at most so many: "->" is an arrow of three.
  static let growth = 3

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(in bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func begin() { count = 0 }

  mutating func add(_ byte: UInt8) {
    guard count < bytes.count else { return }
    bytes[count] = byte
    count += 1
  }

  /// A character as it is.
  mutating func add(_ sign: Unicode.Scalar) {
    let value = sign.value
    if value < 0x80 { return add(UInt8(truncatingIfNeeded: value)) }
    if value < 0x800 {
      add(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
    } else if value < 0x10000 {
      add(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      add(0x80 | UInt8(truncatingIfNeeded: value >> 6) & 0x3F)
    } else {
      for byte in String(sign).utf8.dropLast() { add(byte) }
    }
    add(0x80 | UInt8(truncatingIfNeeded: value) & 0x3F)
  }

  /// A letter, small and without the accent that Western languages set.
  mutating func add(folding letter: Unicode.Scalar) {
    let value = letter.value
    switch value {
    case 0x41...0x5A: add(UInt8(truncatingIfNeeded: value | 0x20))
    case ..<0x80: add(UInt8(truncatingIfNeeded: value))
    case 0xC0...0xC5, 0xE0...0xE5: add(0x61)
    case 0xC7, 0xE7: add(0x63)
    case 0xC8...0xCB, 0xE8...0xEB: add(0x65)
    case 0xCC...0xCF, 0xEC...0xEF: add(0x69)
    case 0xD1, 0xF1: add(0x6E)
    case 0xD2...0xD6, 0xF2...0xF6: add(0x6F)
    case 0xD9...0xDC, 0xF9...0xFC: add(0x75)
    case 0xDF:
      add(0x73)
      add(0x73)
    default:
      if let small = Self.small(value) { return add(small) }
      for byte in letter.properties.lowercaseMapping.utf8 { add(byte) }
    }
  }

  /// The small letter where it lies beside the capital by a rule: Cyrillic, Vietnamese, the accents of Central Europe.
  /// Asking the table of Unicode costs a hundred times as much.
  private static func small(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x430...0x45F: Unicode.Scalar(value)
    case 0x410...0x42F: Unicode.Scalar(value + 0x20)
    case 0x400...0x40F: Unicode.Scalar(value + 0x50)
    case 0x100...0x12F, 0x14A...0x177, 0x1A0...0x1A1, 0x1E00...0x1E95, 0x1EA0...0x1EFF: Unicode.Scalar(value | 1)
    case 0x1AF...0x1B0: Unicode.Scalar(0x1B0 as UInt32)
    default: nil
    }
  }

  /// Drops the plural's s.
  mutating func makeSingular() {
    let (drop, ending) = Plural.ending(UnsafeBufferPointer(rebasing: bytes[..<count]))
    count -= drop
    if let ending { add(ending) }
  }

  var text: String {
    // Short ones are made in place, without an allocation.
    String(unsafeUninitializedCapacity: count) { $0.initialize(fromContentsOf: bytes[..<count]) }
  }

  var mark: UInt64 {
    var mark = WordMark.none
    for place in 0..<count { WordMark.add(bytes[place], to: &mark) }
    return WordMark.ended(mark)
  }

  /// The number that these digits make, with a point at most; 0 where they make none.
  func number(pointed: Bool) -> Double {
    if pointed || count > 9 { return Double(text) ?? 0 }
    return Double(bytes[..<count].reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) })
  }
}

/// The plural's s: dropped on both sides of every comparison alike, so it need not be right.
enum Plural {
  static func singular(_ word: String) -> String {
    word.withBytes { bytes in
      let (drop, ending) = ending(bytes)
      guard drop > 0 else { return word }
      return String(decoding: Array(bytes.dropLast(drop)) + (ending.map { [$0] } ?? []), as: UTF8.self)
    }
  }

  /// How many bytes at the end are the plural's, and the byte that stands for them in the singular.
  static func ending(_ bytes: UnsafeBufferPointer<UInt8>) -> (drop: Int, ending: UInt8?) {
    let count = bytes.count
    guard count > 3, bytes[count - 1] == 0x73 else { return (0, nil) }
    let (before, third, fourth) = (bytes[count - 2], bytes[count - 3], bytes[count - 4])
    switch before {
    // "class", "status" and "analysis" are singular.
    case 0x73, 0x75, 0x69: return (0, nil)
    // "boxes", "crashes", "classes"; "entries".
    case 0x65:
      if third == 0x78 || (third == 0x68 || third == 0x73) && fourth == 0x73 { return (2, nil) }
      if third == 0x69, count > 4 { return (3, 0x79) }
      return (1, nil)
    default: return (1, nil)
    }
  }
}
