extension JSONReader {
  /// A string that has been checked: the bytes between its quotes, and whether escapes stand in them.
  struct Scanned {
    var content: Range<Int>
    var escaped: Bool
  }

  /// A string.
  package mutating func string() throws(IntakeError) -> String {
    guard peek() == .quote else { throw unexpected("a string") }
    return text(of: try scanString())
  }

  /// A string, or nil for `null`.
  package mutating func optionalString() throws(IntakeError) -> String? {
    try takeNull() ? nil : try string()
  }

  /// Checks one string, its opening quote being the next byte, and consumes it.
  mutating func scanString() throws(IntakeError) -> Scanned {
    let start = position + 1
    var escaped = false
    position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .quote {
        position += 1
        return Scanned(content: start..<(position - 1), escaped: escaped)
      }
      if byte == .backslash {
        escaped = true
        try scanEscape()
      } else if byte < 0x20 {
        throw .invalidText(problem: "a control character stands in the string", place)
      } else if byte < 0x80 {
        position += 1
      } else {
        position = try endOfCharacter()
      }
    }
    throw syntax("a closing quote")
  }

  /// The text of a checked string.
  func text(of scanned: Scanned) -> String {
    scanned.escaped ? unescaped(scanned.content) : text(of: scanned.content)
  }

  /// Bytes that have been checked to be UTF-8, as text.
  package func text(of range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }

  /// The index after the character (of two to four bytes) that starts at `position`.
  ///
  /// Overlong forms, surrogates and values above U+10FFFF are refused (RFC 3629, section 4).
  private func endOfCharacter() throws(IntakeError) -> Int {
    let first = byte(at: position)
    let second = byte(at: position + 1)
    let length: Int
    switch first {
    case 0xC2...0xDF where second.isContinuation: length = 2
    case 0xE0 where second >= 0xA0 && second.isContinuation: length = 3
    case 0xED where second < 0xA0 && second.isContinuation: length = 3
    case 0xE1...0xEC where second.isContinuation, 0xEE...0xEF where second.isContinuation: length = 3
    case 0xF0 where second >= 0x90 && second.isContinuation: length = 4
    case 0xF4 where second < 0x90 && second.isContinuation: length = 4
    case 0xF1...0xF3 where second.isContinuation: length = 4
    default: throw .invalidText(problem: "the text is not UTF-8", place)
    }
    for offset in 2..<max(length, 2) where !byte(at: position + offset).isContinuation {
      throw .invalidText(problem: "the text is not UTF-8", place)
    }
    return position + length
  }

  private mutating func scanEscape() throws(IntakeError) {
    switch byte(at: position + 1) {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: position += 2
    case 0x75: try scanUnicodeEscape()
    default:
      guard position + 1 < bytes.count else {
        position = bytes.count
        throw syntax("a closing quote")
      }
      throw .invalidText(problem: "the string has an unknown escape", place)
    }
  }

  private mutating func scanUnicodeEscape() throws(IntakeError) {
    guard let unit = hexUnit(at: position + 2) else {
      throw .invalidText(problem: "the string has an incomplete \\u escape", place)
    }
    switch unit {
    case 0: throw .invalidText(problem: "the string holds a NUL character", place)
    case 0xD800...0xDBFF:
      guard byte(at: position + 6) == .backslash, byte(at: position + 7) == 0x75,
        let low = hexUnit(at: position + 8), (0xDC00...0xDFFF).contains(low)
      else { fallthrough }
      position += 12
    case 0xDC00...0xDFFF: throw .invalidText(problem: "the string holds half a surrogate pair", place)
    default: position += 6
    }
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == .backslash else {
        result.append(bytes[at])
        at += 1
        continue
      }
      at = appendEscape(at: at, to: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends what the checked escape at `at` stands for; gives the index after it.
  private func appendEscape(at: Int, to result: inout [UInt8]) -> Int {
    switch byte(at: at + 1) {
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x75:
      let high = hexUnit(at: at + 2) ?? 0xFFFD
      guard (0xD800...0xDBFF).contains(high), let low = hexUnit(at: at + 8) else {
        result.append(contentsOf: utf8(UInt32(high)))
        return at + 6
      }
      result.append(contentsOf: utf8(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) &- 0xDC00) & 0x3FF))
      return at + 12
    case let plain: result.append(plain)
    }
    return at + 2
  }

  private func utf8(_ value: UInt32) -> String.UTF8View {
    String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8
  }

  private func hexUnit(at start: Int) -> UInt16? {
    var value: UInt16 = 0
    for offset in 0..<4 {
      guard let digit = byte(at: start + offset).hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  /// The byte at an index, 0 beyond the end: a NUL is refused wherever it stands.
  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
}

extension UInt8 {
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
  fileprivate var hexValue: UInt16? {
    switch self {
    case 0x30...0x39: UInt16(self - 0x30)
    case 0x41...0x46: UInt16(self - 0x41 + 10)
    case 0x61...0x66: UInt16(self - 0x61 + 10)
    default: nil
    }
  }
}
