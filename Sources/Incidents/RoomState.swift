/// What people have settled in the room of one incident: who has which role, and what of the runbook is done.
/// Part of `Engagement`, and as it read and written whole.
package struct RoomState: Sendable, Hashable, Codable {
  /// One for each role that somebody has.
  package var roles: [RoleHeld]
  /// What is ticked off, in the order in which it was.
  package var ticks: [Tick]
  /// The incident that this one was merged into, and those that were merged into it.
  package var mergedInto: Int64?
  package var mergedFrom: [Int64]
  /// Incidents that have to do with it.
  package var related: [Int64]
  /// Entries of the timeline that everybody is to see, by their number inside the incident.
  package var pins: [Int]
  /// Who may see it; nil = everybody in the team.
  package var privacy: Privacy?
  package var hold: LegalHold?

  package init(
    roles: [RoleHeld] = [], ticks: [Tick] = [], mergedInto: Int64? = nil, mergedFrom: [Int64] = [],
    related: [Int64] = [], pins: [Int] = []
  ) {
    self.roles = roles
    self.ticks = ticks
    self.mergedInto = mergedInto
    self.mergedFrom = mergedFrom
    self.related = related
    self.pins = pins
  }

  package mutating func relate(_ other: Int64) {
    if !related.contains(other), related.count < 100 { related.append(other) }
  }

  package func holder(of role: String) -> RoleHeld? { roles.first { $0.role == role } }
  package func tick(_ list: String, _ text: String) -> Tick? { ticks.first { $0.list == list && $0.text == text } }
}

/// Somebody has a role of the runbook in this incident.
package struct RoleHeld: Sendable, Hashable, Codable {
  /// The document's words.
  package var role: String
  /// A person's identifier, or the name of whoever took it.
  package var person: String
  package var since: Timestamp

  package init(role: String, person: String, since: Timestamp) {
    self.role = role
    self.person = person
    self.since = since
  }
}

/// A step of the runbook that is done. Known by its words, so that it stays when the runbook is read anew.
package struct Tick: Sendable, Hashable, Codable {
  /// Title of the list that it stands in.
  package var list: String
  package var text: String
  package var by: String
  package var at: Timestamp
  /// What the person saw; may be empty.
  package var remark: String

  package init(list: String, text: String, by: String, at: Timestamp, remark: String = "") {
    self.list = list
    self.text = text
    self.by = by
    self.at = at
    self.remark = remark
  }
}
