extension JSONReader {
  /// A finite number.
  package mutating func number() throws(IntakeError) -> Double {
    guard let first = peek(), first.isDigit || first == 0x2D else { throw unexpected("a number") }
    let start = position
    try scanNumber()
    guard let value = Double(text(of: start..<position)), value.isFinite else {
      position = start
      throw .numberOutOfRange(place)
    }
    return value
  }

  /// `true` or `false`.
  package mutating func bool() throws(IntakeError) -> Bool {
    switch peek() {
    case 0x74: try scanWord("true")
    case 0x66: try scanWord("false")
    default: throw unexpected("true or false")
    }
    return bytes[position - 2] == 0x75
  }

  /// Consumes `null` if it stands next.
  package mutating func takeNull() throws(IntakeError) -> Bool {
    guard peek() == 0x6E else { return false }
    try scanWord("null")
    return true
  }

  /// A string, number or truth value as text; nil for `null`, an object or an array, which are checked and passed over.
  package mutating func scalarText() throws(IntakeError) -> String? {
    switch peek() {
    case .quote: return try string()
    case .openBrace, .openBracket, 0x6E:
      try skip()
      return nil
    default: return text(of: try skip())
    }
  }

  /// Checks and consumes a number or one of the three words.
  mutating func scanScalar() throws(IntakeError) {
    switch peek() {
    case 0x74: try scanWord("true")
    case 0x66: try scanWord("false")
    case 0x6E: try scanWord("null")
    case let byte? where byte.isDigit || byte == 0x2D: try scanNumber()
    default: throw syntax("a value")
    }
  }

  private mutating func scanWord(_ word: StaticString) throws(IntakeError) {
    let length = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { bytes.dropFirst(position).prefix(length).elementsEqual($0) }
    guard matches else { throw syntax("a value") }
    position += length
  }

  /// The grammar of RFC 8259, section 6: no leading zero, no bare point, no plus sign in front.
  private mutating func scanNumber() throws(IntakeError) {
    if current == 0x2D { position += 1 }
    if current == 0x30 {
      position += 1
    } else {
      try scanDigits()
    }
    if current == 0x2E {
      position += 1
      try scanDigits()
    }
    if current == 0x65 || current == 0x45 {
      position += 1
      if current == 0x2B || current == 0x2D { position += 1 }
      try scanDigits()
    }
  }

  private mutating func scanDigits() throws(IntakeError) {
    guard current.isDigit else { throw syntax("a digit") }
    while current.isDigit { position += 1 }
  }

  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }
}
