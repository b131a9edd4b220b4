import Incidents

/// Fills in what a ladder leaves to arithmetic: an SLA is the time until the next rung, a window's end likewise.
enum LadderTimes {
  static func complete(_ steps: inout [LadderReader.Step], _ runbook: inout Runbook) {
    for index in steps.indices {
      guard let before = steps[..<index].lastIndex(where: { shares($0, steps[index]) }) else {
        opening(&steps[index])
        continue
      }
      if steps[index].text.vague { continue }
      if steps[index].text.isRelative, let wait = steps[index].rung.afterMinutes,
        let start = steps[before].rung.afterMinutes
      {
        steps[index].rung.afterMinutes = start + wait
        continue
      }
      if steps[index].rung.afterMinutes != nil {
        note(steps, index, before, &runbook)
      } else if let promise = promised(steps[before]),
        promise.isEnd || isFirst(steps, before) || steps[before].rung.afterMinutes != nil
      {
        let start = promise.isEnd ? 0 : steps[before].rung.afterMinutes ?? 0
        steps[index].rung.afterMinutes = start + promise.minutes
        if promise.isEnd { steps[index].rung.until = .resolved }
        derived(steps, index, before, &runbook)
      } else {
        silent(&steps, index, before, &runbook)
      }
    }
  }

  /// The first of a chain is called at once: a time beside it is its own time to answer.
  private static func opening(_ step: inout LadderReader.Step) {
    guard let after = step.rung.afterMinutes, after > 0, step.text.end == nil, !step.follows else { return }
    step.text.sla = after
    step.text.after = nil
    step.rung.afterMinutes = nil
  }

  private static func isFirst(_ steps: [LadderReader.Step], _ index: Int) -> Bool {
    !steps[..<index].contains { shares($0, steps[index]) }
  }

  /// Whether one incident climbs both.
  private static func shares(_ a: LadderReader.Step, _ b: LadderReader.Step) -> Bool {
    a.rung.severities.isEmpty || b.rung.severities.isEmpty
      || a.rung.severities.contains(where: b.rung.severities.contains)
  }

  /// What the rung before leaves: its own SLA, or the end of its window.
  private static func promised(_ step: LadderReader.Step) -> (minutes: Double, isEnd: Bool)? {
    if let end = step.text.end { return (end, true) }
    return step.text.sla.map { ($0, false) }
  }

  private static func derived(_ steps: [LadderReader.Step], _ index: Int, _ before: Int, _ runbook: inout Runbook) {
    let rung = steps[index].rung
    runbook.assumptions.append(
      Assumption(
        about: "escalation", chosen: "\(rung.target) after \(Int(rung.afterMinutes ?? 0)) minutes",
        lines: [steps[before].rung.line, rung.line],
        why: "The rung names no time of its own; the one before it has until then."))
  }

  /// A rung without a time waits for the one before it. Where it does not say either what stops it and the one before
  /// goes on after an answer, it does too: an answer that does not stop the ladder below cannot stop its end.
  private static func silent(
    _ steps: inout [LadderReader.Step], _ index: Int, _ before: Int, _ runbook: inout Runbook
  ) {
    let goesOn = steps[before].rung.until == .resolved && !steps[index].text.saysUntil
    if goesOn { steps[index].rung.until = .resolved }
    let rung = steps[index].rung
    let scope = rung.severities.isEmpty ? "" : " (\(rung.severities.joined(separator: ", ")))"
    let chosen = "\(rung.target)\(scope) follows the rung before it after its response time"
    runbook.assumptions.append(
      Assumption(
        about: "escalation", chosen: chosen + (goesOn ? ", unless resolved" : ""),
        lines: goesOn ? [steps[before].rung.line, rung.line] : [rung.line],
        why: goesOn
          ? "The rung names neither a time nor what stops it; the one before it goes on until resolved."
          : "The rung names no time."))
  }

  /// "If L2 can't resolve in 1 hour": an hour from the start, or from the rung before? The earlier one is stricter.
  private static func note(_ steps: [LadderReader.Step], _ index: Int, _ before: Int, _ runbook: inout Runbook) {
    guard steps[index].text.end == nil, !steps[index].text.open, steps[index].rung.until == .resolved,
      let after = steps[index].rung.afterMinutes, let earlier = steps[before].rung.afterMinutes, earlier > 0,
      after > earlier
    else { return }
    runbook.assumptions.append(
      Assumption(
        about: "escalation", chosen: "\(steps[index].rung.target) after \(Int(after)) minutes from the start",
        lines: [steps[before].rung.line, steps[index].rung.line],
        why: "The time may count from the rung before; from the start is stricter."))
  }
}
