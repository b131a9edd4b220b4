import Incidents

/// R001 to R013: the document itself.
enum DocumentRules {
  static let all: [FindingRule] = [
    FindingRule("R001", .warning, why: "Somebody must keep the runbook true.", source: .wellArchitected) { document in
      document.runbook.owner == nil
        ? [Fault("No owner or team is named.", hint: "Add a line such as \"Owner: Platform team\".", line: 1)] : []
    },
    FindingRule(
      "R002", .warning, why: "A date shows whether the runbook still fits the system.", source: .wellArchitected
    ) { document in
      guard let date = document.runbook.lastUpdated else {
        return [Fault("No date of the last update.", hint: "Add \"Last updated: YYYY-MM-DD\".", line: 1)]
      }
      guard CheckedDate(date) == nil else { return [] }
      let line = document.line(holding: "updated") ?? 1
      return [Fault("The last update \(Quoted.name(date)) has no day.", hint: "Write it as YYYY-MM-DD.", line: line)]
    },
    FindingRule("R003", .error, why: "A review that is overdue means nobody has checked the steps.") { document in
      guard let date = document.runbook.nextReview, isPast(date, document.today) else { return [] }
      let line = document.line(holding: date) ?? document.line(holding: "next review") ?? 1
      let hint = "Review the runbook, then set the next date."
      return [Fault("The next review was due on \(date).", hint: hint, line: line, mark: date)]
    },
    FindingRule("R004", .warning, why: "Without a date nobody is reminded to review.", source: .wellArchitected) {
      document in
      document.runbook.nextReview == nil
        ? [Fault("No date for the next review.", hint: "Add \"Next review: YYYY-MM-DD\".", line: 1)] : []
    },
    FindingRule(
      "R005", .warning, why: "Systems change; steps older than half a year are doubtful.", source: .wellArchitected
    ) { document in
      guard let text = document.runbook.lastUpdated, let date = CheckedDate(text),
        let today = CheckedDate(document.today)
      else { return [] }
      let line = document.line(holding: text) ?? document.line(holding: "updated") ?? 1
      let hint = "Check the steps and set today's date."
      // A month's grace: not every corrected letter is an update.
      if let changed = document.surroundings?.changedOn, let days = CheckedDate(changed)?.days, days - date.days > 30 {
        let message = "The file changed on \(changed), long after the last update that it names, \(text)."
        return [Fault(message, hint: hint, line: line, mark: text)]
      }
      // No count of days: a message that changes with every day fits no baseline.
      guard today.days - date.days > 180 else { return [] }
      return [Fault("The last update, \(text), is older than half a year.", hint: hint, line: line, mark: text)]
    },
    FindingRule("R006", .warning, why: "Damaged letters are shown mended but stand wrong in the file.") { document in
      guard document.runbook.encodingRepaired else { return [] }
      let place = document.surroundings?.damage
      var fault = Fault(
        "The file holds text that was decoded with the wrong encoding.",
        hint: "`tocsin check --fix` stores what Tocsin shows, as UTF-8.", line: place?.line ?? damaged(document) ?? 1)
      fault.column = place?.column
      return [fault]
    },
    FindingRule("R007", .hint, why: "A reader must know what the document is for.") { document in
      guard document.runbook.title != nil else {
        let hint = "Begin with a heading such as \"# Incident response\"."
        return [Fault("The document has no title.", hint: hint, line: 1)]
      }
      guard let lacks = Introduction.lacks(document) else { return [] }
      let hint = "Add two or three sentences below the title: which systems, for whom, and what it does not cover."
      return [Fault(lacks.text, hint: hint, line: lacks.line)]
    },
  ]

  /// A month without a day is past when the month is over.
  static func isPast(_ date: String, _ today: String) -> Bool {
    let length = date.utf8.count
    guard length == 10 || length == 7, today.utf8.count == 10 else { return false }
    return date < today.prefix(length)
  }

  /// Mended letters are never plain ASCII, so the first other letter is where to look.
  private static func damaged(_ document: CheckedDocument) -> Int? {
    document.runbook.lines.firstIndex { $0.utf8.contains { $0 >= 0x80 } }.map { $0 + 1 }
  }
}

/// A date of the form `YYYY-MM-DD` as a count of days.
struct CheckedDate {
  var days: Int64

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    days = CivilTime.days(year: year, month: month, day: day)
  }
}
