/// Words one after another to look for, taken apart once.
struct WordPhrases: Sendable, ExpressibleByArrayLiteral {
  /// By the first word.
  private let phrases: WordTable<[[String]]>

  init(arrayLiteral phrases: String...) {
    let parts = phrases.map { Words($0).all.map(\.text) }.filter { !$0.isEmpty }
    self.phrases = WordTable(Dictionary(grouping: parts) { $0[0] }.map { ($0.key, $0.value) })
  }

  /// Whether one of them stands in a text.
  func occur(in words: Words) -> Bool {
    words.all.indices.contains { start in
      phrases[words.all[start]]?.contains { matches($0, words.all, at: start) } ?? false
    }
  }

  private func matches(_ phrase: [String], _ words: [Words.Word], at start: Int) -> Bool {
    guard start + phrase.count <= words.count else { return false }
    return phrase.indices.allSatisfy { words[start + $0].text == phrase[$0] }
  }
}
