/// What a text is about: stems and concepts with how much each tells.
struct AlertFeatures {
  struct Feature {
    /// Hash of a stem, or a small number for a concept.
    var key: UInt64
    var weight: Float
  }

  private(set) var features: [Feature] = []
  private var words = AlertWords()
  private var hasTrouble = false
  private var isCalm = false
  private var hasSign = false
  /// The word before was a negation: "not ready" is not "ready".
  private var isNegated = false

  /// Good news and no word of trouble.
  var isGoodNews: Bool { isCalm && !hasTrouble }

  /// Something is said to be wrong, whatever it is.
  var speaksOfTrouble: Bool { hasTrouble || hasSign }

  func names(anyOf keys: [UInt64]) -> Bool { features.contains { keys.contains($0.key) } }

  /// Of an alert: what its summary says, and those of its labels that are read.
  init(_ summary: String, _ labels: [String: String]) {
    self.init()
    add(summary, share: 1)
    for (text, share) in Matching.read(labels) { add(text, share: share) }
  }

  init() { features.reserveCapacity(48) }

  static func conceptKey(_ concept: Int) -> UInt64 { UInt64(truncatingIfNeeded: concept) &+ 1 }

  /// - Parameter share: how much this text counts beside the others.
  mutating func add(_ text: String, share: Float) {
    words.clear()
    words.add(text)
    let table = ConceptTable.shared
    var i = 0
    var covered = 0
    while i < words.words.count {
      let word = words.words[i]
      if let found = table.phrase(words.words, at: i) {
        add(concept: found.concept, share: share)
        covered = max(covered, i + found.length)
        // A longer phrase swallows the shorter ones inside it.
        if found.length > 1 {
          for j in i..<(i + found.length) where !table.concepts[found.concept].isCalm {
            add(word: words.words[j], share: share * 0.3)
            if let inner = table.concept(of: words.words[j].stem), inner != found.concept {
              add(concept: inner, share: share * 0.5)
            }
          }
          i += found.length
          continue
        }
      }
      addJoined(i, share: share)
      add(word: word, share: i < covered ? share * 0.3 : share)
      i += 1
    }
  }

  /// "ZodError" is an error of some kind; "PaymentGate" meets "paymentgate".
  private mutating func addJoined(_ i: Int, share: Float) {
    let word = words.words[i]
    guard word.joined != 0 else { return }
    keep(word.joined, 0.5 * share)
    let table = ConceptTable.shared
    if table.traits(of: word.stem).contains(.error), let kind = table.errorRate {
      add(concept: kind, share: share * 0.35)
    }
  }

  private mutating func add(concept: Int, share: Float) {
    let table = ConceptTable.shared
    let known = table.concepts[concept]
    if known.isCalm { isCalm = true }
    guard !known.isCalm else { return }
    if !known.isThing { hasTrouble = true }
    keep(Self.conceptKey(concept), known.weight * share)
    for other in known.suggests {
      keep(Self.conceptKey(other.concept), table.concepts[other.concept].weight * other.share * share)
    }
  }

  private mutating func add(word: AlertWord, share: Float) {
    let table = ConceptTable.shared
    let traits = table.traits(of: word.stem)
    if traits.contains(.calm), !isNegated { isCalm = true }
    isNegated = traits.contains(.negation)
    if traits.contains(.sign) { hasSign = true }
    guard !traits.contains(.empty) else { return }
    let weight: Float = word.isNumber ? 0.2 : traits.contains(.common) ? 0.15 : 1
    keep(word.stem, weight * share)
  }

  /// A feature said twice counts once, at its best.
  private mutating func keep(_ key: UInt64, _ weight: Float) {
    for i in features.indices where features[i].key == key {
      if weight > features[i].weight { features[i].weight = weight }
      return
    }
    features.append(Feature(key: key, weight: weight))
  }
}
