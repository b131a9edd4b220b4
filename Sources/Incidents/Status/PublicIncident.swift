/// An incident as outsiders know it: the messages that were posted for them and what follows from those.
package struct PublicIncident: Sendable, Hashable {
  /// Oldest first; never empty.
  package let updates: [PublicUpdate]
  private let first: PublicUpdate
  private let last: PublicUpdate

  /// nil where nothing was posted.
  package init?(_ updates: [PublicUpdate]) {
    let sorted = updates.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    self.updates = sorted
    self.first = first
    self.last = last
  }

  /// Incidents out of messages, the newest first.
  package static func all(_ updates: [PublicUpdate]) -> [PublicIncident] {
    Dictionary(grouping: updates, by: \.incident).values.compactMap(PublicIncident.init)
      .sorted { ($0.began, $0.id) > ($1.began, $1.id) }
  }

  /// The first message's number, which says nothing about the incident inside.
  package var id: Int64 { first.id }
  package var incident: Int64 { first.incident }
  package var title: String { last.title }
  package var state: PublicState { last.state }
  package var began: Timestamp { first.began }
  package var posted: Timestamp { first.at }
  package var lastWord: PublicUpdate { last }
  package var isOpen: Bool { last.state != .resolved }
  package var resolved: Timestamp? { isOpen ? nil : last.at }
  /// When it was first said to be watched.
  package var watched: Timestamp? { updates.first { $0.state == .monitoring }?.at }
  /// The promise that runs; nil where none was given or it is over.
  package var nextBy: Timestamp? { isOpen ? last.nextBy : nil }
  /// How the parts stand by the last word.
  package var components: [String: ComponentState] { isOpen ? last.components : [:] }
  /// Every part that was ever said to be touched.
  package var touched: [String] { Set(updates.flatMap(\.components.keys)).sorted() }

  package enum Impact: String, Sendable, Hashable, Codable { case none, minor, major, critical }

  /// The worst that was said of any part.
  package var impact: Impact {
    switch updates.flatMap(\.components.values).max() {
    case .major: .critical
    case .partial: .major
    default: .minor
    }
  }

  /// From when to when a part stood how, by the messages; the first one speaks for the time since it began.
  package func stretches(of component: String, until now: Timestamp) -> [(
    from: Timestamp, to: Timestamp, ComponentState
  )] {
    updates.enumerated().compactMap { index, update in
      guard update.state != .resolved, let state = update.components[component], state != .operational else {
        return nil
      }
      let from = index == 0 ? min(update.began, update.at) : update.at
      let to = index + 1 < updates.count ? updates[index + 1].at : now
      return from < to ? (from, to, state) : nil
    }
  }
}
