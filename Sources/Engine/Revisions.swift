import Incidents
import Runbooks

/// A revision of a runbook that an incident is asked to follow.
package struct Revision: Sendable {
  package var id: Int64
  /// When it was read.
  package var read: Timestamp
  package var policy: Policy

  package init(id: Int64, read: Timestamp, policy: Policy) {
    self.id = id
    self.read = read
    self.policy = policy
  }
}

extension Engine {
  /// At most so many changes stand in one entry of the timeline; the runbook's page tells them all.
  private static let told = 12

  /// Says on the timeline what a newer revision says otherwise. The incident stays with its own, which was read at
  /// `pinned`. nil where no fact has changed, or where nobody works on it any more.
  package static func runbookChanged(
    _ view: IncidentView, pinned read: Timestamp, to newer: Revision, now: Timestamp
  ) -> Plan? {
    let changes = RunbookDiff.changes(from: view.policy.runbook, to: newer.policy.runbook)
    guard view.incident.status.isOpen, !changes.isEmpty else { return nil }
    var plan = Plan(incident: view.incident)
    let count = changes.count == 1 ? "1 change" : "\(changes.count) changes"
    plan.entries = [
      TimelineEntry(
        incident: view.incident.id, at: now, kind: .runbook, actor: TimelineEntry.tocsin,
        text: "The runbook changed: \(count). This incident stays with the revision of \(moment(read))",
        detail: words(changes), line: changes.first?.before)
    ]
    return plan
  }

  /// A person moves an incident to a newer revision: its severity, its ladder and every clock are looked at again.
  package static func move(
    _ view: IncidentView, to newer: Revision, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    guard view.incident.status.isOpen else { throw .alreadyClosed(view.incident.status) }
    guard view.incident.runbook != newer.id else { throw .pinnedAlready }
    let carry = Carry(view, to: newer)
    var draft = Draft(carry.view, now: now)
    let changes = RunbookDiff.changes(from: view.policy.runbook, to: newer.policy.runbook)
    let detail = [carry.loss, words(changes)].filter { !$0.isEmpty }.joined(separator: " ")
    draft.note(
      .runbook, by: actor, "\(draft.name(of: actor)) moved it to the runbook's revision of \(moment(newer.read))",
      detail: detail, line: changes.first { $0.after != nil }?.after)
    draft.cancel { carry.orphans.contains($0.id) }
    draft.lookAgain(raised: draft.incident.severityRank < view.incident.severityRank)
    draft.settle()
    var plan = draft.plan
    plan.move = Plan.Move(from: view.incident.runbook, rungs: carry.rungs)
    return plan
  }

  private static func words(_ changes: [RunbookChange]) -> String {
    let more = changes.count > told ? " And \(changes.count - told) more." : ""
    return changes.prefix(told).map { "\($0.text)." }.joined(separator: " ") + more
  }

  /// "2026-02-14 03:12 UTC"
  private static func moment(_ at: Timestamp) -> String {
    let civil = CivilTime(at)
    return "\(civil.date) \(civil.clock) UTC"
  }
}

extension Draft {
  /// After a move: pages of rungs that are gone are stopped, promises that lie ahead again are made anew, and what
  /// is past due by the new ladder is paged at once.
  fileprivate mutating func lookAgain(raised: Bool) {
    dropForeignPages()
    passOverWhatIsPast()
    if ladder.contains(where: { incident.served & $0.bit == 0 }) { incident.marks.remove(.ladderExhausted) }
    serveRungs(raised: raised)
  }

  /// A promise that only the new text makes is not late on the day it is read.
  private mutating func passOverWhatIsPast() {
    for promise in deadlines.promises where promise.due <= now && incident.promises[promise.key] == nil {
      var state = PromiseState()
      state.noted = promise.due
      state.paged = promise.moments.count { $0 <= now }
      incident.promises[promise.key] = state
    }
  }
}
