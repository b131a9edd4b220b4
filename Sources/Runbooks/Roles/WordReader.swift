/// Takes a text apart into words: one pass over its bytes, with the same answer for ASCII and for all else.
struct WordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// The bytes of the word that is being read, folded.
  private var folded: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    folded.reserveCapacity(min(bytes.count, 24))
  }

  mutating func words(most: Int = .max) -> [Words.Word] {
    var all: [Words.Word] = []
    all.reserveCapacity(min(most, bytes.count / 6 + 2))
    var lastEnd = -1
    while all.count < most, let first = scalar(at) {
      if first.isBlank {
        at += UTF8.width(first)
        continue
      }
      let start = at
      var word = word(from: first)
      word.start = start
      word.end = at
      word.joined = start == lastEnd
      lastEnd = at
      all.append(word)
    }
    return all
  }

  private mutating func word(from first: Unicode.Scalar) -> Words.Word {
    folded.removeAll(keepingCapacity: true)
    if first.isASCIIDigit { return number() }
    if first.value >= 0x80, first.isIdeograph {
      at += UTF8.width(first)
      add(HanSigns.simplified(first))
      return made(.word)
    }
    if first.isWordlike {
      letters()
      Words.singular(&folded)
      return made(.word)
    }
    mark(first)
    return made(.mark)
  }

  /// A word of what was folded.
  private func made(_ kind: Words.Word.Kind, number: Double = 0) -> Words.Word {
    var mark = WordMark.none
    for byte in folded { WordMark.add(byte, to: &mark) }
    // Short ones are made in place, without an allocation.
    let text = String(unsafeUninitializedCapacity: folded.count) { $0.initialize(fromContentsOf: folded) }
    return Words.Word(
      kind: kind, text: text, mark: WordMark.ended(mark), number: number, start: 0,
      end: 0, joined: false)
  }

  private mutating func number() -> Words.Word {
    var point = false
    while let next = byte(at) {
      if next.isDigit {
        folded.append(next)
      } else if next == 0x2E, isDigit(at + 1), !point {
        point = true
        folded.append(next)
      } else if next == 0x2C, isThousands(after: at) {
        // 1,000 is one number; "1,2" is two.
      } else {
        break
      }
      at += 1
    }
    // Bounded, so that arithmetic on it never leaves what an Int holds.
    return made(.number, number: min(value(point), 1e9))
  }

  private func value(_ point: Bool) -> Double {
    if point || folded.count > 9 { return Double(String(decoding: folded, as: UTF8.self)) ?? 0 }
    return Double(folded.reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) })
  }

  private func isThousands(after comma: Int) -> Bool {
    isDigit(comma + 1) && isDigit(comma + 2) && isDigit(comma + 3) && !isDigit(comma + 4)
  }

  private mutating func letters() {
    while true {
      // The letters of ASCII in one go: most texts have no others.
      let start = at
      while at < bytes.count, bytes[at].isASCIILetter {
        folded.append(bytes[at] | 0x20)
        at += 1
      }
      if at == start {
        guard let next = scalar(at), next.value >= 0x80, next.isWordlike, !next.isIdeograph else { return }
        at += UTF8.width(next)
        add(folding: next)
      }
      // The apostrophe of "can't" belongs to the word.
      if let mark = byte(at), mark == 0x27 || mark == 0xE2, let sign = scalar(at),
        sign.value == 0x27 || sign.value == 0x2019, let behind = scalar(at + UTF8.width(sign)), behind.isWordlike,
        !behind.isASCIIDigit
      {
        at += UTF8.width(sign)
      }
    }
  }

  private mutating func mark(_ sign: Unicode.Scalar) {
    at += UTF8.width(sign)
    let value = sign.value
    let isDash = (0x2010...0x2015).contains(value) || value == 0x2212 || value == 0x2D
    if isDash || value == 0x3D, byte(at) == 0x3E {
      at += 1
      return add("→")
    }
    if isDash { return add("-") }
    switch value {
    case 0x2190...0x21FF, 0x27A1, 0x279C, 0x2794: add("→")
    case 0x2264, 0xFF1C: add("<")
    case 0x2265, 0xFF1E: add(">")
    case 0xFF1A: add(":")
    case 0xFF08: add("(")
    case 0xFF09: add(")")
    default: add(sign)
    }
  }

  private mutating func add(_ sign: Unicode.Scalar) {
    if sign.value < 0x80 { return folded.append(UInt8(truncatingIfNeeded: sign.value)) }
    folded.append(contentsOf: String(sign).utf8)
  }

  private mutating func add(folding letter: Unicode.Scalar) {
    let value = letter.value
    if value < 0x80 {
      return folded.append(UInt8(truncatingIfNeeded: value >= 0x41 && value <= 0x5A ? value | 0x20 : value))
    }
    folded.append(contentsOf: letter.folded.utf8)
  }

  private func byte(_ index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

  private func isDigit(_ index: Int) -> Bool { byte(index)?.isDigit ?? false }

  /// The character that begins at a byte; nil at the end.
  private func scalar(_ index: Int) -> Unicode.Scalar? {
    guard let first = byte(index) else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(byte(index + offset) ?? 0x80) & 0x3F }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
