/// An incident that only named people may see: a security matter, until it may be told.
package struct Privacy: Sendable, Hashable, Codable {
  /// Identifiers of people, or names of those who are in no team file.
  package var people: [String]
  package var by: String
  package var since: Timestamp

  package init(people: [String], by: String, since: Timestamp) {
    self.people = people
    self.by = by
    self.since = since
  }
}

/// Nothing of the incident may ever be removed.
package struct LegalHold: Sendable, Hashable, Codable {
  package var reason: String
  package var by: String
  package var since: Timestamp

  package init(reason: String, by: String, since: Timestamp) {
    self.reason = reason
    self.by = by
    self.since = since
  }
}

/// Who looks at incidents.
package enum Viewer: Sendable, Hashable {
  /// Whoever runs the server.
  case owner
  case person(String)
}

extension Incident {
  /// Nothing of it may be removed.
  package var isHeld: Bool { engagement.room.hold != nil }
  package var isPrivate: Bool { engagement.room.privacy != nil }

  package func isVisible(to viewer: Viewer) -> Bool {
    guard let privacy = engagement.room.privacy, case .person(let id) = viewer else { return true }
    return privacy.people.contains(id)
  }
}
