/// How often the document is to be reviewed, and after which incidents: "Quarterly", "After every P0/P1 incident".
enum UpkeepReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    runbook.upkeep.nextReviewLine = runbook.nextReview.flatMap { nextReviewLine($0, reading) }
    for statement in reading.statements where statement.text.utf8.count < 200 {
      let words = statement.words
      let every = runbook.upkeep.everyDays == nil ? days(statement) : nil
      let isAfter = runbook.upkeep.afterLine == nil && isAfterIncidents(words, reading)
      guard every != nil || isAfter, isOfTheDocument(statement, reading) else { continue }
      if let every {
        runbook.upkeep.everyDays = every
        runbook.upkeep.everyLine = statement.line
      }
      if isAfter {
        runbook.upkeep.afterSeverities = reading.scale.mentioned(in: words)
        runbook.upkeep.afterLine = statement.line
      }
    }
  }

  /// It speaks of this document: by its own words, its label or the heading above it.
  private static func isOfTheDocument(_ statement: Statement, _ reading: Reading) -> Bool {
    let path = reading.sections.path(statement.section).filter { $0.record.headingLevel != 1 }.prefix(2)
    let own = statement.words.containsAny(documents) && statement.words.containsAny(care)
    return own
      || ([statement.label] + path.map(\.record.name)).contains { name in
        let words = Words(name)
        return words.containsAny(documents) && words.containsAny(care)
      }
  }

  private static func days(_ statement: Statement) -> Int? {
    if let named = statement.words.all.lazy.compactMap({ rhythms[$0] }).first { return named }
    let time = statement.durations.first { $0.every && $0.low >= 1440 }
    return time.map { min(max(Int($0.low / 1440), 1), 3_660) }
  }

  private static func isAfterIncidents(_ words: Words, _ reading: Reading) -> Bool {
    words.containsAny(behind) && words.containsAny(["every", "each", "all", "any", "major"])
      && (words.containsAny(["incident", "outage", "postmortem", "review"])
        || !reading.scale.mentioned(in: words).isEmpty)
  }

  private static func nextReviewLine(_ date: String, _ reading: Reading) -> Int? {
    let year = String(date.prefix(4))
    return reading.source.lines.enumerated().first { _, line in
      line.utf8.count < 300 && line.holds(year) && Dates.read(line) != nil
        && Lexicon.meaning(of: line)[.nextReview] >= 0.3
    }.map { $0.offset + 1 }
  }

  private static let behind: WordSet = ["after", "following"]
  private static let documents: WordSet = [
    "runbook", "playbook", "document", "documentation", "procedure", "doc", "guide",
  ]
  private static let care: WordSet = [
    "update", "updated", "review", "reviewed", "maintenance", "maintain", "revise", "revised", "upkeep", "refresh",
  ]
  private static let rhythms: WordTable<Int> = [
    "weekly": 7, "monthly": 30, "quarterly": 91, "quarter": 91, "semiannually": 182, "biannually": 182,
    "yearly": 365, "annually": 365, "annual": 365,
  ]
}
