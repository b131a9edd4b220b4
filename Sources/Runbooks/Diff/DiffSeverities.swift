import Incidents

/// Severities: which there are, how soon somebody answers, how they are defined.
enum DiffSeverities {
  static func changes(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    let pairs = Alignment.named(old.severities, new.severities) { Tokens.folded($0.name) }
    return pairs.gone.map { RunbookChange("Severity \($0.name) removed", before: $0.line, after: nil) }
      + pairs.fresh.map { RunbookChange("Severity \($0.name) added", before: nil, after: $0.line) }
      + pairs.both.flatMap { fields($0.old, $0.new) }
  }

  private static func fields(_ old: Severity, _ new: Severity) -> [RunbookChange] {
    var changes: [RunbookChange] = []
    let (was, now) = (old.answerTarget, new.answerTarget)
    if was?.minutes != now?.minutes {
      changes.append(
        RunbookChange(
          "\(new.name) answer within \(DiffWords.minutes(was?.minutes, now?.minutes))", before: was?.line ?? old.line,
          after: now?.line ?? new.line))
    }
    if old.label != new.label {
      changes.append(change("\(new.name) is called \(said(old.label)) → \(said(new.label))", old, new))
    }
    if old.definition != new.definition { changes.append(change("\(new.name) is defined otherwise", old, new)) }
    if old.examples != new.examples { changes.append(change("\(new.name) has other examples", old, new)) }
    if old.rank != new.rank {
      changes.append(change("\(new.name) has another place in the scale: \(old.rank + 1) → \(new.rank + 1)", old, new))
    }
    return changes
  }

  private static func change(_ text: String, _ old: Severity, _ new: Severity) -> RunbookChange {
    RunbookChange(text, before: old.line, after: new.line)
  }

  private static func said(_ label: String) -> String { label.isEmpty ? "nothing" : label }
}
