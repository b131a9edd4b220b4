/// The name of one severity as a heading, cell or label writes it: "P0 - Critical (SEV-1)".
struct SeverityName: Sendable, Hashable {
  /// The team's own name: "P0", "SEV 1", "Critical".
  var name: String
  /// The word beside it.
  var label: String
  /// Forms by which a text may mention it: "p0", "sev1", "critical".
  var keys: [String]
  /// What stands in brackets or behind: "Response Time: Immediate".
  var rest: String
  /// Named by a code, not by a word alone.
  var coded: Bool
}

/// The one reader of severity names.
enum SeverityNames {
  /// Words before a digit that make a code.
  static let prefixes: WordSet = [
    "p", "sev", "s", "g", "severity", "priority", "prio", "severidade", "severidad", "gravite", "prioritat",
    "prioridad",
    "prioridade", "priorite", "приоритет",
  ]
  /// Grades by word, worst first; the grade is the order.
  static let grades: WordTable<Int> = grade([
    [
      "critical", "blocker", "critica", "bloquante", "bloquant", "блокирующий", "критичная", "fatal", "emergency",
      "catastrophic", "disaster", "critico", "critica", "kritisch", "critique",
      "критический", "критичный", "критическая", "red", "rot", "rouge", "rojo", "vermelho", "vermelha", "rosso",
      "красный", "красная",
    ],
    [
      "high", "major", "majeure", "elevee", "importante", "важный", "schwerwiegend", "urgente", "mayor", "срочный",
      "severe", "urgent", "alto", "alta", "hoch", "eleve", "majeur", "grave", "высокий", "высокая",
      "серьёзный", "cao", "orange", "amber", "naranja", "laranja", "оранжевый", "оранжевая", "arancione",
    ],
    [
      "medium", "moderate", "normal", "moyenne", "moderada", "обычный", "vừa", "medio", "media", "mittel", "moyen",
      "moderado", "средний", "средняя", "yellow", "gelb", "jaune", "amarillo", "amarelo", "giallo", "жёлтый", "желтый",
      "жёлтая", "warning",
    ],
    [
      "low", "minor", "mineure", "leve", "menor", "незначительный", "geringfugig", "baixo", "baixa", "bajo", "baja",
      "niedrig", "gering", "faible", "mineur", "basso", "низкий",
      "низкая", "thấp", "green", "grun", "vert", "verde", "зелёный", "зеленый", "зелёная",
    ],
    [
      "blue", "blau", "bleu", "azul", "blu", "синий", "white", "grey", "trivial", "informational", "info", "cosmetic",
      "planning", "negligible",
    ],
  ])
  /// Words that may stand beside a grade without changing what it names.
  static let beside: WordSet = [
    "severity", "priority", "incident", "level", "impact", "issue", "sev", "urgency", "alert", "emergency", "code",
    "event", "status",
  ]

  /// Reads a name; nil where it does not begin with a severity.
  static func read(_ text: String) -> SeverityName? {
    guard text.utf8.count < 200 else { return nil }
    return read(Words(text))
  }

  /// `own` are the letters of the document's own codes.
  static func read(_ words: Words, own: String? = nil) -> SeverityName? {
    guard words.text.utf8.count < 400 else { return nil }
    guard var name = coded(words, own: own) ?? levelled(words) ?? worded(words) ?? signed(words) else { return nil }
    if let sign = colour(words), !name.keys.contains(sign) { name.keys.append(sign) }
    return name
  }

  /// Codes in a text with the words they cover: (key, range).
  ///
  /// "Level 1" is one only where `levels` says that the document's severities are called so.
  static func codes(
    in words: Words, levels: Bool = false, own: String? = nil
  ) -> [(key: String, number: Int, range: Range<Int>)] {
    let list = words.all
    var found: [(key: String, number: Int, range: Range<Int>)] = []
    var index = 0
    while index < list.count {
      if let code = (levels ? levelCode(list, at: index) : nil)
        ?? own.flatMap({ OwnCodes.code(list, at: index, letters: $0) })
      {
        found.append(code)
        index = code.range.upperBound
        continue
      }
      if list[index].kind == .word, codeWords.contains(list[index]),
        let code = code(list, at: index)
      {
        found.append(code)
        index = code.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func code(_ list: [Words.Word], at index: Int) -> (key: String, number: Int, range: Range<Int>)? {
    let short = list[index].text.utf8.count == 1
    var next = index + 1
    if next < list.count, list[next].text == "-" || list[next].text == "_" { next += 1 }
    if let lettered = lettered(list, at: index, letter: next) { return lettered }
    guard !classes.contains(list[index]), next < list.count, list[next].kind == .number, list[next].number <= 9,
      list[next].text.utf8.count == 1,
      !short || list[next].joined
    else { return nil }
    if short, index > 0, list[index].joined, list[index - 1].kind != .mark { return nil }
    if isSomethingElse(list, at: index, number: next) { return nil }
    let number = Int(list[next].number)
    return (list[index].text + String(number), number, index..<(next + 1))
  }

  /// "S3 bucket" and "G1GC" are no severities.
  private static func isSomethingElse(_ list: [Words.Word], at index: Int, number: Int) -> Bool {
    guard let after = list[safe: number + 1], after.kind == .word else { return false }
    if list[index].text == "g" { return after.joined }
    guard list[index].text == "s", list[number].text == "3" || after.joined else { return false }
    return after.text.utf8.allSatisfy { $0 < 0x80 } && !beside.contains(after) && grades[after] == nil
      && !["and", "or", "et", "und", "y", "e", "is", "are", "mean", "within", "after", "only"].contains(after.text)
  }

  private static let codeWords = prefixes.union(classes)

  /// Words before a letter that make a code: "SEV-A", "Class B".
  private static let classes: WordSet = [
    "class", "klasse", "category", "kategorie", "classe", "clase", "categoria",
  ]

  /// "SEV-A", "Klasse B": the letters are a scale as digits are.
  private static func lettered(
    _ list: [Words.Word], at index: Int, letter: Int
  ) -> (key: String, number: Int, range: Range<Int>)? {
    let head = list[index].text
    guard head.utf8.count >= 3, let word = list[safe: letter], word.kind == .word, word.text.utf8.count == 1,
      let number = ["a", "b", "c", "d", "e"].firstIndex(of: word.text),
      // "severity a person": a letter that goes on with words is an article.
      list[safe: letter + 1].map({ $0.kind == .mark }) ?? true
    else { return nil }
    return (head + word.text, number + 1, index..<(letter + 1))
  }

  private static func coded(_ words: Words, own: String?) -> SeverityName? {
    let codes = codes(in: words, own: own)
    guard let first = codes.first else { return nil }
    // The code leads, or stands in brackets behind a word: "Critical (P0)".
    let ahead = words.all[..<first.range.lowerBound].filter { $0.kind == .word }
    let isLabel = ahead.allSatisfy { grades[$0] != nil || beside.contains($0) } && ahead.count <= 3
    guard isLabel || isSigns(ahead) else { return nil }
    let chosen = codes.first { $0.key.hasPrefix("p") && $0.key.utf8.count == 2 && $0.number == first.number } ?? first
    let list = words.all
    let name = words.slice(list[chosen.range.lowerBound].start, list[chosen.range.upperBound - 1].end)
    let keys = codes.prefix(2).map(\.key)
    // Several codes of one kind are a list, not a name: "P0/P1".
    if codes.count > 1, codes[0].key.first == codes[1].key.first, codes[0].number != codes[1].number { return nil }
    var (label, rest) = labelAndRest(words, first.range)
    let grade = list.first { grades[$0] != nil }
    // "Priority 1 (P1) - CRITICAL": the word stands behind the second name.
    if label.isEmpty, let grade { label = words.slice(grade.start, grade.end) }
    return SeverityName(
      name: name, label: label, keys: keys + (grade.map { [$0.text] } ?? []), rest: rest, coded: true)
  }

  static func labelAndRest(_ words: Words, _ code: Range<Int>) -> (String, String) {
    let list = words.all
    let before = code.lowerBound > 0 ? words.slice(0, list[code.lowerBound].start).stripped("([-–—:*#. ") : ""
    var after = words.slice(list[code.upperBound - 1].end, Int.max)
    if before.hasWord { return (trimEmoji(before), after.stripped(")]:-–— ")) }
    after = after.stripped("-–—:|=. ")
    let cut = after.firstIndex { "([:;".contains($0) } ?? after.endIndex
    let rest = after[cut...].stripped("()[]: ")
    var label = String(after[..<cut])
    if let dash = label.firstRange(of: " - ") ?? label.firstRange(of: " – ") ?? label.firstRange(of: " — ") {
      return (trimEmoji(String(label[..<dash.lowerBound])), label[dash.upperBound...] + " " + rest)
    }
    label = trimEmoji(label)
    // "(Critical)" in brackets is the label, not a remark.
    if label.isEmpty, let bracket = rest.split(separator: ")").first,
      grades[Words(String(bracket)).all.first?.text ?? ""] != nil
    {
      return (bracket.trimmed, String(rest.dropFirst(bracket.count)).stripped(")-–—: "))
    }
    return (label, rest)
  }

  private static func trimEmoji(_ text: String) -> String {
    var view = Substring(text).unicodeScalars
    while let first = view.first, !first.isWordlike { view.removeFirst() }
    while let last = view.last, !last.isWordlike, last != ")" { view.removeLast() }
    return String(Substring(view))
  }

  private static func worded(_ words: Words) -> SeverityName? {
    let list = words.all
    guard let index = list.firstIndex(where: { $0.kind == .word }), let first = list[index...].first else { return nil }
    var at = index
    if grades[first] == nil {
      guard beside.contains(first), index + 1 < list.count else { return nil }
      at = list[(index + 1)...].firstIndex { $0.kind == .word } ?? index
    }
    guard grades[list[at]] != nil else { return nil }
    let cut = list[(at + 1)...].firstIndex { ["(", "[", ":", "-", "|", "/"].contains($0.text) } ?? list.count
    let inside = list[(at + 1)..<cut].filter { $0.kind == .word }
    guard inside.allSatisfy({ beside.contains($0) }) else { return nil }
    let rest = cut < list.count ? words.slice(list[cut].start, Int.max).stripped("()[]:-–— ") : ""
    let name = words.slice(list[at].start, list[at].end)
    return SeverityName(name: name, label: "", keys: [list[at].text], rest: rest, coded: false)
  }

  private static func grade(_ rows: [[String]]) -> WordTable<Int> {
    var grades: [String: Int] = [:]
    for (grade, words) in rows.enumerated() { for word in words { grades[Plural.singular(word)] = grade } }
    return WordTable(grades.map { ($0.key, $0.value) })
  }
}
