/// A text as words, numbers and marks: what every reader of names, times and severities looks at.
struct Words: Sendable {
  struct Word: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case word, number, mark }
    var kind: Kind
    /// Lower-cased, accents folded, the plural's s dropped; a mark as itself, all dashes as `-`, all arrows as `→`.
    var text: String
    var number: Double
    /// Byte range in the text.
    var start: Int
    var end: Int
    /// Nothing stands between this and the one before.
    var joined: Bool
  }

  let text: String
  private(set) var all: [Word] = []

  init(_ text: String) {
    self.text = text
    let scalars = Array(text.unicodeScalars)
    var index = 0
    var offset = 0
    var lastEnd = -1
    while index < scalars.count {
      let start = offset
      let first = scalars[index]
      if first.isBlank {
        offset += UTF8.width(first)
        index += 1
        continue
      }
      var word = Word(kind: .mark, text: "", number: 0, start: start, end: start, joined: start == lastEnd)
      if first.isASCIIDigit {
        Self.number(scalars, &index, &offset, &word)
      } else if first.isIdeograph {
        word.kind = .word
        word.text = String(HanSigns.simplified(first))
        offset += UTF8.width(first)
        index += 1
      } else if first.isWordlike {
        Self.word(scalars, &index, &offset, &word)
      } else {
        Self.mark(scalars, &index, &offset, &word)
      }
      word.end = offset
      lastEnd = offset
      all.append(word)
    }
  }

  private static func number(
    _ scalars: [Unicode.Scalar], _ index: inout Int, _ offset: inout Int, _ word: inout Word
  ) {
    var digits = ""
    while index < scalars.count {
      let next = scalars[index]
      let digitFollows = index + 1 < scalars.count && scalars[index + 1].isASCIIDigit
      if next.isASCIIDigit {
        digits.unicodeScalars.append(next)
      } else if next == ".", digitFollows, !digits.contains(".") {
        digits.append(".")
      } else if next == ",", digitFollows, isThousands(scalars, after: index) {
        // 1,000 is one number; "1,2" is two.
      } else {
        break
      }
      offset += UTF8.width(next)
      index += 1
    }
    word.kind = .number
    word.text = digits
    // Bounded, so that arithmetic on it never leaves what an Int holds.
    word.number = min(Double(digits) ?? 0, 1e9)
  }

  private static func isThousands(_ scalars: [Unicode.Scalar], after comma: Int) -> Bool {
    let next = scalars[(comma + 1)...].prefix(4)
    return next.prefix(3).count == 3 && next.prefix(3).allSatisfy(\.isASCIIDigit)
      && !(next.count == 4 && (next.last?.isASCIIDigit ?? false))
  }

  private static func word(
    _ scalars: [Unicode.Scalar], _ index: inout Int, _ offset: inout Int, _ word: inout Word
  ) {
    var text = ""
    while index < scalars.count, scalars[index].isWordlike, !scalars[index].isASCIIDigit, !scalars[index].isIdeograph {
      text += scalars[index].folded
      offset += UTF8.width(scalars[index])
      index += 1
      // The apostrophe of "can't" belongs to the word.
      if index + 1 < scalars.count, scalars[index] == "'" || scalars[index].value == 0x2019,
        scalars[index + 1].isWordlike, !scalars[index + 1].isASCIIDigit
      {
        offset += UTF8.width(scalars[index])
        index += 1
      }
    }
    word.kind = .word
    word.text = singular(text)
  }

  private static func mark(
    _ scalars: [Unicode.Scalar], _ index: inout Int, _ offset: inout Int, _ word: inout Word
  ) {
    let scalar = scalars[index]
    offset += UTF8.width(scalar)
    index += 1
    switch scalar.value {
    case 0x2010...0x2015, 0x2212, 0x2D:
      word.text = "-"
      if index < scalars.count, scalars[index] == ">" { arrow(scalars, &index, &offset, &word) }
    case 0x3D where index < scalars.count && scalars[index] == ">": arrow(scalars, &index, &offset, &word)
    case 0x2190...0x21FF, 0x27A1, 0x279C, 0x2794: word.text = "→"
    case 0x2264, 0xFF1C: word.text = "<"
    case 0x2265, 0xFF1E: word.text = ">"
    case 0xFF1A: word.text = ":"
    case 0xFF08: word.text = "("
    case 0xFF09: word.text = ")"
    default: word.text = String(scalar)
    }
  }

  private static func arrow(
    _ scalars: [Unicode.Scalar], _ index: inout Int, _ offset: inout Int, _ word: inout Word
  ) {
    offset += 1
    index += 1
    word.text = "→"
  }

  /// Drops the plural's s, on both sides of every comparison alike, so it need not be right.
  static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.last == 0x73 else { return word }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    if word.hasSuffix("xes") || word.hasSuffix("shes") || word.hasSuffix("sses") { return String(word.dropLast(2)) }
    if word.utf8.count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    return String(word.dropLast())
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
    let wanted = Words(phrase).all.map(\.text)
    guard let head = wanted.first, all.count >= wanted.count else { return nil }
    return (0...(all.count - wanted.count)).first { start in
      all[start].text == head && wanted.indices.allSatisfy { all[start + $0].text == wanted[$0] }
    }
  }

  func containsAny(_ words: Set<String>) -> Bool { all.contains { words.contains($0.text) } }
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
    if value < 0x80 {
      return value >= 0x41 && value <= 0x5A ? String(Unicode.Scalar(UInt8(value + 32))) : String(self)
    }
    switch value {
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
