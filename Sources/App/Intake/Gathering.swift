import Incidents
import Storage

/// What is alike and how fast incidents open, in memory: the intake gathers by it what would be many incidents of one
/// trouble. It forgets at a restart, which costs an incident more at the most.
struct Gathering {
  private struct Seen {
    var incident: Int64
    var at: Timestamp
  }
  private static let most = 20_000
  private var alike: [String: Seen] = [:]
  /// The latest beginnings of each key, the oldest first.
  private var beginnings: [Int64: [Timestamp]] = [:]

  /// The incident that the last alert of this likeness is in, within so long.
  func incident(like likeness: String, within span: Span, at now: Timestamp) -> Int64? {
    guard let seen = alike[likeness], now - seen.at <= span else { return nil }
    return seen.incident
  }

  mutating func note(_ likeness: String, in incident: Int64, at now: Timestamp) {
    if alike.count >= Self.most { alike.removeAll(keepingCapacity: true) }
    alike[likeness] = Seen(incident: incident, at: now)
  }

  /// Counts what would open an incident; whether so many did in so short a time that this one is part of a storm.
  mutating func isStorm(_ integration: Int64, _ rule: GatheringRules.Storm, at now: Timestamp) -> Bool {
    guard rule.after > 0 else { return false }
    var latest = beginnings[integration, default: []]
    let isStorm = latest.count >= rule.after && latest.first.map { now - $0 <= rule.within } ?? false
    latest.append(now)
    if latest.count > rule.after { latest.removeFirst(latest.count - rule.after) }
    if beginnings.count >= Self.most { beginnings.removeAll() }
    beginnings[integration] = latest
    return isStorm
  }
}
