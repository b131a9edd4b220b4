import Incidents

/// The document's scale, for finding which severities a text speaks of.
struct SeverityScale: Sendable {
  /// Names in order, worst first.
  private(set) var names: [String] = []
  private var byKey: [String: Int] = [:]
  /// Colours and Chinese names, which no space divides from the words beside them.
  private var signs: [(String, Int)] = []
  /// Severities are called "Level 1" here.
  private var levels = false
  /// The letters of this document's own codes: "К1".
  private var own: String?
  /// Names that are no word for a grade, as this team has them: "Front page".
  private var phrases: [([String], Int)] = []

  init() {}

  init(_ named: [(name: String, keys: [String])]) {
    for (index, entry) in named.enumerated() {
      names.append(entry.name)
      for key in entry.keys where byKey[key] == nil { byKey[key] = index }
    }
    // One colour for two severities names neither.
    let signs = named.flatMap(\.keys).filter(SeverityNames.isSign)
    for sign in signs where signs.count(where: { $0 == sign }) > 1 { byKey[sign] = nil }
    self.signs = byKey.filter { SeverityNames.isSign($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    levels = named.contains { $0.keys.contains(where: SeverityNames.isLevel) }
    phrases = named.enumerated().compactMap { index, entry in
      let words = Words(entry.name).all.filter { $0.kind == .word }.map(\.text)
      return entry.keys == [OwnScale.key] && !words.isEmpty ? (words, index) : nil
    }
    own = named.lazy.compactMap { $0.keys.first.flatMap(OwnCodes.letters) }.first
  }

  /// The severity whose colour a text begins with.
  func signed(_ text: String) -> String? {
    guard let sign = SeverityNames.colour(Words(text)) else { return nil }
    return signs.first { $0.0 == sign }.map { names[$0.1] }
  }

  /// Names of the severities that the text mentions: lists, ranges, "P1+", "SEV-1/2", "all".
  func mentioned(in text: String) -> [String] { mentioned(in: Words(text)) }

  /// Codes of severities in a text, this document's own too.
  func codes(in words: Words) -> [(key: String, number: Int, range: Range<Int>)] {
    SeverityNames.codes(in: words, levels: levels, own: own)
  }

  func mentioned(in words: Words) -> [String] {
    var found: [Int] = []
    var raw: [String] = []
    let list = words.all
    for code in codes(in: words) {
      guard let index = byKey[code.key] ?? sibling(of: code.key) else {
        if names.isEmpty {
          raw.append(words.slice(list[code.range.lowerBound].start, list[code.range.upperBound - 1].end))
        }
        continue
      }
      found.append(index)
      found += following(list, code.range.upperBound, from: index, key: code.key)
    }
    if found.isEmpty { found = worded(words) }
    if found.isEmpty { found = phrases.filter { words.firstIndex(of: $0.0) != nil }.map(\.1) }
    if found.isEmpty, words.text.utf8.count < 200 { found = signs.filter { words.text.holds($0.0) }.map(\.1) }
    if names.isEmpty { return raw.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    return Set(found).sorted().map { names[$0] }
  }

  private static let kinds: [WordSet] = [["sev", "s", "severity"], ["p", "priority", "prio"]]

  /// A document that defines "SEV-1" and writes "S1" means the same.
  private func sibling(of key: String) -> Int? {
    guard let digit = key.last else { return nil }
    let own = String(key.dropLast())
    guard let kind = Self.kinds.first(where: { $0.contains(own) }) else { return nil }
    return kind.words.lazy.compactMap { byKey[$0 + String(digit)] }.first
  }

  /// What stands behind a code: "/2", "-P2", "+", "and above", "or higher".
  private func following(_ list: [Words.Word], _ next: Int, from index: Int, key: String) -> [Int] {
    guard next < list.count else { return [] }
    let mark = list[next].text
    if mark == "+" && list[next].joined { return Array(0...index) }
    if next + 1 < list.count, ["and", "or", "&"].contains(mark),
      ["above", "higher", "worse"].contains(list[next + 1].text)
    {
      return Array(0...index)
    }
    if next + 1 < list.count, ["/", "-", "&", ","].contains(mark), list[next + 1].kind == .number,
      list[next + 1].joined,
      let other = byKey[key.dropLast() + list[next + 1].text]
    {
      return mark == "-" ? range(index, other) : [other]
    }
    if next + 2 < list.count, mark == "-" || mark == "to" || mark == "through",
      SeverityNames.prefixes.contains(list[next + 1]),
      let other = byKey[list[next + 1].text + list[next + 2].text]
        ?? byKey[list[next + 1].text + (list[safe: next + 3]?.text ?? "")]
    {
      return range(index, other)
    }
    return []
  }

  private func range(_ a: Int, _ b: Int) -> [Int] { Array(min(a, b)...max(a, b)) }

  /// "for warning once an hour": what stands behind the name is no noun that it describes.
  private func endsName(_ next: Words.Word?) -> Bool {
    next.map { $0.kind != .word || DurationWords.beginnings.contains($0) } ?? true
  }

  private static let prepositions: WordSet = ["for", "em", "en", "bei", "fur", "pour", "para", "per", "при", "in"]

  private static let aheadOfGrades: WordSet = [
    "level", "severity", "niveau", "nivel", "incidencia", "incidente", "уровень", "prioridad", "prioridade", "stufe",
  ]

  private static let besideGrades: WordSet = [
    "incident", "severity", "priority", "issue", "outage", "only", "alert", "sev",
  ]

  /// Grades by word count only beside "incident", "severity", or where the text is nothing else.
  private func worded(_ words: Words) -> [Int] {
    let list = words.all
    var found: [Int] = []
    for (index, word) in list.enumerated() where word.kind == .word {
      guard let grade = byKey[word.text] else { continue }
      let after = index + 1 < list.count ? list[index + 1] : nil
      let before = index > 0 ? list[index - 1].text : ""
      // "For High", "em Crítico": the name as the scale writes it, behind a preposition.
      if Self.prepositions.contains(before), names[grade] == words.slice(word.start, word.end),
        names[grade].first?.isUppercase == true || endsName(after)
      {
        found.append(grade)
        continue
      }
      if before == "(", after?.text == ")" {
        found.append(grade)
        continue
      }
      let alone = list.count <= 3 || Self.aheadOfGrades.contains(before)
      if alone || after.map({ Self.besideGrades.contains($0) || $0.text == "/" || $0.text == "," }) ?? !found.isEmpty {
        found.append(grade)
      }
    }
    return found
  }
}

extension Array {
  /// The element at an index, or nil outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
