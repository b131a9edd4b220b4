/// How soon somebody answers, as the record of a severity says it. A time to resolve is never one.
enum ResponseTime {
  struct Answer: Sendable {
    /// 0 = at once without a figure; nil = business-day wording.
    var minutes: Double?
    var text: String
    /// Working days: 1 for "next business day", 0 for the same one.
    var businessDays: Int?
  }

  private static let others: [Concept] = [.resolutionTarget, .updates, .escalation, .after]

  static func read(_ member: SeverityReader.Member) -> Answer? {
    let record = member.record
    let field = responseField(record).flatMap {
      value($0.value.isEmpty ? $0.statements.first?.text ?? "" : $0.value.text)
    }
    let beside = beside(member.name.rest)
    // "P1 (< 1 hour response)" says more than "Response: a senior engineer, immediately" under it.
    if let beside, beside.minutes ?? 0 > 0, field.map({ Durations.all(in: $0.text).isEmpty }) ?? true { return beside }
    if let answer = field ?? beside { return answer }
    if let answer = sentence(record) { return answer }
    return unnamed(record)
  }

  private static func responseField(_ record: Record) -> Record? {
    (record.facts + RemarkFields.read(record)).filter { field in
      let weight = field.meaning[.response]
      return weight >= 0.34 && field.meaning.best([.resolutionTarget, .updates]) < max(weight, 0.6)
        && field.meaning[.escalation] < 0.5 && field.meaning[.acknowledge] < weight
    }.max { rank($0) < rank($1) }
  }

  private static func rank(_ field: Record) -> Double {
    field.meaning[.response] - (value(field.value.text) == nil ? 0.6 : 0)
  }

  private static let vague: WordSet = [
    "business", "next", "sprint", "effort", "none", "schedule", "planned", "backlog", "day", "proximo", "werktag",
    "same", "end", "siguiente", "prochain", "下", "翌", "nachster", "nachsten", "nachste", "arbeitstag", "folgetag",
    "suivant", "ouvre", "следующий", "рабочий", "agreed", "morning", "standup", "vereinbarung", "laborable", "util",
  ]

  /// The time in a cell or behind a label.
  static func value(_ text: String) -> Answer? {
    guard !text.isEmpty else { return nil }
    let words = Words(text)
    let durations = Durations.all(in: words)
    if let first = answering(durations, words) {
      let behind = words.all[first.words.upperBound...].prefix(3)
      if isAtOnce(words.all[..<first.words.lowerBound], behind) { return Answer(minutes: 0, text: text) }
      let counted = first.business && first.limit >= 1440 ? nil : first.limit
      return Answer(minutes: counted, text: text, businessDays: counted == nil ? BusinessDays.count(first) : nil)
    }
    if Durations.isImmediate(words) { return Answer(minutes: 0, text: text) }
    guard words.containsAny(vague) else { return nil }
    return Answer(minutes: nil, text: text, businessDays: BusinessDays.named(words))
  }

  /// The time to answer: of "5 minutes acknowledgment, 15 minutes response" the second.
  private static func answering(_ durations: [Duration], _ words: Words) -> Duration? {
    let first = durations.first { !$0.business } ?? durations.first
    func next(_ time: Duration) -> ArraySlice<Words.Word> { words.all[time.words.upperBound...].prefix(3) }
    guard let first, durations.count > 1, next(first).contains(where: { acknowledging.contains($0) }) else {
      return first
    }
    return durations.first { next($0).contains { ["response", "respond"].contains($0.text) } } ?? first
  }

  private static let acknowledging: WordSet = ["acknowledge", "acknowledgement", "acknowledgment", "ack"]

  /// "Page immediately; tell the regulator within 6 hours" is two times for two people, and "immediate response, 15
  /// minutes to acknowledge" two times of one.
  private static func isAtOnce(_ ahead: ArraySlice<Words.Word>, _ behind: ArraySlice<Words.Word>) -> Bool {
    let acknowledged = behind.contains { acknowledging.contains($0) }
    guard let end = ahead.firstIndex(where: { $0.text == ";" || acknowledged && $0.text == "," }) else { return false }
    let clause = ahead[..<end]
    return clause.contains { DurationWords.immediate.contains($0) }
      && !clause.contains { DurationWords.denials.contains($0) }
  }

  /// The heading's own brackets: "(Response Time: Immediate)", "(Alert <15 min)".
  private static func beside(_ rest: String) -> Answer? {
    guard !rest.isEmpty else { return nil }
    let meaning = Lexicon.meaning(of: rest)
    if meaning.best([.resolutionTarget, .updates]) > meaning[.response] { return nil }
    let words = Words(rest)
    let timed = !Durations.all(in: words).isEmpty || Durations.isImmediate(words)
    let told = meaning[.response] > 0 || words.containsAny(["alert", "page", "answer", "reply"])
    return timed || told ? value(rest) : nil
  }

  private static let cues: WordSet = [
    "respond", "response", "responder", "acknowledge", "page", "alert", "react", "reaction", "responde", "atiende",
    "confirma", "atende", "reagiert", "antwortet", "repond", "prise", "отвечает", "отвечаем", "реагирует", "look",
    "answer", "reply", "replie", "start", "响", "应",
  ]

  private static let otherTimes: WordSet = [
    "resolve", "resolution", "update", "fix", "every", "escalate", "restore", "review", "cada", "toute", "alle",
  ]

  /// "Respond within 15 minutes" among the bullets or in the text.
  private static func sentence(_ record: Record) -> Answer? {
    for said in record.statements where said.text.utf8.count < 300 && mayTell(Words(said.text)) {
      // "Respond in 5 min, resolve in 1 hour": each clause for itself.
      for clause in [said.text] + clauses(said.text) {
        let words = Words(clause)
        guard !Durations.all(in: words).isEmpty || Durations.isImmediate(words) else { continue }
        let meaning = Lexicon.meaning(of: words)
        guard words.containsAny(cues) || meaning[.response] > 0, !words.containsAny(otherTimes),
          meaning.best([.resolutionTarget, .updates, .escalation]) <= meaning[.response] || words.containsAny(cues)
        else { continue }
        // "It blocks every release. Immediate response required.": the sentence that says when, not the whole.
        if let answer = value(clause) { return answer }
      }
    }
    return nil
  }

  /// Whether a text states a time at all, before it is cut into clauses.
  private static func mayTell(_ words: Words) -> Bool {
    !Durations.all(in: words).isEmpty || words.containsAny(DurationWords.immediate)
      || DurationWords.immediateSigns.occur(in: words)
  }

  /// How soon a sentence says that somebody answers: of its clauses the one that speaks of answering.
  static func spoken(_ sentence: String) -> Answer? {
    let parts = sentence.unicodeScalars.split { ",;:".unicodeScalars.contains($0) }.map { Substring($0).trimmed }
    return parts.lazy.filter { Words($0).containsAny(cues) }.compactMap(value).first
  }

  private static func clauses(_ text: String) -> [String] {
    text.replaced(". ", with: "; ").unicodeScalars.split { ",;。，；".unicodeScalars.contains($0) }.map {
      Substring($0).trimmed
    }
  }

  /// A column named for something else, whose cells hold times too: "Latency (P95)", "Regulator deadline".
  private static func isAbout(_ field: Record) -> Bool {
    guard field.shape == .cell, field.meaning.best([.time, .response]) < 0.9 else { return false }
    return field.nameWords.containsAny(measures)
  }

  private static let measures: WordSet = [
    "latency", "latencia", "latenz", "latence", "duration", "retention", "downtime", "rto", "rpo", "mttr", "deadline",
    "prazo", "plazo", "frist", "meldefrist", "notification", "notify", "threshold", "age",
  ]

  /// A field whose name says nothing but whose value is a time: "SLA", "Time", or the text of a bullet.
  private static func unnamed(_ record: Record) -> Answer? {
    // Where a column says how soon somebody acknowledges, a nameless one says something else.
    if record.fields.contains(where: { $0.meaning[.acknowledge] >= 0.5 && value($0.value.text) != nil }) { return nil }
    for field in record.fields where field.meaning.best(others) < 0.4 && field.meaning[.definition] < 0.5 {
      let words = Words(field.value.text)
      guard words.all.count <= 8, field.meaning.best([.time, .acknowledge]) < 2 else { continue }
      if field.meaning[.acknowledge] >= 0.5 || field.meaning[.examples] >= 0.5 { continue }
      // "If over 1 hour" is when something else is done.
      if LadderReader.opens(field.value.text) || isAbout(field) { continue }
      if !Durations.all(in: words).isEmpty || Durations.isImmediate(words) { return value(field.value.text) }
    }
    // "### P0" over "- 15 minutes".
    if let bare = record.members.first(where: { $0.isItem && $0.name.isEmpty && LadderReader.isMoment($0.text) }) {
      return value(bare.text)
    }
    guard record.isItem || record.shape == .label, record.children.isEmpty else { return nil }
    let words = Words(record.value.text)
    if words.contains("best effort") { return Answer(minutes: nil, text: record.value.text) }
    if words.containsAny(["every", "update", "resolve", "resolution", "resolved", "after"]) { return nil }
    return Durations.all(in: words).isEmpty && !Durations.isImmediate(words) ? nil : value(record.value.text)
  }
}
