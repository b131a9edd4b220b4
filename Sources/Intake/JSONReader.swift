/// Reads JSON (RFC 8259, strictly) out of bytes, as the schema asks for it: no tree is built, and what the schema does
/// not ask for is checked and passed over.
///
/// The body of a webhook is hostile until read: every access is within bounds, nesting is counted, and each error names
/// its byte and its path. A name that occurs twice is handed out twice; readers let the last one win.
package struct JSONReader {
  /// Deeper nesting than any real sender's; a reader of attacks stops here.
  package static let depthLimit = 64

  let bytes: [UInt8]
  /// The byte to be read next, from 0.
  package internal(set) var position = 0
  private var depth = 0
  /// Nothing of the container just opened has been read: no comma is due.
  private var isFirst = false

  /// - Throws: `IntakeError.tooLarge` before anything is read, when the body is longer than `limit` bytes.
  package init(_ bytes: [UInt8], limit: Int) throws(IntakeError) {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    self.bytes = bytes
  }

  /// Enters an object; then `nextKey` until it gives nil.
  package mutating func beginObject() throws(IntakeError) {
    guard peek() == .openBrace else { throw unexpected("an object") }
    try open()
  }

  /// Enters an array; then `nextElement` until it gives false.
  package mutating func beginArray() throws(IntakeError) {
    guard peek() == .openBracket else { throw unexpected("an array") }
    try open()
  }

  /// The next name of the object, its colon consumed; nil when the object has ended.
  package mutating func nextKey() throws(IntakeError) -> String? {
    guard try nextKeyScanned() else { return nil }
    return text(of: scannedKey)
  }

  /// Whether one more element stands in the array.
  package mutating func nextElement() throws(IntakeError) -> Bool {
    try hasNext(before: .closeBracket, expecting: "a comma or \"]\"")
  }

  /// Checks that nothing but white space follows the value.
  package mutating func finish() throws(IntakeError) {
    guard peek() == nil else { throw syntax("the end of the text") }
  }

  /// The next byte that is not white space, not consumed; nil at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }

  /// Passes over one value of any type, checking it, and gives the bytes it takes up.
  @discardableResult
  package mutating func skip() throws(IntakeError) -> Range<Int> {
    let first = peek()
    let start = position
    switch first {
    case .quote: _ = try scanString()
    case .openBrace:
      try open()
      while try nextKeyScanned() { try skip() }
    case .openBracket:
      try open()
      while try nextElement() { try skip() }
    default: try scanScalar()
    }
    return start..<position
  }

  // The scanned name of the last `nextKeyScanned`, kept so that passing over a value makes no string.
  private var scannedKey = Scanned(content: 0..<0, escaped: false)

  private mutating func nextKeyScanned() throws(IntakeError) -> Bool {
    guard try hasNext(before: .closeBrace, expecting: "a comma or \"}\"") else { return false }
    guard peek() == .quote else { throw syntax("a name in quotes") }
    scannedKey = try scanString()
    guard peek() == .colon else { throw syntax("a colon") }
    position += 1
    return true
  }

  private mutating func open() throws(IntakeError) {
    guard depth < JSONReader.depthLimit else { throw .tooDeep(limit: JSONReader.depthLimit, place) }
    depth += 1
    position += 1
    isFirst = true
  }

  private mutating func hasNext(before closing: UInt8, expecting: StaticString) throws(IntakeError) -> Bool {
    let byte = peek()
    if byte == closing {
      position += 1
      depth -= 1
      isFirst = false
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard byte == .comma else { throw syntax("\(expecting)") }
    position += 1
    return true
  }
}

extension UInt8 {
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let colon: UInt8 = 0x3A
  static let backslash: UInt8 = 0x5C
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D
  static let openBracket: UInt8 = 0x5B
  static let closeBracket: UInt8 = 0x5D
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
