import Engine
import Incidents
import Runbooks
import Web

/// What an alert is about: which runbook, which scenario, how severe, and with which others it is one incident.
struct Triage {
  var runbook: ShelvedRunbook
  var policy: Policy
  var match: ScenarioMatch?
  var severity: SeverityChoice
  var cause: String

  /// The runbook whose scenario fits best; the first of the command line where none fits.
  static func of(_ event: AlertEvent, key: OpenIndex.Key, shelf: RunbookShelf.Snapshot) -> Triage? {
    guard var runbook = shelf.current.first, var policy = shelf.policies.first else { return nil }
    var best: ScenarioMatch?
    for (candidate, (index, its)) in zip(shelf.current, zip(shelf.indexes, shelf.policies)) {
      guard let match = index.rank(summary: event.summary, labels: event.labels).first else { continue }
      if match.score > best?.score ?? 0 { (best, runbook, policy) = (match, candidate, its) }
    }
    return Triage(
      runbook: runbook, policy: policy, match: best,
      severity: SeverityChoice.of(event, scenario: best?.title, policy: policy),
      cause: Cause.key(
        event, scenario: best?.title, integration: key.integration, unique: key.dedupKey))
  }

  func opening(_ event: AlertEvent, id: Int64, name: String, now: Timestamp) -> Plan {
    Engine.open(
      Opening(
        event, id: id, name: name, cause: cause, match: match, severity: severity, revision: runbook.id), policy,
      now: now)
  }
}
