import Incidents
import Runbooks

/// A role of the runbook in one incident: what it is for and who has it.
package struct RoomRole: Sendable, Hashable {
  package var name: String
  package var duties: [String]
  /// nil: the document names no roles, and this one is assumed.
  package var line: Int?
  package var held: RoleHeld?
  /// Whom the team file binds to it now, by name.
  package var bound: [String]

  /// In the document's order; where it names none, the two that every incident needs.
  package static func all(_ view: IncidentView, now: Timestamp) -> [RoomRole] {
    let (room, team) = (view.incident.engagement.room, view.policy.team)
    let stated = view.policy.runbook.roles.map { ($0.name, $0.duties, Optional($0.line)) }
    var rows = stated.isEmpty ? assumed : stated
    // A role that a newer revision does not name any more is still somebody's.
    for held in room.roles where !rows.contains(where: { $0.0 == held.role }) { rows.append((held.role, [], nil)) }
    return rows.map { name, duties, line in
      RoomRole(
        name: name, duties: duties, line: line, held: room.holder(of: name),
        bound: team.holders(of: name, at: now).map(\.name))
    }
  }

  private static let assumed: [(String, [String], Int?)] = [
    ("Incident Commander", ["decides and hands out work"], nil),
    ("Communications Lead", ["writes the updates"], nil),
  ]
}

/// What becomes of a role.
package enum RoleChange: Sendable, Hashable {
  /// Whoever acts takes it.
  case take
  /// Somebody else is to have it, by identifier or name.
  case give(String)
  /// Nobody has it any more.
  case leave
}

extension Draft {
  mutating func change(role words: String, _ change: RoleChange, by actor: String) throws(Refusal) {
    try needsOpen()
    let view = IncidentView(incident: incident, pages: known, alerts: alerts, policy: policy)
    let roles = RoomRole.all(view, now: now)
    guard case .one(let title) = TitleSearch.find(words, in: roles.map(\.name)),
      let role = roles.first(where: { $0.name == title })
    else { throw .unknownRole(Wording.line(words, limit: 80), known: roles.map(\.name)) }
    switch change {
    case .take: hold(role, actor, by: actor)
    case .leave: leave(role, by: actor)
    case .give(let name):
      guard let person = team.named(name) else { throw .unknownPerson(Wording.line(name, limit: 60)) }
      hold(role, person.id, by: actor)
    }
  }

  private mutating func hold(_ role: RoomRole, _ person: String, by actor: String) {
    guard role.held?.person != person else { return }
    let before = role.held.map { " from \(name(of: $0.person))" } ?? ""
    incident.engagement.room.roles.removeAll { $0.role == role.name }
    incident.engagement.room.roles.append(RoleHeld(role: role.name, person: person, since: now))
    let (who, title) = (name(of: actor), Wording.line(role.name, limit: 80))
    guard actor != person else {
      note(.role, by: actor, "\(who) takes \(title)\(before)", line: role.line)
      return
    }
    note(.role, by: actor, "\(who) gives \(title) to \(name(of: person))", line: role.line)
    guard let receiver = team.person(person) else { return }
    page(
      receiver,
      PageCause(
        rung: nil, reason: .byHand, because: "\(who) gives you the role \(title)", role: title, until: .resolved,
        line: role.line))
  }

  private mutating func leave(_ role: RoomRole, by actor: String) {
    guard let held = role.held else { return }
    incident.engagement.room.roles.removeAll { $0.role == role.name }
    let whose = held.person == actor ? "" : ", which was \(name(of: held.person))'s"
    note(
      .role, by: actor, "\(name(of: actor)) leaves \(Wording.line(role.name, limit: 80))\(whose)",
      detail: "Nobody has it now.", line: role.line)
  }

  /// The person who has a role of these words in the incident, where a page reaches that person.
  func holding(_ role: String) -> Person? {
    guard let held = incident.engagement.room.holder(of: role), let person = team.person(held.person) else {
      return nil
    }
    return person.methods.isEmpty ? nil : person
  }
}
