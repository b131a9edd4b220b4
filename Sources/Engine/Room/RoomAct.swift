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
  case privacy(PrivacyChange)
  case hold(Bool, reason: String)
  /// An entry of the timeline, by its number inside the incident.
  case pin(Int, holds: Bool)
  /// Another incident has to do with it, or not any more.
  case relate(Int64, name: String, holds: Bool)
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
      case .privacy(let change): try draft.change(change, by: actor)
      case .hold(let holds, let reason): try draft.hold(holds, reason: reason, by: actor)
      case .pin(let entry, let holds): try draft.pin(entry, holds)
      case .relate(let other, let name, let holds): draft.relate(other, name, holds, by: actor)
      }
    }
  }
}

extension Draft {
  fileprivate mutating func relate(_ other: Int64, _ name: String, _ holds: Bool, by actor: String) {
    guard incident.engagement.room.related.contains(other) != holds else { return }
    if holds {
      incident.engagement.room.relate(other)
    } else {
      incident.engagement.room.related.removeAll { $0 == other }
    }
    let who = self.name(of: actor)
    note(
      .related, by: actor,
      holds ? "\(who) linked it with \(name)" : "\(who) said that \(name) has nothing to do with it")
  }
}
