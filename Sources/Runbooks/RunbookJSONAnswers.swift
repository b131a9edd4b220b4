extension RunbookJSON {
  /// What follows where nobody answers, or nothing follows an answer.
  static func answers(_ runbook: Runbook, _ json: inout JSONText) {
    for (name, rules) in [("repages", runbook.repages), ("lapses", runbook.lapses)] {
      list(name, rules, &json) { json, rule in
        json.field("minutes", rule.minutes)
        json.field("severities", rule.severities)
        json.field("repeated", rule.isRepeated)
        json.field("line", rule.line)
      }
    }
  }
}
