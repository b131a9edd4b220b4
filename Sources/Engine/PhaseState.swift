import Incidents
import Runbooks

/// A phase of the document as it stands in an incident.
package struct PhaseState: Sendable, Hashable {
  package enum State: String, Sendable, Hashable { case ahead, present, over, done }

  package var phase: Phase
  package var state: State
  package var begins: Timestamp
  package var ends: Timestamp?

  /// Phases with a time that are meant for the incident's severity, in order of time. The present one is the last that
  /// has begun; one whose time is over without anybody saying that it is done stays over.
  package static func of(_ view: IncidentView, now: Timestamp) -> [PhaseState] {
    let incident = view.incident
    let timed = view.policy.runbook.phases.filter {
      ($0.startMinutes ?? -1) >= 0
        && SeverityWords.cover($0.severities, incident.severity, in: view.policy.runbook.severities)
    }
    var states = timed.map { phase in
      PhaseState(
        phase: phase, state: .ahead, begins: incident.opened + .minutes(phase.startMinutes ?? 0),
        ends: phase.endMinutes.map { incident.opened + .minutes($0) })
    }.sorted { $0.begins < $1.begins }
    let present = states.lastIndex { $0.begins <= now }
    for index in states.indices where states[index].begins <= now {
      let isDone = incident.promises[PromiseKey.phaseEnd(states[index].phase.line)]?.met != nil
      states[index].state = isDone ? .done : index == present ? .present : .over
    }
    return states
  }
}
