import Runbooks

extension ShowText {
  func scenarios() -> [String] {
    guard !runbook.scenarios.isEmpty else {
      return [title("Scenarios"), item("The runbook describes no scenario: alerts open incidents without one.")]
    }
    let width = runbook.scenarios.map { Layout.width(severity(of: $0)) }.max() ?? 0
    return [title("Scenarios (\(runbook.scenarios.count)), with their readiness of 100")]
      + zip(runbook.scenarios, readiness.scenarios).map { scenario, part in
        let score = String(repeating: " ", count: max(3 - "\(part.score)".utf8.count, 0)) + "\(part.score)"
        let lead = "  " + Layout.padded(severity(of: scenario), min(width, 12)) + "  \(score)  "
        let text = ([content(of: scenario)] + part.lacks).joined(separator: ", ")
        return item("\(Layout.plain(scenario.title)): \(text)", line: scenario.line, lead: lead)
      }
  }

  private func severity(of scenario: Scenario) -> String { scenario.severity.map(Layout.plain) ?? "-" }

  private func content(of scenario: Scenario) -> String {
    let commands = scenario.actions.filter { $0.kind == .command }
    let changing = commands.count { $0.effect != .read }
    let counts = [
      Count.of(scenario.symptoms.count, "symptom"),
      Count.of(commands.count, "command") + (changing == 0 ? "" : " (\(changing) may change something)"),
    ]
    return counts.joined(separator: ", ")
  }

  /// Everything else in a line each.
  func rest() -> [String] {
    var lines: [String] = []
    if !runbook.phases.isEmpty {
      let names = runbook.phases.map { Layout.plain($0.title) }.joined(separator: ", ")
      lines.append(fact("Phases", names, runbook.phases.map(\.line)))
    }
    if let rollback = runbook.rollback {
      let text =
        "\(Count.of(rollback.criteria.count, "criterion", "criteria")), \(Count.of(rollback.options.count, "way"))"
      let decision = rollback.decideAfterMinutes.map { ", decided after \(Count.minutes($0))" } ?? ""
      lines.append(fact("Rollback", text + decision, [rollback.line]))
    }
    if !runbook.templates.isEmpty {
      let names = runbook.templates.map { Layout.plain($0.name) }.joined(separator: ", ")
      lines.append(fact("Templates", names, runbook.templates.map(\.line)))
    }
    if !runbook.healthChecks.isEmpty {
      let text = Count.of(runbook.healthChecks.count, "check")
      lines.append(fact("Health", text, runbook.healthChecks.map(\.line)))
    }
    if let quiet = runbook.quietMinutes {
      lines.append(fact("Quiet", "\(Count.minutes(quiet)) before closing", runbook.quietLine.map { [$0] } ?? []))
    }
    lines.append(review())
    return [title("Also read")] + lines
  }

  private func review() -> String {
    let review = runbook.review
    guard review.present else { return fact("Review", "the runbook asks for none", []) }
    let deadline = review.deadlineHours.map { "within \(Count.minutes($0 * 60))" } ?? "no deadline stated"
    let severities = review.severities.isEmpty ? "" : ", for \(review.severities.joined(separator: ", "))"
    let agenda = review.agenda.isEmpty ? "" : ", \(Count.of(review.agenda.count, "point")) on the agenda"
    return fact("Review", deadline + severities + agenda, [review.line, review.deadlineLine].compactMap { $0 })
  }

  private func fact(_ name: String, _ text: String, _ lines: [Int]) -> String {
    let shown = lines.count > 3 ? places.labels(Array(lines.prefix(2))) + " …" : places.labels(lines)
    return item(text, references: shown, lead: "  " + Layout.padded(name, 11))
  }
}
