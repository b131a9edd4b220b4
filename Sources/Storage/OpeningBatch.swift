import Engine
import Incidents

/// What one group of events does to the store, gathered while they are planned and written as at most nine
/// statements however many events there are. Rows are sorted by key, so that two nodes never lock in unlike orders.
package struct OpeningBatch: Sendable {
  private var incidents: [Incident] = []
  private var alerts: [Alert] = []
  private var entries: [TimelineEntry] = []
  private var pages: [Page] = []
  private var repeats: [Int64: Sightings] = [:]
  private var resolved: [Int64: Timestamp] = [:]
  private var touches = IncidentTouches()
  /// Names this process in the pages that are born claimed.
  private let owner: String

  private struct Sightings {
    var count: Int64
    var last: Timestamp
  }

  package init(owner: String) { self.owner = owner }

  /// An incident that opens. A page whose status is `sending` is born claimed: it needs epoch 1 and `claimUntil`.
  /// Returns the plan with its identifiers.
  @discardableResult
  package mutating func open(_ plan: Plan) -> NumberedPlan {
    var plan = plan
    plan.incident.entries = 0
    plan.incident.pages = 0
    var numbered = NumberedPlan(plan)
    numbered.incident.entries = numbered.entries.count
    numbered.incident.pages = numbered.pages.count
    incidents.append(numbered.incident)
    entries += numbered.entries
    pages += numbered.pages
    return numbered
  }

  /// An alert with a new key; its incident opens in this batch or is open already (then `join` too).
  package mutating func add(_ alert: Alert) { alerts.append(alert) }

  /// An open incident gets something new, to be looked at by `due` where that is given. Refused as a conflict where it is no longer open.
  package mutating func join(_ incident: Int64, _ new: [TimelineEntry], due: Timestamp?) {
    touches.add(incident, new, due: due, mustBeOpen: true)
  }

  /// A known alert was seen again.
  package mutating func repeated(_ alert: Int64, at now: Timestamp) {
    var sightings = repeats[alert] ?? Sightings(count: 0, last: now)
    sightings.count &+= 1
    sightings.last = max(sightings.last, now)
    repeats[alert] = sightings
  }

  /// An alert's source says that it is over; the engine looks at the incident at once.
  package mutating func resolve(_ alert: Int64, of incident: Int64, at now: Timestamp, _ new: [TimelineEntry]) {
    resolved[alert] = now
    touches.add(incident, new, due: now)
  }

  package var isEmpty: Bool {
    incidents.isEmpty && alerts.isEmpty && repeats.isEmpty && resolved.isEmpty && touches.isEmpty
  }

  package func statements() -> [Statement] {
    let opened = Statement(IncidentSQL.insert, incidents.sorted { $0.cause < $1.cause }.map(IncidentSQL.values))
    let rows = [
      Statement(AlertSQL.insert, alerts.sorted(by: Self.byKey).map(AlertSQL.values)),
      Statement(TimelineSQL.insert, entries.sorted { $0.id < $1.id }.map(TimelineSQL.values)),
      Statement(PageSQL.insert, pages.sorted { $0.id < $1.id }.map { PageSQL.values($0, owner: owner) }),
      Statement(
        OpeningSQL.seen,
        repeats.sorted { $0.key < $1.key }.map { [.int($0.key), .int($0.value.count), .time($0.value.last)] }),
      Statement(OpeningSQL.resolve, resolved.sorted { $0.key < $1.key }.map { [.int($0.key), .time($0.value)] }),
    ]
    return ([opened] + touches.updates() + rows + touches.appends()).filter { !$0.sets.isEmpty }
  }

  private static func byKey(_ a: Alert, _ b: Alert) -> Bool {
    (a.integration, a.dedupKey) < (b.integration, b.dedupKey)
  }
}
