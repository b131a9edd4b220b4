/// Values by word, found by the mark that a word carries from its reading on: no word is hashed anew for each question.
struct WordTable<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  private struct Slot: Sendable {
    var word: String
    var value: Value
  }
  /// Of a power of two places at most half are taken; a word stands at the first free place from its own on.
  private var slots: [Slot?] = []
  /// The mark of each place's word, 0 where the place is free: most questions end here, without a look at a word.
  private var marks: [UInt64] = []

  /// Of two values for one word the first counts.
  init(_ pairs: some Sequence<(String, Value)>) {
    let pairs = Array(pairs)
    var size = 4
    while size < pairs.count * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    marks = Array(repeating: 0, count: size)
    for (word, value) in pairs {
      let mark = WordMark.of(word)
      let index = place(of: word, mark)
      if marks[index] == 0 {
        slots[index] = Slot(word: word, value: value)
        marks[index] = mark
      }
    }
  }

  init(dictionaryLiteral pairs: (String, Value)...) { self.init(pairs) }

  subscript(_ text: String) -> Value? { slots[place(of: text, WordMark.of(text))]?.value }

  subscript(_ word: Words.Word) -> Value? { slots[place(of: word.text, word.mark)]?.value }

  func contains(_ text: String) -> Bool { marks[place(of: text, WordMark.of(text))] != 0 }

  func contains(_ word: Words.Word) -> Bool { marks[place(of: word.text, word.mark)] != 0 }

  /// The words that have a value.
  var words: [String] { slots.compactMap { $0?.word } }

  /// Where the word stands, or the free place where it would.
  private func place(of word: String, _ mark: UInt64) -> Int {
    let mask = marks.count - 1
    var index = Int(truncatingIfNeeded: mark) & mask
    while marks[index] != 0, marks[index] != mark || slots[index]?.word != word { index = (index + 1) & mask }
    return index
  }
}

/// Words to look for.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let table: WordTable<Void>
  /// As they were given.
  let words: [String]

  init(arrayLiteral words: String...) { self.init(words) }

  init(_ words: some Sequence<String>) {
    self.words = Array(words)
    table = WordTable(self.words.lazy.map { ($0, ()) })
  }

  func contains(_ text: String) -> Bool { table.contains(text) }

  func contains(_ word: Words.Word) -> Bool { table.contains(word) }

  func union(_ other: WordSet) -> WordSet { WordSet(words + other.words) }
}

/// A number for a word: FNV-1a over its bytes.
enum WordMark {
  static let none: UInt64 = 0xCBF2_9CE4_8422_2325

  static func of(_ text: String) -> UInt64 {
    var mark = none
    for byte in text.utf8 { add(byte, to: &mark) }
    return ended(mark)
  }

  /// The upper half mixed into the lower, which says where a word stands in a table. Never 0: that is no word's.
  static func ended(_ mark: UInt64) -> UInt64 { max(1, mark ^ mark >> 32) }

  static func add(_ byte: UInt8, to mark: inout UInt64) { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
