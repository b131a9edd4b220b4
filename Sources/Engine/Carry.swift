import Incidents
import Runbooks

/// What an incident takes along from one revision of its runbook to another: severities, scenario and rungs by their
/// names, reasons by the words of their lines.
struct Carry {
  /// The incident as it stands under the new revision, before any clock is looked at.
  private(set) var view: IncidentView
  /// Stored pages whose rung has another number in the new ladder, or none.
  private(set) var rungs: [Int64: Int?] = [:]
  /// Pages that wait for a rung which the new ladder does not have.
  private(set) var orphans: Set<Int64> = []
  /// What the new revision does not have, in a sentence; empty where it has all.
  private(set) var loss = ""

  init(_ old: IncidentView, to newer: Revision) {
    view = old
    view.policy = newer.policy
    view.incident.runbook = newer.id
    keepSeverity(old, newer.policy.runbook)
    keepScenario(newer.policy.runbook)
    keepReasons(old.policy.runbook, newer.policy.runbook)
    keepRungs(old)
  }

  /// By name; where the name is gone, the level at the same place of the scale or the next one above it.
  private mutating func keepSeverity(_ old: IncidentView, _ runbook: Runbook) {
    guard !runbook.severities.isEmpty else { return }
    let name = view.incident.severity
    let rank = view.incident.severityRank
    let near = runbook.severities.filter { $0.rank <= rank }.max { $0.rank < $1.rank }
    guard let kept = SeverityWords.find(name, in: runbook.severities) ?? near ?? runbook.severities.first else {
      return
    }
    if SeverityWords.find(name, in: runbook.severities) == nil {
      say("It has no severity \(name) any more: \(kept.name) is taken.")
    }
    view.incident.severity = kept.name
    view.incident.severityRank = kept.rank
  }

  private mutating func keepScenario(_ runbook: Runbook) {
    guard let title = view.incident.scenario else { return }
    let key = Tokens.folded(title, limit: 200)
    let kept = runbook.scenarios.first { Tokens.folded($0.title, limit: 200) == key }
    if kept == nil { say("It has no scenario \(title) any more.") }
    view.incident.scenario = kept?.title
  }

  /// A reason whose line is gone is none any more.
  private mutating func keepReasons(_ old: Runbook, _ new: Runbook) {
    let lines = LineMap(from: old.lines, to: new.lines)
    view.incident.reasons = view.incident.reasons.compactMap { reason in
      guard let line = reason.line else { return reason }
      return lines.line(line).map { Reason(reason.text, line: $0) }
    }
  }

  /// A rung is known by whom it reaches: what was served under the old ladder is not served again.
  private mutating func keepRungs(_ old: IncidentView) {
    let was = Escalation.ladder(old.incident, old.policy) + Escalation.offers(old.incident, old.policy)
    var open = Escalation.ladder(view.incident, view.policy) + Escalation.offers(view.incident, view.policy)
    var served: UInt64 = 0
    var numbers: [Int: Int] = [:]
    for step in was {
      guard let place = open.firstIndex(where: { Tokens.folded($0.target) == Tokens.folded(step.target) }) else {
        continue
      }
      let now = open.remove(at: place)
      numbers[step.index] = now.index
      if old.incident.served & step.bit != 0 { served |= now.bit }
    }
    view.incident.served = served
    for (place, page) in view.pages.enumerated() {
      guard let old = page.rung, numbers[old] != old else { continue }
      view.pages[place].rung = numbers[old]
      rungs[page.id] = .some(numbers[old])
      if numbers[old] == nil { orphans.insert(page.id) }
    }
  }

  private mutating func say(_ sentence: String) { loss += loss.isEmpty ? sentence : " " + sentence }
}
