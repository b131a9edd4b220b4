/// Takes a text apart into words: one pass over its bytes, with the same answer for ASCII and for all else.
struct WordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var word: FoldedWord

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ scratch: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    word = FoldedWord(in: scratch)
  }

  /// The words of a text, the first ones only where fewer are wanted.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>, most: Int = .max) -> [Words.Word] {
    guard !bytes.isEmpty else { return [] }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * FoldedWord.growth) { scratch in
      var reader = WordReader(bytes, scratch)
      return reader.words(most: most)
    }
  }

  private mutating func words(most: Int) -> [Words.Word] {
    var all: [Words.Word] = []
    all.reserveCapacity(min(most, bytes.count / 4 + 2))
    var lastEnd = -1
    while all.count < most, let first = scalar(at) {
      if first.isBlank {
        at += UTF8.width(first)
        continue
      }
      let start = at
      word.begin()
      let (kind, number) = read(from: first)
      all.append(
        Words.Word(
          kind: kind, text: word.text, mark: word.mark, number: number, start: start, end: at, joined: start == lastEnd)
      )
      lastEnd = at
    }
    return all
  }

  private mutating func read(from first: Unicode.Scalar) -> (Words.Word.Kind, Double) {
    if first.isASCIIDigit { return (.number, number()) }
    if first.value >= 0x80, first.isIdeograph {
      at += UTF8.width(first)
      word.add(HanSigns.simplified(first))
      return (.word, 0)
    }
    if first.isWordlike {
      letters()
      word.makeSingular()
      return (.word, 0)
    }
    mark(first)
    return (.mark, 0)
  }

  private mutating func number() -> Double {
    var point = false
    while let next = byte(at) {
      if next.isDigit {
        word.add(next)
      } else if next == 0x2E, isDigit(at + 1), !point {
        point = true
        word.add(next)
      } else if next == 0x2C, isThousands(after: at) {
        // 1,000 is one number; "1,2" is two.
      } else {
        break
      }
      at += 1
    }
    // Bounded, so that arithmetic on it never leaves what an Int holds.
    return min(word.number(pointed: point), 1e9)
  }

  private func isThousands(after comma: Int) -> Bool {
    isDigit(comma + 1) && isDigit(comma + 2) && isDigit(comma + 3) && !isDigit(comma + 4)
  }

  private mutating func letters() {
    while true {
      // The letters of ASCII in one go: most texts have no others.
      let start = at
      while at < bytes.count, bytes[at].isASCIILetter {
        word.add(bytes[at] | 0x20)
        at += 1
      }
      if at == start {
        guard let next = scalar(at), next.value >= 0x80, next.isWordlike, !next.isIdeograph else { return }
        at += UTF8.width(next)
        word.add(folding: next)
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
      return word.add("→")
    }
    if isDash { return word.add("-") }
    switch value {
    case 0x2190...0x21FF, 0x27A1, 0x279C, 0x2794: word.add("→")
    case 0x2264, 0xFF1C: word.add("<")
    case 0x2265, 0xFF1E: word.add(">")
    case 0xFF1A: word.add(":")
    case 0xFF08: word.add("(")
    case 0xFF09: word.add(")")
    default: word.add(sign)
    }
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
