/// A word of an alert or a scenario: a hash of its stem, which is all that matching compares.
struct AlertWord {
  var stem: UInt64
  /// "MetaMask" is "metamask" to people who type less: the stem of this hump joined to the one before it, or 0.
  var joined: UInt64 = 0
  /// It has a digit, so it is more likely a number than a name.
  var isNumber: Bool
}

/// Splits text into stems: lower case, camelCase and snake_case taken apart, plural and verb endings cut.
///
/// Written over bytes without allocation per word, since it runs for every alert that comes in.
struct AlertWords {
  private(set) var words: [AlertWord] = []
  private var current: [UInt8] = []
  /// The hump before `current` in one camelCase word.
  private var hump: [UInt8] = []
  private var foreign = false

  /// Alert text beyond this is not looked at.
  static let longest = 2_048

  init() {
    words.reserveCapacity(48)
    current.reserveCapacity(32)
  }

  static func of(_ text: String) -> [AlertWord] {
    var splitter = AlertWords()
    splitter.add(text)
    return splitter.words
  }

  mutating func clear() { words.removeAll(keepingCapacity: true) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in scan(bytes) }
    endWord()
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = min(bytes.count, Self.longest)
    var before: UInt8 = 0
    for i in 0..<count {
      let b = bytes[i]
      if Byte.isUpper(b) {
        let next = i + 1 < count ? bytes[i + 1] : 0
        // "apiDown" splits before D; "HTTPErrors" before E.
        if Byte.isLower(before) || (Byte.isUpper(before) && Byte.isLower(next) && next != 115) { endHump() }
        current.append(b | 0x20)
      } else if Byte.isLower(b) || Byte.isDigit(b) {
        current.append(b)
      } else if b >= 0x80 {
        foreign = true
        current.append(b)
      } else if b == Byte.single {
        // "can't" is one word.
      } else if b == UInt8(ascii: ":"), isScheme, i + 1 < count, bytes[i + 1] == UInt8(ascii: "/") {
        // The start of an address tells nothing: "https://" is no word about certificates.
        current.removeAll(keepingCapacity: true)
      } else {
        endWord()
      }
      before = b
    }
  }

  private var isScheme: Bool { current.count <= 5 && current.starts(with: "http".utf8) }

  private mutating func endWord() {
    endPart()
    hump.removeAll(keepingCapacity: true)
  }

  private mutating func endHump() {
    let part = current
    endPart()
    hump = part
  }

  private mutating func endPart() {
    guard !current.isEmpty else { return }
    if foreign {
      endForeignWord()
    } else {
      Stemmer.cut(&current)
      append(current[...])
    }
    current.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    let digits = bytes.count(where: Byte.isDigit)
    let joined = hump.isEmpty ? 0 : Self.hash(bytes, after: Self.hash(hump[...]))
    words.append(
      AlertWord(stem: Self.hash(bytes), joined: joined, isNumber: digits * 2 >= bytes.count && digits > 0))
  }

  /// FNV-1a, which goes on where it stopped.
  private static func hash(_ bytes: ArraySlice<UInt8>, after start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Curly quotes and dashes end a word; letters of other scripts are folded; scripts without blanks go in pairs.
  private mutating func endForeignWord() {
    foreign = false
    var run: [UInt8] = []
    var signs: [[UInt8]] = []
    for scalar in String(decoding: current, as: UTF8.self).lowercased().unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if (0x3040...0x9FFF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value) {
        flush(&run)
        signs.append(bytes)
      } else if scalar.properties.isAlphabetic || (48...57).contains(scalar.value) {
        flushPairs(&signs)
        run += bytes
      } else if scalar.value != 0x2019 {
        flush(&run)
        flushPairs(&signs)
      }
    }
    flush(&run)
    flushPairs(&signs)
  }

  private mutating func flush(_ run: inout [UInt8]) {
    guard !run.isEmpty else { return }
    Stemmer.cut(&run)
    append(run[...])
    run.removeAll()
  }

  private mutating func flushPairs(_ signs: inout [[UInt8]]) {
    for i in signs.indices.dropLast() { append((signs[i] + signs[i + 1])[...]) }
    if signs.count == 1 { append(signs[0][...]) }
    signs.removeAll()
  }
}

/// Cuts the endings of English words; the same on both sides is all that counts.
enum Stemmer {
  static func cut(_ word: inout [UInt8]) {
    let n = word.count
    // "https" is no plural of "http".
    guard n > 3, let last = word.last, !Byte.isDigit(word[0]), !word.elementsEqual("https".utf8) else { return }
    if last == UInt8(ascii: "s") {
      cutPlural(&word)
    } else if ends(word, [105, 110, 103]), n > 5 {
      word.removeLast(3)
      undouble(&word)
    } else if ends(word, [101, 100]), n > 4 {
      word.removeLast(2)
      undouble(&word)
    }
    // "cache", "caching" and "cached" meet without the e.
    if word.count > 4, word.last == UInt8(ascii: "e") { word.removeLast() }
  }

  private static func cutPlural(_ word: inout [UInt8]) {
    let n = word.count
    let before = word[n - 2]
    if before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "i") { return }
    if ends(word, [105, 101, 115]), n > 4 {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if ends(word, [101, 115]), n > 4, isHissing(word[n - 3]) {
      word.removeLast(2)
    } else {
      word.removeLast()
    }
  }

  private static func isHissing(_ b: UInt8) -> Bool {
    b == UInt8(ascii: "s") || b == UInt8(ascii: "x") || b == UInt8(ascii: "z") || b == UInt8(ascii: "h")
  }

  private static func ends(_ word: [UInt8], _ ending: [UInt8]) -> Bool {
    word.count > ending.count && word[(word.count - ending.count)...].elementsEqual(ending)
  }

  /// "lagg" of "lagging" is "lag".
  private static func undouble(_ word: inout [UInt8]) {
    let n = word.count
    guard n > 3, word[n - 1] == word[n - 2], !"lsz".utf8.contains(word[n - 1]) else { return }
    word.removeLast()
  }
}
