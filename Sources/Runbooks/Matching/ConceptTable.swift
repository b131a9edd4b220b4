/// The concepts of `FieldConcepts`, prepared for looking up.
struct ConceptTable: Sendable {
  struct Concept: Sendable {
    var name: String
    var weight: Float
    /// A thing such as a database; it says nothing of what is wrong with it.
    var isThing: Bool
    /// Good news, such as an exit code of 0.
    var isCalm = false
    /// Other concepts it suggests, with how much.
    var suggests: [(concept: Int, share: Float)] = []
  }

  private struct Phrase: Sendable {
    var stems: [UInt64]
    var concept: Int
  }

  private(set) var concepts: [Concept] = []
  /// Phrases by their first stem, longest first.
  private var phrases: [UInt64: [Phrase]] = [:]
  /// What single words are, found with one look.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Says nothing: "the".
    static let empty = Traits(rawValue: 1)
    /// Says little, since many alerts have it.
    static let common = Traits(rawValue: 2)
    static let calm = Traits(rawValue: 4)
    /// Something is wrong, whatever it is.
    static let sign = Traits(rawValue: 8)
    static let negation = Traits(rawValue: 16)
    /// Ends the names of errors, as in "TypeError".
    static let error = Traits(rawValue: 32)
  }
  private var traits: [UInt64: Traits] = [:]
  private(set) var errorRate: Int?

  static let shared = ConceptTable()

  private init() {
    var names: [String: Int] = [:]
    var suggested: [(Int, Substring)] = []
    for line in FieldConcepts.text.split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 4, let weight = Float(ShellText.trim(cells[1])) else { continue }
      var name = ShellText.trim(cells[0])
      let isThing = name.hasPrefix("~")
      let isCalm = name.hasPrefix("=")
      if isThing || isCalm { name.removeFirst() }
      names[name] = concepts.count
      suggested.append((concepts.count, cells[2]))
      for phrase in cells[3].split(separator: ",") { add(String(phrase), concept: concepts.count) }
      concepts.append(Concept(name: name, weight: weight, isThing: isThing, isCalm: isCalm))
    }
    addAbroad(names)
    for (concept, text) in suggested {
      for part in text.split(separator: ",") {
        let words = part.split(separator: " ")
        guard words.count == 2, let other = names[String(words[0])], let share = Float(words[1]) else { continue }
        concepts[concept].suggests.append((other, share))
      }
    }
    for key in phrases.keys { phrases[key]?.sort { $0.stems.count > $1.stems.count } }
    for (text, trait) in [
      (FieldConcepts.empty, .empty), (FieldConcepts.calm, .calm), (FieldConcepts.negations, .negation),
      (FieldConcepts.signs, .sign), ("error exception", .error), (FieldConcepts.common, .common),
    ] as [(String, Traits)] {
      for word in AlertWords.of(text) { traits[word.stem, default: []].insert(trait) }
    }
    errorRate = names["errorRate"]
  }

  private mutating func addAbroad(_ names: [String: Int]) {
    for line in FieldConceptsAbroad.text.split(separator: "\n") {
      let cells = line.split(separator: "|").map { ShellText.trim($0) }
      guard cells.count == 2, let name = cells.first, let phrases = cells.last else { continue }
      guard let concept = names[name.hasPrefix("~") ? String(name.dropFirst()) : name] else { continue }
      for phrase in phrases.split(separator: ",") { add(String(phrase), concept: concept) }
    }
  }

  private mutating func add(_ phrase: String, concept: Int) {
    let stems = AlertWords.of(phrase).map(\.stem)
    guard let first = stems.first else { return }
    if phrases[first]?.contains(where: { $0.stems == stems }) == true { return }
    phrases[first, default: []].append(Phrase(stems: stems, concept: concept))
  }

  func traits(of stem: UInt64) -> Traits { traits[stem] ?? [] }

  /// Whether the key of a feature stands for a thing.
  func isThing(_ key: UInt64) -> Bool {
    guard key >= 1, key <= UInt64(concepts.count) else { return false }
    return concepts[Int(key) - 1].isThing
  }

  /// Whether the key of a feature stands for a concept.
  func isConcept(_ key: UInt64) -> Bool { key >= 1 && key <= UInt64(concepts.count) }

  /// The concept that one word names alone.
  func concept(of stem: UInt64) -> Int? { phrases[stem]?.last { $0.stems.count == 1 }?.concept }

  /// The longest phrase that starts at `at`: its concept and how many words it takes.
  func phrase(_ words: [AlertWord], at: Int) -> (concept: Int, length: Int)? {
    if at + 1 < words.count, words[at + 1].joined != 0, let whole = concept(of: words[at + 1].joined) {
      return (whole, 2)
    }
    guard let candidates = phrases[words[at].stem] else { return nil }
    for phrase in candidates where at + phrase.stems.count <= words.count {
      var same = true
      for i in 1..<max(phrase.stems.count, 1) where words[at + i].stem != phrase.stems[i] {
        same = false
        break
      }
      if same { return (phrase.concept, phrase.stems.count) }
    }
    return nil
  }
}
