/// The bare title of a scenario: "Scenario 3: API Down (P1)" → "API Down".
enum ScenarioTitle {
  private static let prefixes: WordSet = [
    "scenario", "playbook", "runbook", "incident", "szenario", "case", "issue", "escenario", "cenario", "problem", "场",
    "シ", "caso", "fiche", "ficha", "fall", "cas", "alert", "alerta", "alerte", "alarm", "случай", "сценарий", "kịch",
    "sự",
  ]

  /// Prefixes of two signs or syllables.
  private static let compounds = ["场": "景", "kịch": "bản", "sự": "cố"]

  /// The byte length of a leading "Scenario N:", or nil.
  static func prefix(_ name: String) -> Int? { prefix(Words(name)) }

  static func prefix(_ words: Words) -> Int? {
    var list = words.all[...]
    while let first = list.first, first.kind == .mark { list = list.dropFirst() }
    guard let first = list.first, prefixes.contains(first) else { return nil }
    list = list.dropFirst()
    if let rest = compounds[first.text] {
      guard list.first?.text == rest else { return nil }
      list = list.dropFirst()
    }
    var numbered = false
    if let next = list.first, next.text == "#" { list = list.dropFirst() }
    if let next = list.first, next.kind == .number || next.text.utf8.count == 1 && next.kind == .word {
      list = list.dropFirst()
      numbered = true
      if let letter = list.first, letter.kind == .word, letter.text.utf8.count == 1, letter.joined {
        list = list.dropFirst()
      }
    }
    guard let mark = list.first, mark.text == ":" || mark.text == "-" || (numbered && mark.text == ".") else {
      return nil
    }
    return mark.end
  }

  static func bare(_ name: String, _ scale: SeverityScale) -> (title: String, severity: String?) {
    var text = withoutCode(withoutLetter(withoutNumber(name)))
    if let length = prefix(text) ?? procedure(text) {
      text = String(decoding: text.utf8.dropFirst(length), as: UTF8.self).trimmed
    }
    var severity: String?
    if let found = trailing(text, scale) ?? behind(text, scale) { (text, severity) = found }
    if severity == nil, let found = leading(text, scale) { (text, severity) = found }
    return (unquoted(withoutNumber(text).stripped("-–—: ")), severity ?? scale.signed(name))
  }

  /// "High error rate" in quotes and nothing else.
  private static func unquoted(_ text: String) -> String {
    let bare = text.dropFirst().dropLast()
    guard text.count > 2, text.first == "\"", text.last == "\"", !bare.contains("\"") else { return text }
    return String(bare)
  }

  private static let procedures: WordSet = ["procedure", "prozedur", "procedimiento", "procedimento", "процедура"]

  /// "Procedure 2: Data breach" of a section that is a scenario already: the number says only which.
  private static func procedure(_ text: String) -> Int? {
    let words = Words(text).all
    guard words.count > 3, procedures.contains(words[0]), words[1].kind == .number, words[2].text == ":" else {
      return nil
    }
    return words[2].end
  }

  /// "B. Overbooking" is the second of several, as a number would say.
  private static func withoutLetter(_ name: String) -> String {
    let bytes = name.utf8.prefix(4)
    guard bytes.count == 4, let first = bytes.first, first.isASCIILetter, first.isUpper,
      [0x2E, 0x29, 0x3A].contains(bytes.dropFirst().first), bytes.dropFirst(2).first == 0x20
    else { return name }
    return String(decoding: name.utf8.dropFirst(3), as: UTF8.self)
  }

  /// "RB-003: Queue is stuck", "INC2 — ...": the document's own number of the scenario, unless it is a severity.
  private static func withoutCode(_ name: String) -> String {
    let words = Words(name).all
    guard words.count > 2, words[0].kind == .word, (2...5).contains(words[0].text.utf8.count),
      name.unicodeScalars.first?.properties.isUppercase ?? false
    else { return name }
    let number = words[1].text == "-" && words[1].joined ? 2 : 1
    guard words[number].kind == .number, words[number].joined, let mark = words[safe: number + 1],
      mark.text == ":" || mark.text == "-" && !mark.joined,
      SeverityNames.read(String(decoding: name.utf8.prefix(mark.start), as: UTF8.self)) == nil
    else { return name }
    return String(decoding: name.utf8.dropFirst(mark.end), as: UTF8.self).trimmed
  }

  /// Without emoji and "3.", "7.1", "3a." before the words.
  static func withoutNumber(_ name: String) -> String {
    var view = Substring(name).unicodeScalars
    while let first = view.first, !first.isWordlike, !"(\"«„“".unicodeScalars.contains(first) { view.removeFirst() }
    var text = Substring(view)
    guard text.utf8.first?.isDigit ?? false else { return String(text) }
    let words = Words(String(text)).all
    guard let first = words.first, first.kind == .number else { return String(text) }
    var end = first.end
    var next = 1
    while next < words.count, words[next].joined,
      words[next].kind == .number || [".", ")"].contains(words[next].text)
        || (words[next].kind == .word && words[next].text.utf8.count == 1)
    {
      end = words[next].end
      next += 1
    }
    let digits = text.utf8.prefix(end)
    let closed = digits.last == 0x2E || digits.last == 0x29 || first.number < 100 && digits.contains(0x2E)
    let colon = next < words.count && [":", "-"].contains(words[next].text)
    guard closed || colon else { return String(text) }
    text = Substring(decoding: text.utf8.dropFirst(end), as: UTF8.self)
    return text.stripped(":-–— ")
  }

  private static func trailing(_ text: String, _ scale: SeverityScale) -> (String, String)? {
    guard let last = text.last, ")]）】".contains(last) else { return nil }
    guard let open = text.lastIndex(where: { "([（【".contains($0) }) else { return nil }
    let inside = String(text[text.index(after: open)...].dropLast())
    guard Words(inside).all.filter({ $0.kind == .word }).count <= 5, let severity = scale.mentioned(in: inside).first
    else { return nil }
    return (text[..<open].trimmed, severity)
  }

  /// "All cards refused · P0": a severity and nothing else behind the last mark.
  private static func behind(_ text: String, _ scale: SeverityScale) -> (String, String)? {
    let words = Words(text)
    guard
      let mark = words.all.dropFirst().last(where: {
        $0.kind == .mark && !$0.joined && ["·", "-", "|", "•", ":"].contains($0.text)
      })
    else { return nil }
    let tail = words.slice(mark.end, Int.max)
    guard (1...2).contains(tail.split(separator: " ").count), SeverityNames.read(tail)?.rest.isEmpty ?? false,
      let severity = scale.mentioned(in: tail).first
    else { return nil }
    return (words.slice(0, mark.start), severity)
  }

  private static func leading(_ text: String, _ scale: SeverityScale) -> (String, String)? {
    let words = Words(text)
    guard let code = scale.codes(in: words).first, code.range.lowerBound <= 1,
      let mark = words.all[safe: code.range.upperBound], [":", "-", "]", ")"].contains(mark.text)
    else { return nil }
    guard let severity = scale.mentioned(in: words.slice(0, mark.start)).first else { return nil }
    return (words.slice(mark.end, Int.max), severity)
  }
}

extension Substring {
  init(decoding bytes: some Collection<UInt8>, as: UTF8.Type) {
    self = Substring(String(decoding: bytes, as: UTF8.self))
  }
}
