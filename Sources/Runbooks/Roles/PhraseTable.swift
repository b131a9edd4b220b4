/// Words one after another with what they stand for, found by the first of them: most words begin none.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var words: [String]
    var value: Value
  }
  /// By the first word, in the order given.
  private let entries: WordTable<[Entry]>

  init(_ phrases: [([String], Value)]) {
    let all = phrases.filter { !$0.0.isEmpty }.map { Entry(words: $0.0, value: $0.1) }
    entries = WordTable(Dictionary(grouping: all) { $0.words[0] }.map { ($0.key, $0.value) })
  }

  /// The words that a phrase begins with.
  var openers: WordSet { WordSet(entries.words) }

  /// The value of the first phrase that stands at a place, and the words it takes.
  func first(_ words: [Words.Word], at start: Int) -> (Value, Int)? {
    guard let found = entries[words[start]]?.first(where: { matches($0.words, words, at: start) }) else { return nil }
    return (found.value, found.words.count)
  }

  /// Whether one of them stands in a text.
  func occur(in words: Words) -> Bool { words.all.indices.contains { first(words.all, at: $0) != nil } }

  private func matches(_ phrase: [String], _ words: [Words.Word], at start: Int) -> Bool {
    guard start + phrase.count <= words.count else { return false }
    // The first word is the one they were found by.
    return phrase.indices.dropFirst().allSatisfy { words[start + $0].spells(phrase[$0]) }
  }
}

/// Phrases of which only counts whether they occur, written as a text is.
typealias WordPhrases = PhraseTable<Void>

extension PhraseTable: ExpressibleByArrayLiteral where Value == Void {
  init(arrayLiteral phrases: String...) { self.init(phrases.map { (Words($0).all.map(\.text), ()) }) }
}
