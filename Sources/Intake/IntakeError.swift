/// Why the bytes of a webhook were refused: what was expected, what stood there, and where.
package enum IntakeError: Error, Sendable, Hashable {
  /// A place in the body. `path` is the way to the value, such as `payload.severity` or `alerts[3].labels`, empty at
  /// the top; `byte` counts from 0.
  package struct Place: Sendable, Hashable {
    package var path: String
    package var byte: Int
    package init(path: String, byte: Int) {
      self.path = path
      self.byte = byte
    }
  }

  /// The body is longer than the caller allows; nothing of it was read.
  case tooLarge(bytes: Int, limit: Int)
  /// Objects and arrays stand deeper inside one another than is allowed.
  case tooDeep(limit: Int, Place)
  /// Not JSON (RFC 8259).
  case syntax(expected: String, found: String, Place)
  /// JSON, but another type than the format has there.
  case wrongType(expected: String, found: String, Place)
  /// A string that cannot be kept as text: damaged UTF-8, half a surrogate pair, a NUL character.
  case invalidText(problem: String, Place)
  /// A number that no counter can hold, such as 1e309.
  case numberOutOfRange(Place)
  /// A field that the format requires is absent or blank.
  case missing(field: String)
  /// A word outside the format's list.
  case notAllowed(field: String, found: String, allowed: [String])
  /// A text longer than the format allows, counted in Unicode characters (scalars).
  case tooLong(field: String, length: Int, limit: Int)
  /// Not a point in time.
  case invalidTime(field: String, found: String)

  /// One sentence for the sender of the event, safe to log: bounded, one line, without secrets.
  package var message: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "the body has \(bytes) bytes, the limit is \(limit)"
    case .tooDeep(let limit, let place):
      place.naming("objects and arrays stand more than \(limit) deep")
    case .syntax(let expected, let found, let place), .wrongType(let expected, let found, let place):
      place.naming("expected \(expected), found \(found)")
    case .invalidText(let problem, let place):
      place.naming(problem)
    case .numberOutOfRange(let place):
      place.naming("the number is out of range")
    case .missing(let field):
      "\(field): required, but missing or blank"
    case .notAllowed(let field, let found, let allowed):
      "\(field): expected one of \(allowed.joined(separator: ", ")), found \(quotedBriefly(found))"
    case .tooLong(let field, let length, let limit):
      "\(field): \(length) characters long, the limit is \(limit)"
    case .invalidTime(let field, let found):
      "\(field): expected a time such as 2026-02-14T03:46:00Z, found \(quotedBriefly(found))"
    }
  }
}

extension IntakeError.Place {
  fileprivate func naming(_ what: String) -> String {
    path.isEmpty ? "\(what), at byte \(byte)" : "\(path): \(what), at byte \(byte)"
  }
}

/// The sender's own words in quotes, at most 40 characters of them and on one line.
private func quotedBriefly(_ text: String) -> String {
  let line = oneLine(text)
  return line.unicodeScalars.count > 40 ? "\"\(cut(line, characters: 40))…\"" : "\"\(line)\""
}
