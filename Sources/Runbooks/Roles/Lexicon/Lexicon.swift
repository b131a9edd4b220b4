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
  private static let index: WordTable<[Entry]> = {
    var index: [String: [Entry]] = [:]
    for (language, table) in languages.enumerated() {
      for (concept, phrase) in table.flatMap({ row in row.1.flatMap { spellings($0).map { (row.0, $0) } } }) {
        let words = Words(phrase).all.map(\.text)
        guard let first = words.first else { continue }
        index[first, default: []].append(Entry(words: words, concept: concept, isEnglish: language == 0))
      }
    }
    return WordTable(index.map { ($0.key, $0.value) })
  }()

  /// The words that begin what says a concept: a name without one of them is about none.
  static func firstWords(of concepts: [Concept]) -> WordSet {
    WordSet(
      languages.joined().filter { concepts.contains($0.0) }.flatMap { $0.1.flatMap(spellings) }
        .compactMap { Words.head($0, 1).first?.text })
  }

  /// "Prüfung" is "Pruefung" where the umlaut is not at hand.
  private static func spellings(_ phrase: String) -> [String] {
    let spelled = [("ä", "ae"), ("ö", "oe"), ("ü", "ue")].reduce(phrase) { $0.replaced($1.0, with: $1.1) }
    return spelled == phrase ? [phrase] : [phrase, spelled]
  }

  private static let englishWords = WordSet(english.flatMap { $0.1 }.flatMap { Words($0).all.map(\.text) })

  /// Whether all words of a label are English ones that the lexicon knows.
  static func isEnglish(_ name: String) -> Bool {
    // English has no letters but those of ASCII: "Versión" is no version.
    name.unicodeScalars.allSatisfy { $0.value < 0x80 || !$0.isWordlike }
      && Words(name).all.allSatisfy { $0.kind != .word || englishWords.contains($0) || fillers.contains($0) }
  }

  /// Words that carry no meaning of their own in a name.
  private static let fillers: WordSet = [
    "the", "a", "an", "of", "and", "for", "to", "or", "in", "on", "by", "with", "your", "our", "is", "are", "be", "at",
    "key", "der", "die", "das", "und", "de", "la", "el", "e", "y", "et", "do", "da", "的",
  ]

  /// What a name is about, with the share of its words that say so (0…1).
  static func meaning(of name: String) -> Meaning {
    guard !name.isEmpty, name.utf8.count < 400 else { return Meaning() }
    return meaning(of: Words(name))
  }

  /// The same of a name that is words already.
  static func meaning(of name: Words) -> Meaning {
    guard !name.text.isEmpty, name.text.utf8.count < 400,
      name.all.contains(where: { $0.kind != .mark && index[$0] != nil })
    else { return Meaning() }
    let words = name.unmarked
    let hits = hits(words)
    guard hits.contains(where: { !$0.isEnglish }) else { return weights(hits, words) }
    // Where English words say it, a cousin in another language must not say something else: "vérifications" are checks.
    // A longer phrase around the word is more than a cousin: "procédures spécifiques" are no plain procedure.
    let phrases = hits.filter { !$0.isEnglish && $0.places.count > 1 }
    let english = weights(hits.filter { hit in hit.isEnglish && !phrases.contains { $0.covers(hit) } }, words)
    if english.weights.contains(where: { $0.share >= 0.5 }) { return english }
    return weights(hits, words)
  }

  /// Whether a name is about a concept at all. Most are not, and weighing what they speak of would be for nothing.
  static func speaks(of concept: Concept, in name: Words) -> Bool {
    hits(name.unmarked).contains { $0.concept == concept } && meaning(of: name)[concept] > 0
  }

  /// A phrase of the lexicon where it stands in a name.
  private struct Hit {
    var concept: Concept
    var isEnglish: Bool
    var places: Range<Int>

    /// Whether it holds all of a shorter one.
    func covers(_ other: Hit) -> Bool {
      places.count > other.places.count && places.clamped(to: other.places) == other.places
    }
  }

  /// In the order of the name.
  private static func hits(_ words: [Words.Word]) -> [Hit] {
    var hits: [Hit] = []
    for start in words.indices {
      for entry in index[words[start]] ?? [] where matches(entry.words, words, at: start) {
        hits.append(
          Hit(concept: entry.concept, isEnglish: entry.isEnglish, places: start..<(start + entry.words.count)))
      }
    }
    return hits
  }

  private static func weights(_ hits: [Hit], _ words: [Words.Word]) -> Meaning {
    guard !hits.isEmpty else { return Meaning() }
    let total = words.count(where: counts)
    var meaning = Meaning()
    for first in hits where !meaning.weights.contains(where: { $0.concept == first.concept }) {
      let concept = first.concept
      var own = 0
      var end = 0
      var spoken = true
      for hit in hits where hit.concept == concept {
        for place in max(end, hit.places.lowerBound)..<max(end, hit.places.upperBound) {
          if counts(words[place]) { own += 1 }
          if words[place].kind != .word { spoken = false }
        }
        end = max(end, hit.places.upperBound)
      }
      // "do" says "fix" only where it stands alone.
      if own == 0, total > 0, spoken { continue }
      meaning.weights.append(
        Meaning.Weight(concept: concept, share: min(1, Double(max(1, own)) / Double(max(1, total)))))
    }
    return meaning
  }

  private static func counts(_ word: Words.Word) -> Bool { word.kind == .word && !fillers.contains(word) }

  private static func matches(_ phrase: [String], _ words: [Words.Word], at start: Int) -> Bool {
    guard start + phrase.count <= words.count else { return false }
    for offset in phrase.indices where !words[start + offset].spells(phrase[offset]) { return false }
    return true
  }
}

/// What a name is about: each concept with the share of the name's words that speak of it.
struct Meaning: Sendable, Hashable {
  struct Weight: Sendable, Hashable {
    var concept: Concept
    var share: Double
  }

  /// One for each concept that is spoken of: few, so that looking through them is quicker than hashing.
  var weights: [Weight] = []

  subscript(_ concept: Concept) -> Double {
    for weight in weights where weight.concept == concept { return weight.share }
    return 0
  }

  /// The weight of the best of several concepts.
  func best(_ concepts: [Concept]) -> Double {
    if weights.isEmpty { return 0 }
    return concepts.reduce(0) { max($0, self[$1]) }
  }
}
