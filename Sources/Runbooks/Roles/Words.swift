/// A text as words, numbers and marks: what every reader of names, times and severities looks at.
struct Words: Sendable {
  struct Word: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case word, number, mark }
    var kind: Kind
    /// Lower-cased, accents folded, the plural's s dropped; a mark as itself, all dashes as `-`, all arrows as `→`.
    var text: String
    /// `WordMark` of the text.
    var mark: UInt64
    var number: Double
    /// Byte range in the text.
    var start: Int
    var end: Int
    /// Nothing stands between this and the one before.
    var joined: Bool
  }

  let text: String
  let all: [Word]

  static let none = Words("")

  init(_ text: String) {
    self.text = text
    var whole = text
    all = whole.withUTF8 { bytes in
      var reader = WordReader(bytes)
      return reader.words()
    }
  }

  /// The first words of a text, without taking the rest apart.
  static func head(_ text: String, _ count: Int) -> [Word] {
    text.withBytes { bytes in
      var reader = WordReader(bytes)
      return reader.words(most: count)
    }
  }

  /// Drops the plural's s, on both sides of every comparison alike, so it need not be right.
  static func singular(_ word: String) -> String {
    var bytes = Array(word.utf8)
    singular(&bytes)
    return bytes.count == word.utf8.count ? word : String(decoding: bytes, as: UTF8.self)
  }

  /// The same of the bytes of a word.
  static func singular(_ bytes: inout [UInt8]) {
    guard bytes.count > 3, bytes.last == 0x73 else { return }
    // "class", "status" and "analysis" are singular.
    if "sui".utf8.contains(bytes[bytes.count - 2]) { return }
    let ends = bytes.suffix(4)
    if ends.suffix(3).elementsEqual("xes".utf8) || ends.elementsEqual("shes".utf8) || ends.elementsEqual("sses".utf8) {
      return bytes.removeLast(2)
    }
    if bytes.count > 4, ends.suffix(3).elementsEqual("ies".utf8) {
      bytes.removeLast(3)
      return bytes.append(0x79)
    }
    bytes.removeLast()
  }

  /// The text between two byte offsets.
  func slice(_ start: Int, _ end: Int) -> String {
    let view = text.utf8
    let count = view.count
    let low = min(max(0, start), count)
    let high = min(max(low, end), count)
    return String(decoding: view.dropFirst(low).prefix(high - low), as: UTF8.self).trimmed
  }

  /// Whether the words of `phrase` occur one after another.
  func contains(_ phrase: String) -> Bool { firstIndex(of: phrase) != nil }

  /// Index of the first word of the first occurrence.
  func firstIndex(of phrase: String) -> Int? {
    guard let first = phrase.utf8.first else { return nil }
    // Most texts have no word that begins like the phrase: no need to take it apart.
    let isPlain = first.isASCIILetter && !first.isUpper
    if isPlain, !all.contains(where: { $0.text.utf8.first == first }) { return nil }
    return firstIndex(of: Words(phrase).all.map(\.text))
  }

  /// Index of the first of the words where they stand one after another.
  func firstIndex(of wanted: [String]) -> Int? {
    guard let head = wanted.first, all.count >= wanted.count else { return nil }
    return (0...(all.count - wanted.count)).first { start in
      all[start].text == head && wanted.indices.allSatisfy { all[start + $0].text == wanted[$0] }
    }
  }

  func containsAny(_ words: WordSet) -> Bool { all.contains { words.contains($0) } }

  /// For a few words: a set would cost more than it saves.
  func containsAny(_ words: [String]) -> Bool { all.contains { word in words.contains { $0 == word.text } } }
}

extension Unicode.Scalar {
  /// White space, and the invisible sign behind some emoji.
  var isBlank: Bool {
    if value < 0x80 { return UInt8(value).isSpace }
    return value == 0xA0 || value == 0x3000 || value == 0xFE0F || (0x2000...0x200D).contains(value)
  }

  var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Scripts written without spaces: each character stands as a word.
  var isIdeograph: Bool {
    (0x3040...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value) || (0xAC00...0xD7AF).contains(value)
  }

  /// Lower-cased and without accents.
  var folded: String {
    switch value {
    case 0x41...0x5A: return String(Unicode.Scalar(UInt8(value + 32)))
    case ..<0x80: return String(self)
    case 0xC0...0xC5, 0xE0...0xE5: return "a"
    case 0xC7, 0xE7: return "c"
    case 0xC8...0xCB, 0xE8...0xEB: return "e"
    case 0xCC...0xCF, 0xEC...0xEF: return "i"
    case 0xD1, 0xF1: return "n"
    case 0xD2...0xD6, 0xF2...0xF6: return "o"
    case 0xD9...0xDC, 0xF9...0xFC: return "u"
    case 0xDF: return "ss"
    default: return properties.lowercaseMapping
    }
  }
}
