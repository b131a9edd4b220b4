/// The post-incident review: whether there is one, by when, for which severities, with what agenda.
enum ReviewReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    let sections = reading.sections.all.enumerated().filter { index, section in
      section.record.headingLevel != 1 && isReview(section.record) && section.record.shape != .document
        && !section.record.name.isEmpty && !reading.sections.isInside(index, .scenario)
        && section.record.meaning.best([.communication, .updates]) < max(section.record.meaning[.review], 0.1)
    }
    guard var best = sections.first else {
      told(reading, &runbook)
      if !runbook.review.present { column(reading, &runbook) }
      if !runbook.review.present { step(reading, &runbook) }
      return
    }
    for next in sections where weight(next.element.record) > weight(best.element.record) { best = next }
    runbook.review.present = true
    runbook.review.line = best.element.record.line
    deadline(reading, sections.map(\.offset), &runbook)
    agenda(reading, &runbook)
  }

  private static func isReview(_ record: Record) -> Bool {
    if record.meaning[.review] >= 0.3 || isAfterwards(record) { return true }
    // "Review" alone means this only as a heading: as a label it is a date.
    guard record.isHeading, record.nameWords.contains("review") else { return false }
    let words = record.nameWords.all.filter { $0.kind == .word }.map(\.text)
    return words.count <= 4
      && !words.contains(where: notAfterwards.contains)
  }

  private static let afterwards: WordSet = [
    "afterward", "danach", "nachher", "depoi", "despue", "ensuite", "потом",
  ]

  /// "6. Afterwards": a heading that says nothing else.
  private static func isAfterwards(_ record: Record) -> Bool {
    guard record.isHeading else { return false }
    let words = record.nameWords.all.filter { $0.kind == .word }
    return words.count == 1 && afterwards.contains(words[0])
  }

  /// Words that make a review one of code, of access, of the document itself.
  private static let notAfterwards: WordSet = [
    "next", "last", "date", "code", "schedule", "quarterly", "document", "runbook", "access", "log", "history",
    "design",
    "pull", "annual", "monthly", "security", "maintenance", "update", "metric", "dashboard", "capacity", "health",
    "patch", "vulnerability", "performance", "cost", "queue", "alert", "backup", "weekly", "daily", "compliance",
    "budget", "architecture", "sprint", "risk", "cycle", "service", "license", "threshold", "slo",
  ]

  private static let cues: WordSet = [
    "review", "postmortem", "retrospective", "debrief", "retro", "rca", "pir", "retrospektive", "nachbesprechung",
    "retrospectiva", "rex", "lookback", "aprendizaje", "aprendizado", "разбор", "постмортем", "ретро",
  ]

  private static let phrases: WordPhrases = [
    "post mortem", "lesson learned", "lesson - learned", "look - back", "incident report", "reunion de revision",
    "write up", "write - up",
  ]

  /// Without a section of its own, a sentence or a task that gives a review its time.
  private static func told(_ reading: Reading, _ runbook: inout Runbook) {
    for statement in reading.statements where !isScenario(reading, statement) {
      let words = statement.words
      guard !statement.durations.isEmpty,
        words.containsAny(cues) || phrases.occur(in: words) || statement.meaning[.review] >= 0.9,
        !words.containsAny(["next", "quarterly"]),
        words.all.count < 60, let hours = hours(words, statement.durations, heading: false)
      else { continue }
      runbook.review.present = true
      runbook.review.line = statement.line
      runbook.review.deadlineHours = hours
      runbook.review.deadlineBusinessDays = BusinessDays.stated(statement.words)
      runbook.review.deadlineLine = statement.line
      runbook.review.severities = reading.scale.mentioned(in: words)
      return
    }
  }

  /// "7. Review: within five working days ...": the last step of the process, without a time that can be reckoned.
  private static func step(_ reading: Reading, _ runbook: inout Runbook) {
    guard
      let step = reading.statements.first(where: {
        $0.meaning[.review] >= 0.99 && $0.text.hasPrefix($0.label) && reading.isInside($0, [.process])
      })
    else { return }
    runbook.review.present = true
    runbook.review.line = step.line
  }

  /// A column "Postmortem" of the scale: which severities are reviewed.
  private static func column(_ reading: Reading, _ runbook: inout Runbook) {
    for table in reading.sections.all.flatMap(\.record.children) where table.shape == .table {
      let columns = table.columns.map(Lexicon.meaning(of:))
      guard columns.contains(where: { $0[.severities] >= 0.9 || $0[.level] >= 0.9 }),
        columns.contains(where: { $0[.review] >= 0.9 })
      else { continue }
      runbook.review.present = true
      runbook.review.line = table.line
      return
    }
  }

  private static func weight(_ record: Record) -> Double {
    record.meaning[.review] + (record.isHeading ? 1 : 0) - record.meaning.best([.templates, .communication]) * 0.5
  }

  private static func deadline(_ reading: Reading, _ indexes: [Int], _ runbook: inout Runbook) {
    let inside = Set(indexes)
    // Of several times the one beside the review's own name counts, then what its sections say.
    let orders: [(Statement) -> Bool] = [
      { inside.contains($0.section) && isNamed($0) }, { inside.contains($0.section) }, { isUnder($0, reading) },
      // A row of something else may hold such a word by chance: "P4 | improvement | 24 hours".
      {
        Lexicon.meaning(of: $0.words)[.review] > 0 && !isScenario(reading, $0)
          && (!$0.isRow || $0.words.containsAny(cues) || phrases.occur(in: $0.words))
      },
      // "Post-mortem: within 24 h" at the end of a scenario, where nothing else says when.
      { $0.meaning[.review] >= 0.9 && $0.label != $0.text },
    ]
    for fits in orders {
      for statement in reading.statements where !statement.durations.isEmpty && fits(statement) {
        let isHeading = statement.label == statement.text
        guard let hours = hours(statement.words, statement.durations, heading: isHeading) else { continue }
        runbook.review.deadlineHours = hours
        runbook.review.deadlineBusinessDays = BusinessDays.stated(statement.words)
        runbook.review.deadlineLine = statement.line
        runbook.review.severities = reading.scale.mentioned(in: statement.words)
        return
      }
    }
  }

  private static func isUnder(_ statement: Statement, _ reading: Reading) -> Bool {
    reading.sections.path(statement.section).contains { $0.role == .review && $0.record.headingLevel != 1 }
  }

  /// "Review meeting | 3 days": a row that names the review.
  private static func isNamed(_ statement: Statement) -> Bool {
    statement.isRow && isWord(statement.words)
  }

  private static func isWord(_ words: Words) -> Bool {
    Lexicon.meaning(of: words)[.review] > 0 || words.containsAny(cues)
  }

  private static func isScenario(_ reading: Reading, _ statement: Statement) -> Bool {
    reading.isInside(statement, [.scenario, .severities])
  }

  /// "Within 48 hours", "T+24h", "5 business days"; the length of a meeting is no deadline.
  private static func hours(_ words: Words, _ durations: [Duration], heading: Bool) -> Double? {
    for time in durations where !time.every && time.limit >= 240 {
      let before = words.all[..<time.words.lowerBound].suffix(4).map(\.text)
      // "Monitor for 72 hours post-incident" is how long, not by when.
      if let last = before.last, lasting.contains(last), !words.containsAny(planned) { continue }
      let cue = before.contains {
        [
          "within", "in", "<", "by", "after", "of", "innerhalb", "dan", "until", "first", "em", "en", "dentro", "sou",
          "sous", "в", "течение", "trong", "vong",
          "binnen", "primera", "about", "at", "max", "maximum", "latest", "spatestens", "hochstens", "позднее", "позже",
          "tardar",
        ]
        .contains($0)
      }
      let after = words.all[safe: time.words.upperBound]?.text ?? ""
      let most = words.all[time.words.upperBound...].prefix(3).contains { Self.atMost.contains($0) }
      guard
        cue || most || before.last == "|" || time.moment || heading
          || [
            "of", "after", "post", "following", "later", "at", "max", "内", "以", "spater", "nach", "apres", "depois",
            "despue",
          ]
          .contains(after)
          || words.all.count(where: { $0.kind != .mark }) <= 8
      else { continue }
      return time.limit / 60
    }
    return nil
  }

  private static let lasting: Set<String> = ["for", "durante", "pendant", "fur"]
  private static let planned: WordSet = ["schedule", "scheduled", "plan", "planned", "book", "booked", "hold"]
  private static let atMost: WordSet = ["maximo", "maximum", "max", "hochstens", "latest", "danach", "tard"]

  private static func agenda(_ reading: Reading, _ runbook: inout Runbook) {
    for section in reading.sections.all where section.record.meaning[.agenda] >= 0.3 && section.record.headingLevel != 1
    {
      let items = section.record.members.filter { $0.isItem || $0.shape == .row }
      guard items.count >= 2 else { continue }
      runbook.review.agenda = items.map { item in
        let time = Durations.all(in: item.text).first?.limit
        let title = item.name.isEmpty ? LadderReader.cut(item.text) : item.name
        return Review.AgendaItem(title: title, minutes: time, line: item.line)
      }
      return
    }
  }
}
