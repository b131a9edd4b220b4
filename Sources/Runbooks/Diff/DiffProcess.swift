/// What sets times beside the ladder: rollback, phases, the quiet window, the review.
enum DiffProcess {
  static func changes(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    rollback(old.rollback, new.rollback) + phases(old, new) + closing(old, new)
  }

  private static func rollback(_ old: Rollback?, _ new: Rollback?) -> [RunbookChange] {
    guard let old, let new else {
      if let old { return [RunbookChange("Rollback removed", before: old.line, after: nil)] }
      return new.map { [RunbookChange("Rollback added", before: nil, after: $0.line)] } ?? []
    }
    var changes: [RunbookChange] = []
    if old.decideAfterMinutes != new.decideAfterMinutes {
      changes.append(
        RunbookChange(
          "Rollback decision after \(DiffWords.minutes(old.decideAfterMinutes, new.decideAfterMinutes))",
          before: old.decideLine ?? old.line, after: new.decideLine ?? new.line))
    }
    changes += DiffScenarios.listed("Rollback criterion", old.criteria.map(entry), new.criteria.map(entry))
    changes += DiffScenarios.listed("Rollback option", old.options.map(entry), new.options.map(entry))
    return changes
      + DiffScenarios.listed("After a rollback, point", old.afterwards.map(entry), new.afterwards.map(entry))
  }

  private static func entry(_ said: Said) -> DiffScenarios.Entry { .init(text: said.text, line: said.line) }
  private static func entry(_ option: Rollback.Option) -> DiffScenarios.Entry {
    .init(text: option.title, more: option.actions.map(\.text).joined(separator: "|"), line: option.line)
  }

  private static func phases(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    let pairs = Alignment.named(old.phases, new.phases) { $0.title.lowercased() }
    let changed = pairs.both.flatMap { was, now -> [RunbookChange] in
      var texts: [String] = []
      if was.startMinutes != now.startMinutes {
        texts.append("begins after \(DiffWords.minutes(was.startMinutes, now.startMinutes))")
      }
      if was.endMinutes != now.endMinutes {
        texts.append("ends after \(DiffWords.minutes(was.endMinutes, now.endMinutes))")
      }
      if was.items != now.items || was.actions.map(\.text) != now.actions.map(\.text) {
        texts.append("has other items")
      }
      return texts.map { RunbookChange("Phase \(now.title) \($0)", before: was.line, after: now.line) }
    }
    return pairs.gone.map { RunbookChange("Phase \($0.title) removed", before: $0.line, after: nil) }
      + pairs.fresh.map { RunbookChange("Phase \($0.title) added", before: nil, after: $0.line) } + changed
  }

  private static func closing(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    var changes: [RunbookChange] = []
    if old.quietMinutes != new.quietMinutes {
      changes.append(
        RunbookChange(
          "Quiet window \(DiffWords.minutes(old.quietMinutes, new.quietMinutes))", before: old.quietLine,
          after: new.quietLine))
    }
    let (was, now) = (old.review, new.review)
    if was.deadlineHours != now.deadlineHours {
      let hours = { (review: Review) in review.deadlineHours.map { $0 * 60 } }
      changes.append(
        RunbookChange(
          "Review within \(DiffWords.minutes(hours(was), hours(now)))", before: was.deadlineLine ?? was.line,
          after: now.deadlineLine ?? now.line))
    }
    if was.severities != now.severities {
      let all = { (names: [String]) in names.isEmpty ? "all" : DiffWords.list(names) }
      changes.append(
        RunbookChange("Review for \(all(was.severities)) → \(all(now.severities))", before: was.line, after: now.line))
    }
    if old.incidentNameForm != new.incidentNameForm {
      changes.append(
        RunbookChange(
          "Incidents are named \(old.incidentNameForm ?? "as Tocsin does") → \(new.incidentNameForm ?? "as Tocsin does")",
          before: old.incidentNameLine, after: new.incidentNameLine))
    }
    return changes
  }
}
