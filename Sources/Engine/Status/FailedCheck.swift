import Incidents
import Runbooks

/// A check of the runbook that somebody ran in an incident and that failed last: what speaks against a part of the public
/// page. It publishes nothing by itself; people inside are told, and the part is proposed when they write.
package struct FailedCheck: Sendable, Hashable {
  package var incident: Int64
  /// Identifier of the part.
  package var component: String
  package var line: Int
  package var at: Timestamp
  package var exit: Int

  /// One for each part: the latest that failed and did not work since.
  package static func of(
    _ incident: Incident, _ runbook: Runbook, runs: [CommandRun], components: [StatusComponent]
  ) -> [FailedCheck] {
    var last: [String: CommandRun] = [:]
    for run in runs.sorted(by: { ($0.started, $0.id) < ($1.started, $1.id) }) where isCheck(run, incident, runbook) {
      last[run.text] = run
    }
    var found: [String: FailedCheck] = [:]
    for run in last.values where run.exit != 0 {
      guard let part = part(of: run, incident, components) else { continue }
      let check = FailedCheck(
        incident: incident.id, component: part.id, line: run.line, at: run.started, exit: run.exit)
      if let known = found[part.id], known.at >= check.at { continue }
      found[part.id] = check
    }
    return components.compactMap { found[$0.id] }
  }

  /// A verification of its scenario, or one of the document's health checks.
  private static func isCheck(_ run: CommandRun, _ incident: Incident, _ runbook: Runbook) -> Bool {
    let scenario = runbook.scenarios.first { $0.title == incident.scenario }
    let verifies = scenario?.actions.contains {
      $0.line == run.line && $0.text == run.text && $0.phase == .verification
    }
    return verifies == true
      || runbook.healthChecks.contains { $0.line == run.line || (!$0.target.isEmpty && run.text.contains($0.target)) }
  }

  /// The part whose address is asked; else the one that the incident is about.
  private static func part(
    of run: CommandRun, _ incident: Incident, _ components: [StatusComponent]
  ) -> StatusComponent? {
    let addresses = run.text.split(whereSeparator: { $0.isWhitespace || $0 == "'" || $0 == "\"" })
      .filter { $0.hasPrefix("http") }
    let names = addresses.compactMap { StatusParts.name(ofAddress: String($0)) }
    return components.first { part in names.contains { part.covers($0) } }
      ?? components.first { $0.covers(incident.service) }
  }
}
