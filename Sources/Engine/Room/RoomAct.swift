import Incidents

/// What people do in the room of an incident beside answering, ending and telling.
package enum RoomAct: Sendable, Hashable {
  /// A step of the runbook, by its key or its words.
  case tick(String, done: Bool, remark: String)
  case role(String, RoleChange)
  /// A false alarm, with what it was.
  case dismiss(String)
  /// Calls a rung, a role or a person in, with what they are to know.
  case escalate(to: String, message: String)
}

extension Engine {
  package static func perform(
    _ what: RoomAct, _ view: IncidentView, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      switch what {
      case .tick(let step, let done, let remark): try draft.tick(step, done: done, remark: remark, by: actor)
      case .role(let role, let change): try draft.change(role: role, change, by: actor)
      case .dismiss(let reason): try draft.dismiss(reason, by: actor)
      case .escalate(let target, let message): try draft.escalate(to: target, message: message, by: actor)
      }
    }
  }
}
