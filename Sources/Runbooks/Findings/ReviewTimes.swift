import Incidents

/// R125: two deadlines for one step of the review.
enum ReviewTimes {
  static let all: [FindingRule] = [
    FindingRule("R125", .warning, why: "Of two deadlines people keep the later.") { document in
      guard document.runbook.review.present else { return [] }
      let promises = document.prose.prefix(5_000).compactMap { promise($0.text, $0.line) }
      var faults: [Fault] = []
      for (index, later) in promises.enumerated() {
        guard let first = promises[..<index].first(where: { $0.step == later.step && $0.levels == later.levels }),
          first.hours != later.hours, !faults.contains(where: { $0.line == later.line })
        else { continue }
        faults.append(
          Fault(
            "The review is due within \(Quoted.minutes(later.hours * 60)) here, within \(Quoted.minutes(first.hours * 60)) in line \(first.line).",
            hint: "Let both say the same, or say which step each is for.", line: later.line))
      }
      return faults
    }
  ]

  private struct Promise {
    /// What is to be done by then; a meeting may be called earlier than its text is published.
    var step: String
    var levels: Set<String>
    var hours: Double
    var line: Int
  }

  private static let subjects = [
    "post-incident", "post incident", "postmortem", "post-mortem", "post mortem", "incident review", "retrospective",
    "pir ", "nachbereitung", "revisión posterior", "pós-incidente", "复盘",
  ]

  private static let steps: [(name: String, words: [String])] = [
    ("schedule", ["schedul", "invite", "plan"]), ("publish", ["publish", "share", "distribut", "circulat"]),
    ("write", ["write", "draft", "document", "complet", "fill", "prepare", "finish"]),
    ("act", ["action", "follow-up", "follow up", "ticket"]),
  ]

  private static func promise(_ text: String, _ line: Int) -> Promise? {
    let lower = text.lowercased()
    guard subjects.contains(where: { ShellText.contains(lower, $0) }), let at = lower.firstRange(of: "within ") else {
      return nil
    }
    guard let time = Durations.all(in: Words(String(lower[at.upperBound...]))).first, !time.moment, time.limit >= 60
    else { return nil }
    let step = steps.first { $0.words.contains { ShellText.contains(lower, $0) } }?.name ?? "hold"
    let levels = lower.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }).map(String.init).filter {
      $0.utf8.last.map(Byte.isDigit) == true && ($0.hasPrefix("p") || $0.hasPrefix("sev"))
    }
    return Promise(step: step, levels: Set(levels), hours: time.limit / 60, line: line)
  }
}
