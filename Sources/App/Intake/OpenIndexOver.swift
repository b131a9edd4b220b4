import Engine
import Incidents
import Storage

/// What burns again, what explains what, and what is over.
extension OpenIndex {
  /// Resolved incidents that are remembered before the oldest are let go.
  private static let most = 20_000

  func resolved(cause: String) -> ResolvedIncident? { resolved[Cause.base(cause)] }
  func isReopening(_ incident: Int64) -> Bool { incidents[incident]?.isReopening ?? false }
  func isOpen(_ incident: Int64) -> Bool { incidents[incident] != nil }
  func lastJoined(_ incident: Int64) -> Timestamp? { incidents[incident]?.lastJoined }
  /// Its alerts that fire.
  func size(of incident: Int64) -> Int { incidents[incident]?.keys.count ?? 0 }
  func isExplained(_ token: String) -> Bool { explained[token] != nil }

  mutating func noteJoin(_ incident: Int64, at now: Timestamp) { incidents[incident]?.lastJoined = now }

  /// An alert joins an incident that is over: from now on it counts as open.
  mutating func reopen(_ over: ResolvedIncident, cause: String, at now: Timestamp) {
    let base = Cause.base(cause)
    incidents[over.incident] = OpenIncident(
      cause: cause, severityRank: over.severityRank, isQuiet: true, isReopening: true, lastJoined: now)
    causes[base] = over.incident
    resolved[base] = nil
    journal.append(.reopened(base, over))
  }

  /// When it was last over by its sender's own clock.
  func ended(_ key: Key) -> Timestamp? { endings.of(key) }

  /// Whether that is news.
  mutating func noteEnd(_ key: Key, _ ended: Timestamp) -> Bool {
    let before = endings.of(key)
    if let before, before >= ended { return false }
    endings.note(key, ended)
    journal.append(.ended(key, before))
    return true
  }

  /// The rules have changed, or were not known yet when these alerts came in.
  mutating func explain(_ tokens: [Key: [String]]) {
    for (key, explains) in tokens {
      guard let known = alerts[key], known.explains != explains else { continue }
      for token in known.explains { takeBack(token) }
      alerts[key]?.explains = explains
      for token in explains { explained[token, default: 0] += 1 }
    }
  }

  mutating func remember(_ incident: Incident) {
    guard incident.status == .resolved, let at = incident.resolvedAt else { return }
    if resolved.count >= Self.most { resolved.removeAll() }
    resolved[Cause.base(incident.cause)] = ResolvedIncident(
      incident: incident.id, severityRank: incident.severityRank, at: at)
  }
}
