/// Cadences told in sentences: "Post updates every 30 minutes for P2."
extension CadenceReader {
  private static let cues: WordSet = [
    "update", "status", "communicate", "communication", "stakeholder", "post", "inform", "notify", "internal",
    "external",
    "aktualisierung", "aktualisierungen", "atualizacao", "atualizacoe", "actualizacion", "actualizacione", "comunicar",
    "informiert", "informed", "unterrichtet", "benachrichtigt", "unterrichten", "publie", "point", "communique",
    "informe", "meldet", "melden", "informieren", "сообщаем", "публикуем", "обновляем",
    "обновления", "информируем", "пишем", "publica", "publicar", "publicamos", "comunicamos", "actualizar", "avisar",
    "atualizar", "announce", "report", "tell", "write", "broadcast", "email", "报", "步",
    "mise", "ecrit", "ecrivon", "escribimo", "schreiben", "aggiornamento", "aggiornamenti", "新",
  ]

  /// "Post updates every 30 minutes for P2", "every 15 min (SEV-1) or 30 min (SEV-2)", "updates hourly".
  static func sentences(_ reading: Reading) -> [Cadence] {
    var found: [Cadence] = []
    for statement in reading.statements where !reading.isInside(statement, [.review, .scenario]) {
      // "Reviewed monthly and updated after each incident" is about the document.
      guard statement.durations.contains(where: { $0.every && $0.low <= 10_080 }) else { continue }
      let told = isAbout(statement, reading)
      for saying in statement.sayings {
        // "For a minor one, nothing before it is resolved."
        if saying.durations.isEmpty, told { found += untimed(saying, statement, reading) }
        guard saying.durations.contains(where: \.every),
          told || saying.words.containsAny(cues) || !found.isEmpty && found.last?.line == statement.line
            || Lexicon.speaks(of: .updates, in: saying.words)
        else { continue }
        let open = untimed(saying, statement, reading)
        found += open
        found += pairs(statement, saying.words, saying.durations, reading).filter { entry in
          !open.contains { $0.severity == entry.severity }
        }
      }
    }
    return unique(found)
  }

  /// Whether the section of a statement, or the one around it, is about telling people.
  private static func isAbout(_ statement: Statement, _ reading: Reading) -> Bool {
    let path = reading.sections.path(statement.section)
    guard !path.contains(where: { $0.role == .severities && $0.record.isHeading && $0.record.headingLevel != 1 }) else {
      return false
    }
    return path.prefix(2).contains { section in
      section.record.headingLevel != 1
        && (section.record.nameWords.containsAny(cues)
          || section.record.meaning.best([.updates, .communication]) >= 0.5)
    }
  }

  /// The severity of the block that a sentence stands in: its own bullet, its label, its heading.
  private static func around(_ statement: Statement, _ reading: Reading) -> [String] {
    let own = reading.scale.mentioned(in: statement.words)
    if !own.isEmpty { return own.count == 1 ? own : [] }
    for section in reading.sections.path(statement.section) where section.record.headingLevel != 1 {
      let named = reading.scale.mentioned(in: section.record.name)
      if named.count == 1 { return named }
    }
    return []
  }

  private static let atTheEnd: WordPhrases = [
    "as needed", "as required", "on request", "when resolved", "upon resolution", "at resolution",
  ]

  /// "As needed for SEV-3" beside times for the others.
  private static func untimed(_ saying: Saying, _ statement: Statement, _ reading: Reading) -> [Cadence] {
    let whole = saying.words.all.count <= 14 && reading.scale.mentioned(in: saying.words).count == 1
    let divided = saying.text.utf8.split { $0 == 0x2C || $0 == 0x3B }.map { Words(String(Substring($0))) }
    return (whole ? [saying.words] : divided).flatMap { words -> [Cadence] in
      guard atTheEnd.occur(in: words) || words.containsAny(endings) && words.all.count <= 12,
        Durations.all(in: words).isEmpty
      else { return [] }
      return reading.scale.mentioned(in: words).map {
        Cadence(severity: $0, minutes: nil, audience: .both, line: statement.line)
      }
    }
  }

  private static let always: WordSet = ["continuous", "continuously", "constant", "constantly", "ongoing", "live"]

  /// "Continuous for P0, every 30 minutes for P1": whom a clause without a time is for.
  private static func unceasing(_ words: Words, _ scale: SeverityScale) -> [String] {
    guard words.containsAny(always) else { return [] }
    return words.text.parts(at: ",").map { Words($0) }.filter {
      $0.containsAny(always) && Durations.all(in: $0).isEmpty
    }.flatMap { scale.mentioned(in: $0) }
  }

  /// Each time with the severities named nearest behind or before it.
  private static func pairs(
    _ statement: Statement, _ words: Words, _ durations: [Duration], _ reading: Reading
  ) -> [Cadence] {
    let section = reading.sections.all[safe: statement.section]?.record.name ?? ""
    let own = audience(words.text)
    let audience = own == .both ? audience(statement.label + " " + section) : own
    let never = unceasing(words, reading.scale)
    var all = reading.scale.mentioned(in: words).filter { !never.contains($0) }
    if all.isEmpty { all = around(statement, reading) }
    let relevant = durations.filter { !$0.business }
    guard relevant.count > 1, all.count > 1 else {
      let time = (relevant.first(where: \.every) ?? relevant.first)?.low
      let names: [String?] = all.isEmpty ? [nil] : all.map { $0 }
      return names.map { Cadence(severity: $0, minutes: time, audience: audience, line: statement.line) }
    }
    var found: [Cadence] = []
    let leads = !reading.scale.mentioned(in: words.slice(0, words.all[relevant[0].words.lowerBound].start)).isEmpty
    for (index, duration) in relevant.enumerated() {
      let start =
        leads
        ? (index == 0 ? 0 : words.all[relevant[index - 1].words.upperBound - 1].end)
        : words.all[duration.words.upperBound - 1].end
      let end =
        leads
        ? words.all[duration.words.lowerBound].start
        : index + 1 < relevant.count ? words.all[relevant[index + 1].words.lowerBound].start : Int.max
      for name in reading.scale.mentioned(in: words.slice(start, end)) {
        found.append(Cadence(severity: name, minutes: duration.low, audience: audience, line: statement.line))
      }
    }
    return found
  }
}
