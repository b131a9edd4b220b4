/// Tells the label of a line from what it says: `**Response Time**: 15 min`, `Owner: SRE`, `Rollback if:`.
enum Labels {
  struct Split: Sendable {
    var name: String
    var value: Phrase
    /// Set in bold; a plain label is weaker and opens no section unless it ends the line.
    var bold: Bool
  }

  static func split(_ phrase: Phrase) -> Split? {
    bold(phrase) ?? emphasised(phrase) ?? coded(phrase) ?? plain(phrase)
  }

  private static let parts: [Concept] = [
    .symptoms, .causes, .diagnosis, .fix, .verification, .prevention, .detection, .rollback,
  ]

  /// "*Symptoms*" in italics is a label where it names a part of a scenario and nothing else.
  private static func emphasised(_ phrase: Phrase) -> Split? {
    guard let first = phrase.runs.first, first.style == .emphasis, first.text.utf8.count <= 60,
      Lexicon.meaning(of: first.text).best(parts) >= 0.99
    else { return nil }
    return Split(name: first.text.stripped(":："), value: withoutLead(phrase.from(run: 1)), bold: true)
  }

  /// "SEV1 = site down", "P1 | immediate | all offline", "`critical` → phone call": a severity leads the line.
  private static func coded(_ phrase: Phrase) -> Split? {
    if let marked = marked(phrase) { return marked }
    guard let first = phrase.runs.first, first.style == .plain, first.text.utf8.count >= 4,
      first.text.utf8.contains(where: { $0 == 0x3D || $0 == 0x7C }),
      let mark = first.text.prefix(40).firstIndex(where: { $0 == "=" || $0 == "|" })
    else { return nil }
    let name = first.text[..<mark].trimmed
    guard name.utf8.count <= 24, let read = SeverityNames.read(name), read.coded else { return nil }
    var rest = phrase
    rest.runs[0].text = String(first.text[first.text.index(after: mark)...])
    return Split(name: name, value: withoutLead(rest), bold: false)
  }

  private static func marked(_ phrase: Phrase) -> Split? {
    guard let first = phrase.runs.first, first.style == .code, first.text.utf8.count <= 24,
      SeverityNames.read(first.text) != nil
    else { return nil }
    let rest = phrase.from(run: 1)
    guard let mark = rest.text.unicodeScalars.first, "→=|:–—".unicodeScalars.contains(mark) else { return nil }
    return Split(name: first.text, value: withoutLead(rest), bold: false)
  }

  /// The labelled parts of a line that holds several: `**Updated**: May | **Owner**: SRE`.
  static func parts(_ phrase: Phrase) -> [Phrase] {
    if let spans = spans(phrase) { return spans }
    guard phrase.runs.dropFirst().contains(where: { $0.style == .strong }) else { return [phrase] }
    var parts: [Phrase] = []
    var current = Phrase(line: phrase.line)
    current.links = phrase.links
    for run in phrase.runs {
      if run.style == .strong, let last = current.runs.last, last.style == .plain,
        ends(last.text, with: "|·•") || run.text.hasSuffix(":") && ends(last.text, with: ".;")
      {
        current.runs[current.runs.count - 1].text = last.text.stripped("|·•")
        parts.append(current)
        current = Phrase(line: phrase.line)
        current.links = phrase.links
      }
      current.append(run.text, run.style)
    }
    parts.append(current)
    return parts
  }

  /// "`updated: 3 May 2026` `owner: SRE`": a line of code spans, each with a label.
  private static func spans(_ phrase: Phrase) -> [Phrase]? {
    guard phrase.runs.count >= 3, phrase.runs.first?.style == .code else { return nil }
    let spans = phrase.runs.filter { $0.style == .code }
    guard phrase.runs.allSatisfy({ $0.style == .code || !$0.text.hasWord }),
      spans.allSatisfy({ colon(in: $0.text) != nil })
    else { return nil }
    return spans.map { Phrase($0.text, line: phrase.line) }
  }

  private static func ends(_ text: String, with marks: String) -> Bool {
    guard let last = text.trimmed.last else { return false }
    return marks.contains(last)
  }

  private static func bold(_ phrase: Phrase) -> Split? {
    // An emoji or a number may stand before the label.
    guard let start = phrase.runs.firstIndex(where: { $0.style == .strong }) else { return nil }
    let before = phrase.runs[..<start].reduce("") { $0 + $1.text }
    guard !before.hasWord || isNumbering(before) else { return nil }
    var rest = phrase.from(run: start + 1)
    var name = phrase.runs[start].text.trimmed
    guard !name.isEmpty else { return nil }
    if let bracketed = emptyBracket(rest) { rest = bracketed }
    let tail = rest.text
    let opens =
      tail.isEmpty || name.utf8.last == 0x3A
      || tail.unicodeScalars.first.map { ":：-–—([（→|=".unicodeScalars.contains($0) } ?? false
      || isRunIn(name) || SeverityNames.read(name)?.coded == true || name.utf8.last == 0x2E && OwnCodes.leads(name)
    guard opens else { return nil }
    name = name.stripped(name.utf8.last == 0x2E && OwnCodes.leads(name) ? ":." : ":")
    if name.isEmpty { return nil }
    // A label that says something itself: **P1: respond in 15 minutes**.
    return Split(name: name, value: withoutLead(rest), bold: true)
  }

  /// "**Done when** three checks pass": several words that name a part of a scenario and go on as its sentence.
  private static func isRunIn(_ name: String) -> Bool {
    name.utf8.contains(0x20) && name.utf8.count <= 60 && Lexicon.meaning(of: name).best(parts) >= 0.99
  }

  private static func emptyBracket(_ rest: Phrase) -> Phrase? { rest.runs.isEmpty ? nil : rest }

  private static func isNumbering(_ text: String) -> Bool {
    let bare = text.stripped(".):# ")
    return bare.utf8.count <= 3 && bare.utf8.allSatisfy(\.isDigit)
  }

  private static func plain(_ phrase: Phrase) -> Split? {
    guard phrase.runs.contains(where: { $0.text.utf8.contains { $0 == 0x3A || $0 == 0xEF } }) else { return nil }
    let text = phrase.text
    guard let colon = colon(in: text) else { return nil }
    let name = text[..<colon].trimmed
    let after = text[text.index(after: colon)...]
    guard !name.isEmpty, name.utf8.count <= 60, name.hasWord, !name.utf8.contains(0x60),
      name.utf8.split(separator: 0x20).count <= 7, !name.holds(". ")
    else { return nil }
    // Not a URL, not a clock time, not `key:value`.
    if let next = after.first, !next.isWhitespace, text[colon] == ":" { return nil }
    return Split(name: name.stripped("*_"), value: value(of: phrase, after: name), bold: false)
  }

  /// The first colon, the wide one too.
  static func colon(in text: String) -> String.Index? {
    let view = text.unicodeScalars
    return view.firstIndex { $0 == ":" || $0 == "：" }
  }

  /// The phrase from behind the label on, with its runs and links.
  private static func value(of phrase: Phrase, after name: String) -> Phrase {
    var rest = phrase
    var toDrop = phrase.runs.reduce("") { $0 + $1.text }
    if let colon = colon(in: toDrop) {
      toDrop = String(toDrop[...colon])
    }
    var bytes = toDrop.utf8.count
    while bytes > 0, let first = rest.runs.first {
      let size = first.text.utf8.count
      if size <= bytes {
        rest.runs.removeFirst()
      } else {
        rest.runs[0].text = String(decoding: first.text.utf8.dropFirst(bytes), as: UTF8.self)
      }
      bytes -= min(size, bytes)
    }
    return withoutLead(rest)
  }

  /// Without the colon or dash between label and value.
  private static func withoutLead(_ phrase: Phrase) -> Phrase {
    guard let first = phrase.runs.first else { return phrase }
    var rest = phrase
    var text = Substring(first.text).unicodeScalars
    while let head = text.first, head.properties.isWhitespace || leads.contains(head) || isDash(head, text) {
      text.removeFirst()
    }
    rest.runs[0].text = String(Substring(text))
    if rest.runs[0].text.isEmpty { rest.runs.removeFirst() }
    return rest
  }

  private static let leads: [Unicode.Scalar] = [":", "：", "–", "—", "=", "|", "→"]

  private static func isDash(_ head: Unicode.Scalar, _ text: Substring.UnicodeScalarView) -> Bool {
    head == "-" && (text.dropFirst().first.map { $0.properties.isWhitespace } ?? true)
  }
}
