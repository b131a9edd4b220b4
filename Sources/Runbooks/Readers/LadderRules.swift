import Incidents

/// A table of conditions is the ladder where the document has no other and its rows name only a severity and a time:
/// "SEV1 declared", "SEV2 > 30 min".
enum LadderRules {
  static func climb(_ reading: Reading, _ runbook: inout Runbook) {
    let rungs = runbook.escalationRules.filter { isRung($0, reading.scale) }
    guard rungs.count >= 2 || rungs.contains(where: isUnanswered) else { return }
    runbook.escalation = rungs.map { rule in
      let text = RungText(rule.when, reading.scale)
      return Rung(
        target: rule.target, afterMinutes: rule.afterMinutes ?? 0, severities: rule.severities, until: text.until,
        line: rule.line)
    }
    let taken = Set(rungs)
    runbook.escalationRules.removeAll { taken.contains($0) }
  }

  /// "On-call hasn't acknowledged within 10 min": one such row is a ladder, since any incident may climb it.
  private static func isUnanswered(_ rule: EscalationRule) -> Bool {
    (rule.afterMinutes ?? 0) > 0 && RungText.isOverdue(Words(rule.when))
  }

  private static let idle: WordSet = [
    "declared", "detected", "unresolved", "open", "incident", "confirmed", "after", "over", "lasting", "last", "not",
    "acknowledged", "no", "ack", "resolved", "mitigated", "within", "sin", "resolver", "sem", "for", "more", "than",
    "any",
    "resolucao", "em", "en", "resolution", "without", "active", "ongoing", "still", "longer", "min", "solucion",
    "beyond", "on-call", "on", "call", "primary", "hasn't", "hasnt", "has", "doesn't", "doesnt", "didn't", "response",
    "respond", "responded", "answer", "answered", "does", "did", "nobody", "an", "the", "a", "by",
  ]

  /// Whether the condition says nothing but for which severity and after how long.
  private static func isRung(_ rule: EscalationRule, _ scale: SeverityScale) -> Bool {
    guard !rule.severities.isEmpty, rule.scenario == nil else { return false }
    let words = Words(rule.when)
    let times = Durations.all(in: words).map(\.words)
    let codes = SeverityNames.codes(in: words).map(\.range)
    return words.all.enumerated().allSatisfy { index, word in
      word.kind != .word || (times + codes).contains { $0.contains(index) } || idle.contains(word)
        || SeverityNames.grades[word.text] != nil
    }
  }
}
