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
    guard utf8.count >= 2, let first, first == last, first == "\"" || first == "'" else { return String(self) }
    return String(dropFirst().dropLast())
  }

  /// Whether the bytes of `other` occur in this text.
  func holds(_ other: String) -> Bool { firstRange(of: other) != nil }

  /// Where `other` first occurs, byte by byte.
  func firstRange(of other: String) -> Range<String.Index>? {
    let view = utf8
    guard let offset = withBytes({ all in other.withBytes { ByteSearch.offset(of: $0, in: all) } }) else { return nil }
    let start = view.index(view.startIndex, offsetBy: offset)
    return start..<view.index(start, offsetBy: other.utf8.count)
  }

  /// The bytes of the text, in one piece.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }

  /// The parts between the occurrences of a separator of one character.
  func parts(at separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// Whether there is a letter or digit of any script.
  var hasWord: Bool {
    if let first = utf8.first, first.isASCIILetter || first.isDigit { return true }
    return unicodeScalars.contains { $0.isWordlike }
  }
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

extension Unicode.Scalar {
  /// A letter or digit; emoji, arrows and punctuation are not.
  var isWordlike: Bool {
    value < 0x80 ? UInt8(value).isASCIILetter || UInt8(value).isDigit : isForeignLetter
  }

  private var isForeignLetter: Bool {
    switch value {
    // Letters with accents, Cyrillic's common ones, Vietnamese and Chinese signs, without asking a table.
    case 0xC0...0x24F: return value != 0xD7 && value != 0xF7
    case 0x400...0x481, 0x1E00...0x1EFF, 0x4E00...0x9FFF: return true
    // Punctuation, arrows, lines and shapes; the letters among them stand in the table.
    case 0x2010...0x2027, 0x2190...0x2426, 0x2500...0x27BF, 0x3001...0x3003, 0xFF08...0xFF0C: return false
    default: return properties.isAlphabetic || properties.numericType != nil && value < 0x2000
    }
  }
}

extension String {
  /// Most texts have nothing to take away: they stay the string they are.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    return first.isSpace || last.isSpace ? Substring(self).trimmed : self
  }

  func stripped(_ marks: String) -> String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    let stays = [first, last].allSatisfy { $0 < 0x80 && !$0.isSpace && !marks.utf8.contains($0) }
    return stays ? self : Substring(self).stripped(marks)
  }

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

/// Looks for bytes among bytes.
enum ByteSearch {
  /// Where the first occurrence begins; nil where there is none, or nothing to look for.
  static func offset(of part: UnsafeBufferPointer<UInt8>, in all: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let head = part.first, part.count <= all.count else { return nil }
    var start = 0
    while start <= all.count - part.count {
      if all[start] == head, begins(all, at: start, with: part) { return start }
      start += 1
    }
    return nil
  }

  /// Whether bytes stand at a place.
  static func begins(
    _ all: UnsafeBufferPointer<UInt8>, at start: Int, with part: some RandomAccessCollection<UInt8>
  ) -> Bool {
    guard start >= 0, start + part.count <= all.count else { return false }
    var place = start
    for byte in part {
      if all[place] != byte { return false }
      place += 1
    }
    return true
  }
}
