/// Small operations on text that the reading needs everywhere, without Foundation.
extension StringProtocol {
  /// Without the white space at both ends.
  var trimmed: String {
    let text = Substring(self)
    let view = text.utf8
    guard let first = view.firstIndex(where: { !$0.isSpace }), let last = view.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(text[first..<view.index(after: last)])
  }

  /// Trimmed and without the given characters at both ends.
  func stripped(_ marks: String) -> String {
    var rest = Substring(self).unicodeScalars
    let marks = marks.unicodeScalars
    while let first = rest.first, first.isBlank || marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, last.isBlank || marks.contains(last) { rest.removeLast() }
    return String(Substring(rest))
  }

  /// Without one pair of quotes around it.
  var unquoted: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return String(self) }
    return String(dropFirst().dropLast())
  }

  /// Whether the bytes of `other` occur in this text.
  func holds(_ other: String) -> Bool { firstRange(of: other) != nil }

  /// Where `other` first occurs, byte by byte.
  func firstRange(of other: String) -> Range<String.Index>? {
    let needle = Array(other.utf8)
    guard let head = needle.first else { return nil }
    let view = utf8
    var start = view.startIndex
    while let found = view[start...].firstIndex(of: head) {
      if view[found...].starts(with: needle) {
        return found..<view.index(found, offsetBy: needle.count)
      }
      start = view.index(after: found)
    }
    return nil
  }

  /// The parts between the occurrences of a separator of one character.
  func parts(at separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// Whether there is a letter or digit of any script.
  var hasWord: Bool { unicodeScalars.contains { $0.isWordlike } }
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

extension Unicode.Scalar {
  /// A letter or digit; emoji, arrows and punctuation are not.
  var isWordlike: Bool {
    if value < 0x80 { return UInt8(value).isASCIILetter || UInt8(value).isDigit }
    return properties.isAlphabetic || properties.numericType != nil && value < 0x2000
  }
}

extension String {
  /// Every `part` exchanged, looked for byte by byte.
  func replaced(_ part: String, with other: String) -> String {
    guard holds(part) else { return self }
    var result = ""
    var rest = Substring(self)
    while let range = rest.firstRange(of: part) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
