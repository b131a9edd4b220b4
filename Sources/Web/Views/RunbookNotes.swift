import Incidents
import Runbooks

/// What was understood by each line of a runbook, in words that stand under the line.
struct RunbookNotes: Sendable {
  private(set) var byLine: [Int: [String]] = [:]

  init(_ runbook: Runbook) {
    response(runbook)
    for scenario in runbook.scenarios { self.scenario(scenario) }
    process(runbook)
    lists(runbook)
  }

  private mutating func add(_ line: Int?, _ words: String) {
    guard let line, byLine[line]?.contains(words) != true else { return }
    byLine[line, default: []].append(words)
  }

  private mutating func response(_ runbook: Runbook) {
    for severity in runbook.severities {
      let target = severity.answerTarget
      let answer = target.map { ", answer in \(Words.minutes($0.minutes))" } ?? ""
      add(severity.line, "severity \(severity.name) \(severity.label)" + (target?.line == severity.line ? answer : ""))
      if let target, target.line != severity.line { add(target.line, "\(severity.name)\(answer)") }
    }
    for cadence in runbook.cadence {
      let often = cadence.minutes.map { "every \(Words.minutes($0))" } ?? "when there is something to say"
      add(cadence.line, "update \(often)" + (cadence.severity.map { ", for \($0)" } ?? ""))
    }
    for (place, rung) in runbook.escalation.enumerated() {
      let time = rung.afterMinutes ?? (place == 0 ? 0 : nil)
      let when = time.map { $0 == 0 ? " at once" : " \(Words.minutes($0)) after opening" } ?? ", no time given"
      let whom = rung.severities.isEmpty ? "" : ", for \(Words.list(rung.severities))"
      let end = rung.until == .acknowledged ? "unless acknowledged" : "until resolved"
      add(rung.line, "page \(rung.target)\(when)\(whom), \(end)")
    }
    for rule in runbook.escalationRules {
      let when =
        rule.afterMinutes.map { $0 == 0 ? " at once" : " after \(Words.minutes($0))" } ?? " when somebody says so"
      add(rule.line, "where “\(rule.when)”, page \(rule.target)\(when)")
    }
  }

  private mutating func scenario(_ scenario: Scenario) {
    add(scenario.line, "scenario \(scenario.title)" + (scenario.severity.map { ", \($0)" } ?? ""))
    for symptom in scenario.symptoms { add(symptom.line, "a symptom of \(scenario.title)") }
    for cause in scenario.causes { add(cause.line, "a cause of \(scenario.title)") }
    for solution in scenario.solutions { add(solution.line, "a way to mend \(scenario.title)") }
    actions(scenario.actions)
  }

  private mutating func actions(_ actions: [Action]) {
    for action in actions {
      let kind = action.kind == .manual ? "a step by hand" : "a command that \(Self.does(action.effect))"
      let reason = action.effectReason.isEmpty ? "" : ": \(action.effectReason)"
      add(action.line, "\(kind), \(action.phase.rawValue)\(action.kind == .manual ? "" : reason)")
    }
  }

  private static func does(_ effect: Action.Effect) -> String {
    switch effect {
    case .read: "only reads"
    case .write: "writes"
    case .destructive: "destroys"
    case .unknown: "is not known"
    }
  }

  private mutating func process(_ runbook: Runbook) {
    for phase in runbook.phases {
      add(phase.line, "phase \(phase.title)")
      actions(phase.actions)
    }
    if let rollback = runbook.rollback {
      add(rollback.line, "rollback: when and how")
      add(rollback.decideLine, "decide on a rollback after \(Words.minutes(rollback.decideAfterMinutes ?? 0))")
      for criterion in rollback.criteria { add(criterion.line, "a reason to roll back") }
      for option in rollback.options {
        add(option.line, "a way back: \(option.title)")
        actions(option.actions)
      }
    }
    if let minutes = runbook.quietMinutes {
      add(runbook.quietLine, "watch for \(Words.minutes(minutes)) before closing")
    }
    if let hours = runbook.review.deadlineHours {
      add(runbook.review.deadlineLine ?? runbook.review.line, "review within \(Words.minutes(hours * 60))")
    }
    add(runbook.incidentNameLine, "how incidents are named")
  }

  private mutating func lists(_ runbook: Runbook) {
    for role in runbook.roles { add(role.line, "role \(role.name)") }
    for template in runbook.templates { add(template.line, "template \(template.name)") }
    for check in runbook.healthChecks { add(check.line, "health check of \(check.target)") }
    for contact in runbook.contacts {
      let end = contact.placeholder ? ", who cannot be reached by it" : ""
      add(contact.line, "contact \(contact.role.isEmpty ? contact.name : contact.role)\(end)")
    }
    for item in runbook.checklistItems { add(item.line, "checklist item") }
    for service in runbook.services { add(service.line, "service \(service.name)") }
    for assumption in runbook.assumptions {
      for line in assumption.lines { add(line, "\(assumption.about): \(assumption.chosen) is chosen") }
    }
  }
}
