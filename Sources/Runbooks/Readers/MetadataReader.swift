/// What the document says about itself: title, owner, dates, the form of an incident's name.
enum MetadataReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    runbook.title = title(reading)
    let parts = parts(reading)
    runbook.lastUpdated = date(reading, parts, .lastUpdated, ["lastupdated", "lastmod", "lastreviewed"])
    runbook.nextReview = date(reading, parts, .nextReview, ["nextreview"])
    runbook.owner = owner(reading, parts)
    if let (form, line) = incidentName(reading) {
      runbook.incidentNameForm = form
      runbook.incidentNameLine = line
    }
  }

  private static func title(_ reading: Reading) -> String? {
    if let entry = reading.source.frontMatter.first(where: { $0.key == "title" && !$0.value.isEmpty }) {
      return entry.value
    }
    let headings = reading.sections.all.filter { $0.record.isHeading }
    if let first = headings.first, first.record.headingLevel == 1 { return first.record.name }
    return headings.first { $0.record.headingLevel == 1 }?.record.name
  }

  /// Something that the document says of itself: "Owner: SRE".
  private struct Part {
    var name: String
    var value: String
    var meaning: Meaning
  }

  /// The labelled parts of lines, several to a line where marks divide it.
  private static func parts(_ reading: Reading) -> [Part] {
    var parts: [Part] = []
    for statement in reading.statements where statement.text.utf8.count < 300 {
      guard tells(statement) else { continue }
      let marks = Marks(of: statement.text)
      guard marks.cells || marks.facts else { continue }
      let pieces = marks.cells || marks.sentences ? pieces(statement.text) : [statement.text]
      let divided = pieces.count > 1
      var found = pieces.compactMap { part($0, statement, divided: divided) }
      // A two-column table of facts.
      if pieces.count == 2, found.allSatisfy({ $0.name == $0.value }), !pieces[0].utf8.contains(0x3A),
        Dates.read(pieces[0]) == nil
      {
        found = [Part(name: pieces[0], value: pieces[1], meaning: Lexicon.meaning(of: pieces[0]))]
      }
      // A footer stands under the last heading; the "Date:" of a template does too.
      guard !found.isEmpty else { continue }
      if reading.isInside(statement, [.review, .scenario, .communication]) {
        found.removeAll { Words($0.name).all.count < 2 }
      }
      parts += found
    }
    return parts
  }

  private static let told: [Concept] = [.owner, .lastUpdated, .nextReview]
  private static let telling = Lexicon.firstWords(of: told)

  /// Whether a statement may speak of the document at all, by one of its words or by its label.
  private static func tells(_ statement: Statement) -> Bool {
    statement.words.containsAny(telling) || statement.meaning.best(told) >= 0.3
  }

  /// The marks of a text that may divide it or make it a fact: most hold none, and taking them apart would be for nothing.
  private struct Marks {
    /// "|", "·", "•", a wide space or stop, two spaces, "; ", a long dash.
    var cells = false
    /// ". ".
    var sentences = false
    /// A digit, or a colon, the wide one too.
    var facts = false

    init(of text: String) {
      var before: UInt8 = 0
      for byte in text.utf8 {
        switch byte {
        case 0x7C, 0xC2, 0xE2, 0xE3: cells = true
        case 0x20 where before == 0x20 || before == 0x3B: cells = true
        case 0x20 where before == 0x2E: sentences = true
        case 0x30...0x39, 0x3A, 0xEF: facts = true
        default: break
        }
        before = byte
      }
    }
  }

  /// "Owner: SRE | Updated: May", "Owner: SRE. Updated: 3 May 2026. Next review: June 2026."
  private static func pieces(_ text: String) -> [String] {
    let dashed = text.utf8.contains(0x3A) ? text.replaced(" — ", with: " | ").replaced(" – ", with: " | ") : text
    let wide = dashed.replaced("\u{3000}", with: "|").replaced("  ", with: "|").replaced("; ", with: "|")
    let parts = wide.unicodeScalars.split { $0 == "|" || $0 == "·" || $0 == "•" }.map { Substring($0).trimmed }
      .filter { !$0.isEmpty }
    // "Updated:    3 May 2026" is one part, however wide the space.
    let pieces = parts.reduce(into: [String]()) { all, part in
      if let last = all.last, last.hasSuffix(":") { all[all.count - 1] = last + " " + part } else { all.append(part) }
    }
    guard pieces.count <= 1 else { return pieces }
    if pieces.first != text.trimmed, parts.count > 1 { return pieces }
    var sentences: [String] = []
    var rest = Substring(text)
    var head = ""
    while let stop = rest.firstRange(of: ". ") ?? rest.firstRange(of: "; ") ?? rest.firstRange(of: "。") {
      head += rest[..<stop.lowerBound]
      // "1. Februar": the stop of a number ends no sentence, that of a year does.
      let last = head.utf8.split(separator: 0x20).last.map { Substring($0) } ?? ""
      if last.utf8.count <= 2, !last.isEmpty, last.utf8.allSatisfy(\.isDigit) {
        head += rest[stop]
      } else {
        sentences.append(head.trimmed)
        head = ""
      }
      rest = rest[stop.upperBound...]
    }
    sentences.append((head + rest).trimmed)
    sentences = sentences.flatMap(clauses)
    let labelled = sentences.filter { Labels.colon(in: $0) != nil }.count
    return labelled > 1 || sentences.count > 1 && sentences.contains { Dates.read($0) != nil } ? sentences : [text]
  }

  /// "Page of the crew, updated on 3 May 2026, next review in June 2026": two dates are two parts.
  private static func clauses(_ sentence: String) -> [String] {
    guard sentence.holds(", "), sentence.utf8.contains(where: \.isDigit) else { return [sentence] }
    let parts = sentence.replaced(", ", with: "\u{0}").split(separator: "\u{0}").map { $0.trimmed }
    guard parts.count >= 2, parts.count <= 8, parts.count(where: { Dates.read($0) != nil }) >= 2 else {
      return [sentence]
    }
    return parts
  }

  private static func part(_ text: String, _ statement: Statement, divided: Bool) -> Part? {
    if let colon = Labels.colon(in: text) {
      let name = text[..<colon].stripped("*_ ")
      guard name.utf8.count <= 40 else { return nil }
      let own = divided ? Lexicon.meaning(of: name) : statement.meaning
      guard own.best(told) >= 0.3 else { return nil }
      return Part(name: name, value: text[text.index(after: colon)...].stripped("*_ "), meaning: own)
    }
    guard text.utf8.count < 80, text.utf8.contains(where: \.isDigit), Dates.read(text) != nil else { return nil }
    // What stands before the date says what it is.
    let lead = text.prefix { !$0.isNumber }.trimmed
    let own = Lexicon.meaning(of: text)
    let said = lead.hasWord ? Lexicon.meaning(of: lead) : own
    return Part(
      name: text, value: text, meaning: said.best([.lastUpdated, .nextReview]) >= 0.9 ? said : own)
  }

  private static func date(_ reading: Reading, _ parts: [Part], _ concept: Concept, _ keys: [String]) -> String? {
    for entry in reading.source.frontMatter {
      let name = String(entry.key.map { $0 == "_" || $0 == "-" ? " " : $0 })
      guard keys.contains(entry.key) || Lexicon.meaning(of: name)[concept] >= 0.9 && name != "created" else { continue }
      if let date = Dates.read(entry.value) { return date }
    }
    var best: (date: String, weight: Double)?
    for part in parts {
      var weight = part.meaning[concept]
      if concept == .lastUpdated { weight -= part.meaning[.nextReview] > weight ? 1 : 0 }
      if part.name == part.value { weight *= 0.8 }
      guard weight >= 0.3, weight > best?.weight ?? 0,
        let date = Dates.read(
          part.value, dayFirst: !Lexicon.isEnglish(part.name) || part.value.lowercased().holds("dd/mm"))
      else { continue }
      best = (date, weight)
    }
    if best == nil, concept == .lastUpdated { return changelog(reading) }
    return best?.date
  }

  private static func changelog(_ reading: Reading) -> String? {
    let dates = reading.sections.with(.changelog).flatMap(\.record.statements).compactMap { Dates.read($0.text) }
    return dates.max() ?? versions(reading)
  }

  /// A table of versions with their dates, wherever it stands.
  private static func versions(_ reading: Reading) -> String? {
    for table in reading.sections.all.flatMap(\.record.children) where table.shape == .table {
      let columns = table.columns.map { $0.lowercased() }
      guard columns.contains(where: { $0.hasPrefix("version") || $0.hasPrefix("rev") }), columns.count >= 3,
        let column = columns.firstIndex(where: {
          ["date", "datum", "data", "fecha", "дата", "日期", "ngày"].contains($0)
        })
      else { continue }
      let dates = table.children.compactMap { $0.children[safe: column].flatMap { Dates.read($0.value.text) } }
      if let last = dates.max() { return last }
    }
    return nil
  }

  private static let ownerKeys: WordSet = ["owner", "owners", "team", "author", "maintainer"]

  private static func owner(_ reading: Reading, _ parts: [Part]) -> String? {
    if let entry = reading.source.frontMatter.first(where: { ownerKeys.contains($0.key) && !$0.value.isEmpty }) {
      return entry.value
    }
    var best: (owner: String, weight: Double)?
    for part in parts where !part.value.isEmpty && part.value.utf8.count < 100 && part.name != part.value {
      let weight = part.meaning[.owner]
      guard weight >= 0.5, weight > best?.weight ?? 0, !part.value.hasPrefix("["), !part.value.hasPrefix("<") else {
        continue
      }
      best = (part.value, weight)
    }
    return best.map { found in
      found.owner.firstRange(of: ". ").map { String(found.owner[..<$0.lowerBound]) } ?? found.owner
    }
  }

  private static let incidents = Letters(["inc"])
  private static let patterns = Letters(["yyyy", "nnn", "xxx", "##"])

  /// "INC-YYYY-MM-DD-##": a token with the pattern of a year and the letters of an incident.
  private static func incidentName(_ reading: Reading) -> (String, Int)? {
    for (index, line) in reading.source.lines.enumerated() where incidents.occur(in: line) && patterns.occur(in: line) {
      for token in line.split(whereSeparator: { " `\t\"'()*|,".contains($0) }) {
        let text = token.stripped(":.[]")
        let upper = text.uppercased()
        let patterned = upper.holds("YYYY") || upper.holds("NNN") || upper.holds("XXX") || text.holds("##")
        guard upper.hasPrefix("INC"), patterned, upper.utf8.count >= 7 else { continue }
        return (text, index + 1)
      }
    }
    return nil
  }
}
