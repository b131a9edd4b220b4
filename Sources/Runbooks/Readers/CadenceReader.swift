/// How often people are told: by severity where the document says so, else for all.
enum CadenceReader {
  static func read(_ reading: Reading, templates: [Template], into runbook: inout Runbook) {
    var found = bySeverity(reading)
    if found.isEmpty { found = sentences(reading) }
    if found.isEmpty { found = fromTemplates(templates, reading.scale, &runbook) }
    runbook.cadence = found
    contradictions(reading, &runbook)
  }

  /// Fields and lists keyed by a severity: a column, a label in the severity's block, a list of its own.
  private static func bySeverity(_ reading: Reading) -> [Cadence] {
    var found: [Cadence] = []
    for scale in reading.scales {
      let path = reading.sections.path(scale.section)
      let told = path.prefix(2).contains { $0.record.meaning[.updates] >= 0.5 && !$0.record.name.isEmpty }
      if path.contains(where: { $0.role == .review || $0.role == .scenario }) { continue }
      let columns = repeating(scale)
      for member in scale.members {
        guard let name = reading.scale.mentioned(in: member.name.name).first else { continue }
        // "Medium/Low: on resolution" is for both.
        let all = reading.scale.mentioned(in: member.record.name)
        for field in fields(member.record, told: told, columns: columns) {
          let audience = audience(field.name + " " + (path.first?.record.name ?? ""))
          found += (all.contains(name) ? all : [name]).map {
            Cadence(severity: $0, minutes: minutes(field.text), audience: audience, line: field.line)
          }
        }
      }
    }
    return unique(found)
  }

  /// Columns that say how often, whatever they are called: "every 20 minutes", "hourly".
  private static func repeating(_ scale: SeverityReader.Scale) -> Set<String> {
    var columns: Set<String> = []
    for cell in scale.members.flatMap(\.record.fields) where !cell.name.isEmpty {
      guard cell.meaning.best([.response, .acknowledge, .resolutionTarget, .definition, .after]) < 0.5,
        cell.meaning.best([.review, .nextReview, .escalation]) < 0.5,
        Durations.all(in: cell.value.text).contains(where: \.every)
      else { continue }
      columns.insert(cell.name)
    }
    return columns
  }

  private static func fields(
    _ record: Record, told: Bool, columns: Set<String>
  ) -> [(name: String, text: String, line: Int)] {
    let named = record.facts.filter { field in
      if columns.contains(field.name) { return true }
      if isFirstWord(field.value.text) { return false }
      return field.meaning[.updates] >= 0.5 && field.meaning[.response] < field.meaning[.updates]
        || field.meaning[.communication] >= 0.5 && Durations.all(in: field.value.text).contains { $0.every }
    }
    let timed = named.filter { speaks($0.value.text) }
    if !timed.isEmpty { return timed.map { ($0.name, $0.value.text, $0.line) } }
    // "Answered in 2 hours. Status when resolved." in one paragraph.
    if !told, let end = closing(record) { return [("", end, record.line)] }
    // "CRITICAL: post every 20 minutes" says it without a name for it.
    let own = record.value.text
    if !told, record.isItem || record.shape == .label, own.utf8.count < 120,
      Durations.all(in: own).contains(where: \.every)
    {
      return [("", own, record.line)]
    }
    guard told else { return [] }
    if record.shape == .row {
      return record.children.dropFirst().filter { speaks($0.value.text) }.prefix(2).map {
        ($0.name, $0.value.text, $0.line)
      }
    }
    let text = record.value.isEmpty ? record.statements.first?.text ?? "" : record.value.text
    return speaks(text) ? [("", text, record.line)] : []
  }

  private static let notices: WordSet = ["announcement", "announce", "notice", "notification", "notify", "acknowledge"]

  /// "Announcement within 30 min": by when people hear the first time, not how often.
  private static func isFirstWord(_ text: String) -> Bool {
    let words = Words(text)
    return words.contains("within") && words.containsAny(notices) && !words.containsAny(["update", "status"])
      && !Durations.all(in: words).contains(where: \.every)
  }

  /// A sentence of the severity's own text that says that there is word at the end only.
  private static func closing(_ record: Record) -> String? {
    guard record.isItem || record.shape == .label, record.children.isEmpty else { return nil }
    return Sentences.of(record.value.text).first { sentence in
      let words = Words(sentence)
      return words.all.count <= 6 && Lexicon.meaning(of: words).best([.updates, .communication]) >= 0.3
        && Durations.all(in: words).isEmpty && words.containsAny(unnumbered)
    }
  }

  /// Whether a value says how often: a time, or that there is none.
  private static func speaks(_ text: String) -> Bool {
    let words = Words(text)
    if !Durations.all(in: words).isEmpty { return true }
    return words.containsAny(unnumbered) || isNone(words)
  }

  private static let none: WordSet = [
    "none", "never", "na", "no", "keine", "keiner", "kein", "ninguno", "ninguna", "nenhum", "nenhuma", "sem", "sin",
    "san", "aucun", "aucune", "rien", "нет", "не", "без", "không", "无", "無", "不",
  ]

  /// "None", "n/a", "keine", "无需通报": stated, and nothing is owed.
  private static func isNone(_ words: Words) -> Bool {
    guard let first = words.all.first, words.all.count <= 5 else { return false }
    return none.contains(first) || words.text.lowercased() == "n/a"
  }

  /// Words of an end, a need or a demand that stand for a time, in a cell of their own.
  private static let unnumbered: WordSet = endings.union([
    "resolution", "closure", "completion", "end", "demand", "demande", "milestone", "change", "close", "agreed", "恢",
    "hoàn",
    "hoan", "завершении", "завершения", "finalizar", "termino",
  ])

  /// The same, clear within a sentence too.
  static let endings: WordSet = [
    "resolved", "done", "needed", "required", "bedarf", "завершении", "恢",
    "necesario", "necessario", "necesidad", "besoin", "необходимости", "完", "resolver", "resolverse", "resuelto",
    "cierre",
    "resolucion", "conclusao", "concluir", "resolucao", "encerramento", "resolution", "cloture", "abschluss",
    "behebung",
    "решении", "решения", "закрытии", "решению", "khắc", "fixed",
  ]

  /// The stricter end of a range; nil for "when resolved".
  private static func minutes(_ text: String) -> Double? {
    let all = Durations.all(in: text)
    return (all.first(where: \.every) ?? all.first { !$0.business })?.low
  }

  static func audience(_ text: String) -> Cadence.Audience {
    let meaning = Lexicon.meaning(of: text)
    let inside = meaning[.internalAudience] > 0
    let outside = meaning.best([.externalAudience, .customer, .statusPage]) > 0
    return inside == outside ? .both : inside ? .internal : .external
  }

  /// A promise inside a template, where the document states no cadence anywhere else.
  private static func fromTemplates(
    _ templates: [Template], _ scale: SeverityScale, _ runbook: inout Runbook
  ) -> [Cadence] {
    for template in templates where template.kind != .postmortem {
      for (offset, line) in template.body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let words = Words(String(line))
        guard words.containsAny(["update"]), let time = Durations.all(in: words).first, !time.moment else { continue }
        let place = template.line + offset
        runbook.assumptions.append(
          Assumption(
            about: "updates", chosen: "every \(Int(time.low)) minutes for all severities", lines: [place],
            why: "Only a template states how often people are told."))
        let audience: Cadence.Audience = template.kind == .internal ? .internal : .external
        let named = bySeverity(words, scale).map {
          Cadence(severity: $0.0, minutes: $0.1, audience: audience, line: place)
        }
        if !named.isEmpty { return named }
        return [Cadence(severity: nil, minutes: time.low, audience: audience, line: place)]
      }
    }
    return []
  }

  /// "20 minutes (SEV-0/SEV-1) or 60 minutes (SEV-2)": each time with the severities behind it.
  private static func bySeverity(_ words: Words, _ scale: SeverityScale) -> [(String, Double)] {
    let times = Durations.all(in: words)
    return times.enumerated().flatMap { index, time -> [(String, Double)] in
      let start = words.all[time.words.upperBound - 1].end
      let end = times[safe: index + 1].map { words.all[$0.words.lowerBound].start } ?? Int.max
      return scale.mentioned(in: words.slice(start, end)).map { ($0, time.low) }
    }
  }

  /// The first entry of each severity and audience; one for both audiences stands for either.
  static func unique(_ all: [Cadence]) -> [Cadence] {
    var result: [Cadence] = []
    var heard: [String: Set<Cadence.Audience>] = [:]
    for entry in all {
      let known = heard[entry.severity ?? "", default: []]
      if known.contains(.both) || known.contains(entry.audience) || entry.audience == .both && !known.isEmpty {
        continue
      }
      heard[entry.severity ?? "", default: []].insert(entry.audience)
      result.append(entry)
    }
    return result
  }

  /// A general "every 15-30 minutes" beside a list by severity: both lines, the list kept.
  private static func contradictions(_ reading: Reading, _ runbook: inout Runbook) {
    guard let first = runbook.cadence.first, first.severity != nil else { return }
    for statement in reading.statements where !reading.isInside(statement, [.review, .scenario, .severities]) {
      guard let time = statement.durations.first(where: { $0.every && $0.high != nil }),
        statement.words.containsAny(["update"]), reading.scale.mentioned(in: statement.words).isEmpty
      else { continue }
      runbook.assumptions.append(
        Assumption(
          about: "updates", chosen: "the times by severity, from every \(Int(first.minutes ?? time.low)) minutes",
          lines: [first.line, statement.line], why: "One line gives a range for all, another a time for each severity.")
      )
    }
  }
}
