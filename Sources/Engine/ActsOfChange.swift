import Incidents
import Runbooks

extension Engine {
  /// Another severity: every rung and every clock is looked at again. Raised, the rungs that are past due by the new
  /// one are paged at once; lowered, pages that wait for rungs it does not have are stopped.
  package static func changeSeverity(
    _ view: IncidentView, to name: String, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      let known = draft.policy.runbook.severities
      guard let severity = SeverityWords.find(name, in: known) else {
        throw .unknownSeverity(Wording.line(name, limit: 40), known: known.map(\.name))
      }
      if severity.name != draft.incident.severity { draft.change(to: severity, by: actor) }
    }
  }

  /// Another scenario, or none. Its own rules and those of the words it bears are looked at at once.
  package static func changeScenario(
    _ view: IncidentView, to title: String?, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      let wanted = title?.lowercased()
      let scenario = draft.policy.runbook.scenarios.first { $0.title.lowercased() == wanted }
      if let title, scenario == nil { throw .unknownScenario(Wording.line(title, limit: 120)) }
      if scenario?.title != draft.incident.scenario { draft.change(to: scenario, by: actor) }
    }
  }
}

extension Draft {
  mutating func change(to severity: Severity, by actor: String) {
    let raised = severity.rank < incident.severityRank
    let old = incident.severity
    incident.severity = severity.name
    incident.severityRank = severity.rank
    dropForeignPages()
    // An interval that changes is a promise of its own.
    for key in incident.promises.keys where key.hasPrefix("update.") { incident.promises[key]?.paged = nil }
    note(
      .severity, by: actor,
      "\(name(of: actor)) \(raised ? "raised" : "lowered") the severity from \(old) to \(severity.name)",
      detail: severity.definition, line: severity.line)
    // A ladder that had ended may go on by the new one's rungs.
    if raised { incident.marks.remove(.ladderExhausted) }
    releaseHeld()
    serveRungs(raised: raised)
  }

  fileprivate mutating func change(to scenario: Scenario?, by actor: String) {
    incident.scenario = scenario?.title
    dropForeignPages()
    let rated = scenario?.severity.flatMap { SeverityWords.find($0, in: policy.runbook.severities)?.name }
    let differs = rated.map { $0 == incident.severity ? "" : "The runbook rates it \($0)." } ?? ""
    note(
      .scenario, by: actor,
      scenario.map { "\(name(of: actor)) chose the scenario \($0.title)" }
        ?? "\(name(of: actor)) said that no scenario fits",
      detail: differs, line: scenario?.line)
  }

  /// Pages that wait for rungs which the ladder has no longer.
  mutating func dropForeignPages() {
    let rungs = Set(ladder.map(\.index))
    cancel { page in
      page.reason.climbs && page.reason != .byHand && page.rung.map { !rungs.contains($0) } ?? false
    }
  }
}
