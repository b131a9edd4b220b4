import Engine
import Incidents
import Runbooks

extension ShowText {
  /// Per severity: what is promised, and who is paged when if nobody answers.
  func paged() -> [String] {
    guard !runbook.severities.isEmpty || !runbook.escalation.isEmpty else {
      return [title("Who is paged"), item("The runbook names no severity and no ladder.")]
    }
    let ladders = runbook.severities.sorted { $0.rank < $1.rank }.map { severity in
      (severity, Escalation.ladder(runbook, LadderQuestion(severity: severity.name), team ?? Team()))
    }
    var lines = [title("Who is paged, while nobody answers")]
    for (index, (severity, steps)) in ladders.enumerated() {
      lines.append(promise(of: severity))
      lines += lacks(of: severity)
      if steps.isEmpty {
        lines.append(terminal.styled("    nobody: the document names no ladder for it", .error))
      } else if index > 0, same(steps, ladders[index - 1].1) {
        lines.append("    the same people at the same times")
      } else {
        lines += steps.flatMap(rows)
      }
    }
    return lines + unanswered
  }

  /// What follows where nobody answers, or nothing follows an answer.
  private var unanswered: [String] {
    let repages = runbook.repages.map { rule in
      let often = rule.isRepeated ? "every" : "after"
      return (rule, "paged again \(often) \(Count.minutes(rule.minutes)) without an answer")
    }
    let lapses = runbook.lapses.map { rule in
      (rule, "an answer that nothing follows counts no longer after \(Count.minutes(rule.minutes))")
    }
    return (repages + lapses).map { rule, words in
      let whom = rule.severities.isEmpty ? "" : "\(rule.severities.joined(separator: ", ")): "
      return item(whom + words, line: rule.line)
    }
  }

  private func same(_ a: [LadderStep], _ b: [LadderStep]) -> Bool {
    a.map { [$0.target, "\($0.dueAfter.microseconds)", "\($0.until)"] }
      == b.map { [$0.target, "\($0.dueAfter.microseconds)", "\($0.until)"] }
  }

  private func promise(of severity: Severity) -> String {
    var parts: [String] = []
    var lines = [severity.line]
    if let target = severity.answerTarget {
      parts.append(target.minutes <= 0 ? "answer at once" : "answer within \(Count.minutes(target.minutes))")
      lines.append(target.line)
    } else if !severity.responseText.isEmpty {
      parts.append("answer: \(Layout.plain(severity.responseWords))")
    }
    for cadence in runbook.cadence where cadence.severity == nil || cadence.severity == severity.name {
      let audience = cadence.audience == .both ? "" : " (\(cadence.audience.rawValue))"
      parts.append(
        cadence.minutes.map { "update every \(Count.minutes($0))\(audience)" } ?? "updates as needed\(audience)")
      lines.append(cadence.line)
    }
    let label = severity.label.isEmpty ? severity.name : "\(severity.name) \(severity.label)"
    var seen: Set<Int> = []
    let references = places.labels(lines.filter { seen.insert($0).inserted })
    let text = ([label] + (parts.isEmpty ? ["no time to answer is stated"] : parts)).joined(separator: " · ")
    return item(text, references: references)
  }

  /// What keeps the level from working, as `tocsin check` scores it.
  private func lacks(of severity: Severity) -> [String] {
    guard let part = readiness.severities.first(where: { $0.name == severity.name }), !part.lacks.isEmpty else {
      return []
    }
    let text = Layout.hanging(
      "    ", "readiness \(part.score) of 100: \(part.lacks.joined(separator: ", "))", terminal.width)
    return [terminal.styled(text, .warning)]
  }

  /// One step, on one row where the terminal is wide enough, else on two.
  private func rows(_ step: LadderStep) -> [String] {
    let time = Count.minutes(Double(step.dueAfter.microseconds) / 60_000_000)
    let lead = "    " + String(repeating: " ", count: max(9 - Layout.width(time), 0)) + time + "  "
    let role = duty(of: step)
    guard let team else { return [item(role, line: step.line, lead: lead)] }
    let people = team.holders(of: step.target, at: now).filter { !$0.methods.isEmpty }.map { Layout.plain($0.name) }
    let names = people.isEmpty ? "reaches nobody" : people.joined(separator: ", ")
    guard terminal.width >= 72, Layout.width(names) <= 28 else {
      return [item(names, line: step.line, lead: lead), Layout.hanging("               ", role, terminal.width)]
    }
    return [item(role, line: step.line, lead: lead + Layout.padded(names, 22) + "  ")]
  }

  private func duty(of step: LadderStep) -> String {
    var text = step.target
    if let when = step.when { text += ", \(when)" }
    if step.until == .resolved { text += ", also after an answer" }
    if step.assumption != nil { text += " (assumed)" }
    return Layout.plain(text)
  }

  /// "Immediate" under a scenario says the time, and the scenario itself is the condition.
  private static func condition(_ rule: EscalationRule) -> String {
    guard let scenario = rule.scenario else { return rule.when }
    return rule.afterMinutes == 0 && !rule.when.contains(" ") ? scenario : "\(rule.when) (\(scenario))"
  }

  /// Rules that need a person's judgement, or that belong to one scenario.
  func situations() -> [String] {
    guard !runbook.escalationRules.isEmpty else { return [] }
    return [title("Situations")]
      + runbook.escalationRules.map { rule in
        let time = rule.afterMinutes.map { Count.minutes($0) } ?? "when a person says so"
        return item("\(Self.condition(rule)): \(rule.target), \(time)", line: rule.line)
      }
  }
}
