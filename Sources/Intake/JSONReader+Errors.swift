extension JSONReader {
  /// Where the reader stands. The path is found by walking the text again, so that good events pay nothing for it.
  var place: IntakeError.Place {
    IntakeError.Place(path: JSONPath.path(in: bytes, at: position), byte: position)
  }

  /// The value that stands next is of another type, or no value at all.
  func unexpected(_ expected: String) -> IntakeError {
    .wrongType(expected: expected, found: found, place)
  }

  func syntax(_ expected: String) -> IntakeError {
    .syntax(expected: expected, found: found, place)
  }

  private var found: String {
    guard position < bytes.count else { return "the end of the text" }
    switch bytes[position] {
    case .quote: return "a string"
    case .openBrace: return "an object"
    case .openBracket: return "an array"
    case 0x74, 0x66: return "a truth value"
    case 0x6E: return "null"
    case 0x30...0x39, 0x2D: return "a number"
    case let byte where byte > 0x20 && byte < 0x7F: return "\"\(Character(Unicode.Scalar(byte)))\""
    case let byte: return "the byte \(byte)"
    }
  }
}
