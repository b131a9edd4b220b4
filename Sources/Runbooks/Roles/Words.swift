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

    /// Whether it is a word. The lengths tell most apart, and cost less to compare.
    func spells(_ other: String) -> Bool { text.utf8.count == other.utf8.count && text == other }
  }

  let text: String
  let all: [Word]

  static let none = Words("")

  init(_ text: String) {
    self.text = text
    var whole = text
    all = whole.withUTF8 { WordReader.words($0) }
  }

  /// The first words of a text, without taking the rest apart.
  static func head(_ text: String, _ count: Int) -> [Word] {
    text.withBytes { WordReader.words($0, most: count) }
  }

  /// Without the marks. Most names have none, and nothing is copied.
  var unmarked: [Word] { all.contains { $0.kind == .mark } ? all.filter { $0.kind != .mark } : all }

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
      all[start].spells(head) && wanted.indices.allSatisfy { all[start + $0].spells(wanted[$0]) }
    }
  }

  func containsAny(_ words: WordSet) -> Bool { all.contains { words.contains($0) } }

  /// For a few words: a set would cost more than it saves.
  func containsAny(_ words: [String]) -> Bool { all.contains { word in words.contains { word.spells($0) } } }
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
}
