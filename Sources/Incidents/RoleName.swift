/// A role as documents and team files write it, made comparable: "L2: Team lead", "team lead" and "Team Lead" are one.
struct RoleName: Sendable, Hashable {
  /// How two spellings of a role stand to each other, the surest first.
  enum Closeness: CaseIterable {
    /// The same words.
    case same
    /// The same words once those that every role may bear are left out.
    case alike
    /// One says more than the other, and what it says more does not make it another role.
    case wider
  }

  /// The ways to read the text: whole, behind its label, without brackets, then each alternative of "CTO/Founder".
  private var forms: [Form]

  private struct Form: Sendable, Hashable {
    var words: [String]
    var core: Set<String>

    init?(_ text: Substring) {
      words = RoleName.words(of: text)
      guard !words.isEmpty else { return nil }
      let rest = Set(words).subtracting(RoleName.common)
      core = rest.isEmpty ? Set(words) : rest
    }
  }

  init(_ role: String) {
    let text = role.prefix(200)
    let bare = text.split(separator: "(", maxSplits: 1).first ?? text
    let behind = bare.split(separator: ":", maxSplits: 1).last ?? bare
    var seen: [Form] = []
    for part in [text, bare, behind] + RoleName.alternatives(behind) + RoleName.labels(text) {
      if let form = Form(part), !seen.contains(form) { seen.append(form) }
    }
    forms = seen
  }

  /// The first of `known` that is this role, at this closeness.
  func find(in known: [RoleName], _ closeness: Closeness) -> Int? {
    for form in forms {
      if let index = known.firstIndex(where: { $0.forms.contains { Self.match(form, $0, closeness) } }) { return index }
    }
    return nil
  }

  private static func match(_ wanted: Form, _ known: Form, _ closeness: Closeness) -> Bool {
    switch closeness {
    case .same: wanted.words == known.words
    case .alike: wanted.core == known.core
    case .wider:
      wanted.core.isStrictSubset(of: known.core)
        ? known.core.subtracting(wanted.core).isDisjoint(with: substitutes)
        : known.core.isStrictSubset(of: wanted.core) && wanted.core.subtracting(known.core).isSubset(of: first)
    }
  }

  /// "CTO/Founder", "Team lead or manager": any of them.
  private static func alternatives(_ text: Substring) -> [Substring] {
    guard text.utf8.contains(UInt8(ascii: "/")) || Tokens.of(text).contains("or") else { return [] }
    let slashed = text.split(separator: "/")
    let words = slashed.flatMap { $0.split(separator: " or ") }
    return words.count > 1 ? words : []
  }

  /// What stands before a colon ("L2: …") and inside brackets ("Incident Commander (IC)").
  private static func labels(_ text: Substring) -> [Substring] {
    var found: [Substring] = []
    let colon = text.split(separator: ":", maxSplits: 1)
    if colon.count == 2 { found.append(colon[0]) }
    if let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") {
      found.append(text[text.index(after: open)..<close])
    }
    return found
  }

  /// Lower case, one word for one idea, "level 2" as "l2".
  static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    for token in Tokens.of(text, limit: 200) {
      let word = oneWord[token] ?? token
      if word == "call", words.last == "on" {
        words[words.count - 1] = "oncall"
      } else if word.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), ["level", "tier", "l"].contains(words.last) {
        words[words.count - 1] = "l" + word
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// The level that a text names and nothing else: 2 for "L2", "Level 2"; nil for "L2: Team lead".
  static func level(_ text: some StringProtocol) -> Int? {
    let words = words(of: text).filter { !common.contains($0) }
    guard words.count == 1, let word = words.first, word.first == "l" else { return nil }
    return Int(word.dropFirst())
  }

  private static let oneWord = [
    "tech": "technical", "eng": "engineering", "engineers": "engineer", "mgr": "manager", "managers": "manager",
    "sr": "senior", "jr": "junior", "operations": "ops", "infrastructure": "infra", "founders": "founder",
    "leads": "lead", "leader": "lead", "leaders": "lead", "backup": "secondary", "comms": "communications",
    "teams": "team", "levels": "level", "oncalls": "oncall",
  ]
  /// Words that say nothing about which role it is.
  private static let common: Set<String> = [
    "engineer", "team", "member", "members", "person", "people", "rotation", "rota", "role", "staff", "group", "shift",
    "duty", "the", "a", "an", "of", "our", "to", "on", "notify", "contact", "page", "inform", "escalate", "alert",
    "immediately", "officer",
  ]
  /// Words that make it somebody else.
  private static let substitutes: Set<String> = [
    "secondary", "deputy", "second", "tertiary", "third", "junior", "former",
  ]
  /// Words that a plain binding covers: whoever is "on-call" is the primary.
  private static let first: Set<String> = ["primary", "first", "main", "responder", "current", "executive"]
}
