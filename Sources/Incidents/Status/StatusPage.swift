/// What the team file says about the public status page.
package struct StatusSettings: Sendable, Hashable {
  /// Name of the page; nil: the team's.
  package var title: String?
  /// In the order of the page; empty: those that the runbook's services and health checks name.
  package var components: [StatusComponent]
  /// Folder into which the page is written on each change; nil: none.
  package var export: String?
  /// Public address of the exported page, without a slash at its end; nil: nobody said.
  package var address: String?
  /// Name of the mail channel for subscribers; nil: the first there is.
  package var mail: String?

  package init(
    title: String? = nil, components: [StatusComponent] = [], export: String? = nil,
    address: String? = nil, mail: String? = nil
  ) {
    self.title = title
    self.components = components
    self.export = export
    self.address = address
    self.mail = mail
  }
}

/// A part of what people use, as they know it.
package struct StatusComponent: Sendable, Hashable {
  /// Stable short name, by which updates refer to it: `website`.
  package var id: String
  package var name: String
  package var about: String
  /// Names by which alerts know it; never shown outside.
  package var services: [String]

  package init(id: String, name: String, about: String = "", services: [String] = []) {
    self.id = id
    self.name = name
    self.about = about
    self.services = services
  }

  /// Whether an alert that names `service` speaks of this part.
  package func covers(_ service: String) -> Bool {
    let wanted = Tokens.folded(service)
    return !wanted.isEmpty && ([id, name] + services).contains { Tokens.folded($0) == wanted }
  }

  /// A short name out of a long one: lower case letters and digits with hyphens, at most 40 characters.
  package static func slug(_ name: String) -> String { Tokens.of(name).joined(separator: "-").prefix(40).description }
}

/// How a part stands; the raw words are those of Statuspage's interface.
package enum ComponentState: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case operational
  case maintenance = "under_maintenance"
  case degraded = "degraded_performance"
  case partial = "partial_outage"
  case major = "major_outage"

  /// 0 works; the higher, the worse.
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  package static func < (a: ComponentState, b: ComponentState) -> Bool { a.rank < b.rank }
}

/// Where a public incident stands.
package enum PublicState: String, Sendable, Hashable, Codable, CaseIterable {
  case investigating, identified, monitoring, resolved
}

/// One message to the world. All that the page says of an incident comes out of these, and a person wrote each.
package struct PublicUpdate: Sendable, Hashable {
  package var id: Int64
  /// The incident inside; its name and severity stay there.
  package var incident: Int64
  package var at: Timestamp
  package var state: PublicState
  /// Title of the public incident from here on.
  package var title: String
  package var text: String
  /// How the parts stand from here on, by identifier; parts that are not named work.
  package var components: [String: ComponentState]
  /// The promised next word; nil: none was promised.
  package var nextBy: Timestamp?
  /// Since when people feel it.
  package var began: Timestamp

  package init(
    id: Int64 = 0, incident: Int64, at: Timestamp, state: PublicState, title: String, text: String,
    components: [String: ComponentState] = [:], nextBy: Timestamp? = nil, began: Timestamp
  ) {
    self.id = id
    self.incident = incident
    self.at = at
    self.state = state
    self.title = title
    self.text = text
    self.components = components
    self.nextBy = nextBy
    self.began = began
  }
}

/// Work that is announced beforehand.
package struct Maintenance: Sendable, Hashable {
  package var id: Int64
  package var title: String
  package var text: String
  /// Identifiers of the parts that it touches.
  package var components: [String]
  package var starts: Timestamp
  package var ends: Timestamp
  package var announced: Timestamp
  package var cancelled: Timestamp?

  package init(
    id: Int64 = 0, title: String, text: String, components: [String], starts: Timestamp, ends: Timestamp,
    announced: Timestamp, cancelled: Timestamp? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.components = components
    self.starts = starts
    self.ends = ends
    self.announced = announced
    self.cancelled = cancelled
  }

  package enum Stage: String, Sendable, Hashable { case scheduled, running = "in_progress", completed }
  package func stage(_ now: Timestamp) -> Stage { now < starts ? .scheduled : now < ends ? .running : .completed }
}

/// A stretch of time in which Tocsin ran and would have heard of trouble.
package struct Presence: Sendable, Hashable {
  package var from: Timestamp
  package var to: Timestamp
  package init(from: Timestamp, to: Timestamp) {
    self.from = from
    self.to = to
  }
}
