/// Words and what they are about, in every language read; an index over the tables beside this one.
enum Lexicon {
  /// Each language is a table of its own; adding one is adding a line here and a file of words.
  static let languages: [[(Concept, [String])]] = [
    english, german, french, spanish, portuguese, italian, russian, vietnamese, chinese,
    japanese,
  ]

  private struct Entry: Sendable {
    var words: [String]
    var concept: Concept
    var isEnglish: Bool
  }

  /// Entries by their first word.
  private static let index: [String: [Entry]] = {
    var index: [String: [Entry]] = [:]
    for (language, table) in languages.enumerated() {
      for (concept, phrase) in table.flatMap({ row in row.1.flatMap { spellings($0).map { (row.0, $0) } } }) {
        let words = Words(phrase).all.map(\.text)
        guard let first = words.first else { continue }
        index[first, default: []].append(Entry(words: words, concept: concept, isEnglish: language == 0))
      }
    }
    return index
  }()

  /// "Prüfung" is "Pruefung" where the umlaut is not at hand.
  private static func spellings(_ phrase: String) -> [String] {
    let spelled = [("ä", "ae"), ("ö", "oe"), ("ü", "ue")].reduce(phrase) { $0.replaced($1.0, with: $1.1) }
    return spelled == phrase ? [phrase] : [phrase, spelled]
  }

  private static let englishWords: Set<String> = Set(english.flatMap { $0.1 }.flatMap { Words($0).all.map(\.text) })

  /// Whether all words of a label are English ones that the lexicon knows.
  static func isEnglish(_ name: String) -> Bool {
    Words(name).all.allSatisfy { $0.kind != .word || englishWords.contains($0.text) || fillers.contains($0.text) }
  }

  /// Words that carry no meaning of their own in a name.
  private static let fillers: Set<String> = [
    "the", "a", "an", "of", "and", "for", "to", "or", "in", "on", "by", "with", "your", "our", "is", "are", "be", "at",
    "key", "der", "die", "das", "und", "de", "la", "el", "e", "y", "et", "do", "da", "的",
  ]

  /// What a name is about, with the share of its words that say so (0…1).
  static func meaning(of name: String) -> Meaning {
    guard !name.isEmpty, name.utf8.count < 400 else { return Meaning() }
    let words = Words(name).all.filter { $0.kind != .mark }
    let texts = words.map(\.text)
    // Where English words say it, a cousin in another language must not say something else: "vérifications" are checks.
    let english = weights(hits(texts, englishOnly: true), words)
    if english.weights.values.contains(where: { $0 >= 0.5 }) { return english }
    return weights(hits(texts, englishOnly: false), words)
  }

  private static func hits(_ texts: [String], englishOnly: Bool) -> [Concept: Set<Int>] {
    var hits: [Concept: Set<Int>] = [:]
    for start in texts.indices {
      for entry in index[texts[start]] ?? [] where entry.isEnglish || !englishOnly {
        guard matches(entry.words, texts, at: start) else { continue }
        hits[entry.concept, default: []].formUnion(start..<(start + entry.words.count))
      }
    }
    return hits
  }

  private static func weights(_ hits: [Concept: Set<Int>], _ words: [Words.Word]) -> Meaning {
    let texts = words.map(\.text)
    guard !hits.isEmpty else { return Meaning() }
    let counted = texts.indices.filter { words[$0].kind == .word && !fillers.contains(texts[$0]) }
    let total = Double(max(1, counted.count))
    var weights: [Concept: Double] = [:]
    for (concept, places) in hits {
      let own = places.filter { words[$0].kind == .word && !fillers.contains(texts[$0]) }.count
      // "do" says "fix" only where it stands alone.
      if own == 0, !counted.isEmpty, places.allSatisfy({ words[$0].kind == .word }) { continue }
      weights[concept] = min(1, Double(max(1, own)) / total)
    }
    return Meaning(weights: weights)
  }

  private static func matches(_ phrase: [String], _ texts: [String], at start: Int) -> Bool {
    guard start + phrase.count <= texts.count else { return false }
    for offset in phrase.indices where texts[start + offset] != phrase[offset] { return false }
    return true
  }
}

/// What a name is about: each concept with the share of the name's words that speak of it.
struct Meaning: Sendable, Hashable {
  var weights: [Concept: Double] = [:]

  subscript(_ concept: Concept) -> Double { weights[concept] ?? 0 }

  /// The weight of the best of several concepts.
  func best(_ concepts: [Concept]) -> Double { concepts.reduce(0) { max($0, self[$1]) } }
}
