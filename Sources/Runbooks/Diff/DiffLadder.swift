import Incidents

/// The ladder, told for each severity that climbs it, and what several severities share told once.
enum DiffLadder {
  /// A change of one severity's ladder, before it is known which others have it too.
  private struct Step: Hashable {
    var text: String
    var before: Int?
    var after: Int?
  }

  static func changes(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    let known = new.severities.map(\.name).filter { name in old.severities.contains { $0.name == name } }
    guard !known.isEmpty else { return steps(old.escalation, new.escalation).map { change($0, "Ladder") } }
    var order: [Step] = []
    var names: [Step: [String]] = [:]
    for name in known {
      for step in steps(rungs(old, name), rungs(new, name)) {
        if names[step] == nil { order.append(step) }
        names[step, default: []].append(name)
      }
    }
    return order.map { step in
      let mine = names[step] ?? []
      return change(step, mine.count == known.count && known.count > 1 ? "Ladder" : "\(DiffWords.list(mine)) ladder")
    }
  }

  private static func change(_ step: Step, _ whose: String) -> RunbookChange {
    RunbookChange("\(whose): \(step.text)", before: step.before, after: step.after)
  }

  private static func rungs(_ runbook: Runbook, _ severity: String) -> [Rung] {
    runbook.escalation.filter { $0.severities.isEmpty || $0.severities.contains(severity) }
  }

  private static func steps(_ old: [Rung], _ new: [Rung]) -> [Step] {
    Alignment.edits(old.map { Tokens.folded($0.target) }, new.map { Tokens.folded($0.target) }).flatMap { edit in
      switch edit {
      case .same(let i, let j): return fields(old[i], new[j], number: j + 1)
      case .changed(let i, let j):
        let text = "rung \(j + 1) \(old[i].target) → \(new[j].target)"
        return [Step(text: text, before: old[i].line, after: new[j].line)] + fields(old[i], new[j], number: j + 1)
      case .removed(let i):
        return [Step(text: "rung \(i + 1) (\(old[i].target)) removed", before: old[i].line, after: nil)]
      case .added(let j):
        let when = new[j].afterMinutes.map { " after \(DiffWords.minutes($0))" } ?? ""
        return [Step(text: "rung \(j + 1) (\(new[j].target))\(when) added", before: nil, after: new[j].line)]
      }
    }
  }

  private static func fields(_ old: Rung, _ new: Rung, number: Int) -> [Step] {
    let name = "rung \(number) (\(new.target))"
    var texts: [String] = []
    if old.afterMinutes != new.afterMinutes {
      texts.append("\(name) after \(DiffWords.minutes(old.afterMinutes, new.afterMinutes))")
    }
    if old.until != new.until { texts.append("\(name) goes on until \(old.until.rawValue) → \(new.until.rawValue)") }
    if old.condition != new.condition {
      texts.append("\(name) when \(old.condition ?? "always") → \(new.condition ?? "always")")
    }
    if old.via != new.via { texts.append("\(name) is reached by \(said(old.via)) → \(said(new.via))") }
    return texts.map { Step(text: $0, before: old.line, after: new.line) }
  }

  private static func said(_ ways: [String]) -> String { ways.isEmpty ? "no way named" : DiffWords.list(ways) }

  /// Situations that escalate apart from the chain.
  static func rules(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    let pairs = Alignment.named(old.escalationRules, new.escalationRules) {
      Tokens.folded(($0.scenario ?? "") + " " + $0.when, limit: 200)
    }
    let changed = pairs.both.flatMap { was, now in
      var texts: [String] = []
      if was.target != now.target { texts.append("\(was.target) → \(now.target)") }
      if was.afterMinutes != now.afterMinutes {
        texts.append("after \(DiffWords.minutes(was.afterMinutes, now.afterMinutes))")
      }
      if was.severities != now.severities {
        texts.append("for \(all(was.severities)) → \(all(now.severities))")
      }
      return texts.map { RunbookChange("\(name(now)): \($0)", before: was.line, after: now.line) }
    }
    return pairs.gone.map { RunbookChange("\(name($0)): \($0.target) removed", before: $0.line, after: nil) }
      + pairs.fresh.map { RunbookChange("\(name($0)): \($0.target) added", before: nil, after: $0.line) } + changed
  }

  private static func name(_ rule: EscalationRule) -> String { "Rule “\(DiffWords.short(rule.when))”" }
  private static func all(_ severities: [String]) -> String {
    severities.isEmpty ? "all" : DiffWords.list(severities)
  }
}
