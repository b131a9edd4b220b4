/// All that the public page is made from.
package struct StatusFacts: Sendable, Hashable {
  package var title: String
  package var components: [StatusComponent]
  package var updates: [PublicUpdate]
  package var maintenance: [Maintenance]
  package var presence: [Presence]
  /// Whether people can follow by mail.
  package var takesMail: Bool

  package init(
    title: String, components: [StatusComponent], updates: [PublicUpdate] = [], maintenance: [Maintenance] = [],
    presence: [Presence] = [], takesMail: Bool = false
  ) {
    self.title = title
    self.components = components
    self.updates = updates
    self.maintenance = maintenance
    self.presence = presence
    self.takesMail = takesMail
  }
}

/// The public page as it stands at one moment: a decision over what was published, never over what is inside.
package struct StatusBoard: Sendable, Hashable {
  package struct Part: Sendable, Hashable {
    package var component: StatusComponent
    package var state: ComponentState
    /// Since when it stands so; nil while it works.
    package var since: Timestamp?
    package var days: ComponentDays
  }

  package let title: String
  package let now: Timestamp
  package let parts: [Part]
  /// Newest first.
  package let incidents: [PublicIncident]
  /// Those that were not called off, the next one first.
  package let maintenance: [Maintenance]
  /// When we first watched; nil before that.
  package let watchedSince: Timestamp?
  package let takesMail: Bool

  package init(_ facts: StatusFacts, now: Timestamp) {
    let incidents = PublicIncident.all(facts.updates)
    let work = facts.maintenance.filter { $0.cancelled == nil }.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
    title = facts.title
    self.now = now
    self.incidents = incidents
    maintenance = work
    watchedSince = facts.presence.map(\.from).min()
    takesMail = facts.takesMail
    parts = facts.components.map { component in
      let (state, since) = Self.state(of: component.id, incidents, work, now)
      let days = ComponentDays(
        component.id, incidents: incidents, maintenance: work, presence: facts.presence, now: now)
      return Part(component: component, state: state, since: since, days: days)
    }
  }

  /// The worst that an open incident says of it; work under way where none does.
  private static func state(
    of component: String, _ incidents: [PublicIncident], _ work: [Maintenance], _ now: Timestamp
  ) -> (ComponentState, Timestamp?) {
    let open = incidents.filter { $0.components[component, default: .operational] != .operational }
    if let worst = open.compactMap({ $0.components[component] }).max() {
      let since = open.flatMap { $0.stretches(of: component, until: now) }.map(\.from).min()
      return (worst, since ?? open.map(\.began).min())
    }
    let running = work.first { $0.stage(now) == .running && $0.components.contains(component) }
    return running.map { (.maintenance, $0.starts) } ?? (.operational, nil)
  }

  package var open: [PublicIncident] { incidents.filter(\.isOpen) }
  package var running: [Maintenance] { maintenance.filter { $0.stage(now) == .running } }
  package var upcoming: [Maintenance] { maintenance.filter { $0.stage(now) == .scheduled } }
  package func part(_ id: String) -> Part? { parts.first { $0.component.id == id } }
  package var worst: ComponentState { parts.map(\.state).max() ?? .operational }

  /// The next promised word of any open incident.
  package var nextBy: Timestamp? { open.compactMap(\.nextBy).min() }
  package var lastWord: Timestamp? { open.map(\.lastWord.at).max() }

  /// Everything by which two pages differ but the minute that they were made in: an export is written when it changes.
  package var face: String {
    let late = open.filter { ($0.nextBy ?? now + .minutes(1)) <= now }.map { "\($0.id)" }
    let said = incidents.prefix(50).map { "\($0.id) \($0.lastWord.id)" }
    let works = maintenance.map { "\($0.id) \($0.stage(now).rawValue) \($0.ends.microseconds)" }
    let states = parts.map { "\($0.component) \($0.state.rawValue)" }
    return ([title, CivilTime(now).date] + late + said + works + states).joined(separator: "\n")
  }

  /// Statuspage's indicator: none, minor, major, critical, maintenance.
  package var indicator: String {
    let impacts = open.map(\.impact)
    if impacts.contains(.critical) { return "critical" }
    if impacts.contains(.major) { return "major" }
    if !impacts.isEmpty { return "minor" }
    return running.isEmpty ? "none" : "maintenance"
  }

  /// Statuspage's sentence for it, word for word.
  package var verdict: String {
    switch worst {
    case .major: parts.allSatisfy { $0.state == .major } ? "Major Service Outage" : "Partial System Outage"
    case .partial: parts.count { $0.state >= .partial } > 1 ? "Partial System Outage" : "Minor Service Outage"
    case .degraded: "Partially Degraded Service"
    case .maintenance: "Service Under Maintenance"
    case .operational:
      if !open.isEmpty {
        "Minor Service Outage"
      } else if !running.isEmpty {
        "Service Under Maintenance"
      } else {
        "All Systems Operational"
      }
    }
  }

  /// The same for people: "The website is down."
  package var sentence: String {
    let names = { (states: Set<ComponentState>) in parts.filter { states.contains($0.state) }.map(\.component.name) }
    let clauses = [
      Self.clause(names([.major]), "down"), Self.clause(names([.partial]), "partly down"),
      Self.clause(names([.degraded]), "degraded"),
    ].compactMap { $0 }
    if !clauses.isEmpty { return clauses.joined(separator: ", ") + "." }
    if let first = open.first { return Self.ended(first.title) }
    if let work = Self.clause(names([.maintenance]), "under maintenance") { return work + "." }
    if let work = running.first { return Self.ended(work.title) }
    return "Everything works."
  }

  private static func clause(_ names: [String], _ state: String) -> String? {
    guard let last = names.last else { return nil }
    if names.count > 3 { return "\(names.count) parts are \(state)" }
    let list = names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
    return "\(list) \(names.count == 1 ? "is" : "are") \(state)"
  }

  private static func ended(_ title: String) -> String {
    title.last.map { ".!?".contains($0) } == true ? title : title + "."
  }
}
