import Engine
import Incidents

/// What one group of events does to the store, gathered while they are planned and written as few
/// statements however many events there are. Rows are sorted by key, so that two nodes never lock in unlike orders.
package struct OpeningBatch: Sendable {
  private var incidents: [Incident] = []
  private var alerts: [Alert] = []
  private var entries: [TimelineEntry] = []
  private var pages: [Page] = []
  private var repeats: [Int64: Sightings] = [:]
  private var resolved: [Int64: Timestamp] = [:]
  private var terms: [Int64: AlertEvent.Term] = [:]
  private var hushed: [Int64: Bool] = [:]
  private var adopted: [Int64: Int64] = [:]
  private var forgotten: Set<Int64> = []
  private var touches = IncidentTouches()
  private var turns: [String] = []
  private var ends: [AlertEnds.End: Timestamp] = [:]
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
    turns += numbered.turns
    return numbered
  }

  /// An alert with a new key; its incident opens in this batch or is open already (then `join` too).
  package mutating func add(_ alert: Alert) { alerts.append(alert) }

  /// An open incident gets something new, to be looked at by `due` where that is given. Refused as a conflict where
  /// it is no longer open, unless it is joined to be opened again.
  package mutating func join(_ incident: Int64, _ new: [TimelineEntry], due: Timestamp?, mustBeOpen: Bool = true) {
    touches.add(incident, new, due: due, mustBeOpen: mustBeOpen)
  }

  /// How long an alert holds unless it is sent again.
  package mutating func hold(_ alert: Int64, for term: AlertEvent.Term) { terms[alert] = term }

  /// A silence has come to cover an alert, or covers it no more; the engine looks at its incident at once.
  package mutating func hush(_ alert: Int64, _ isSilenced: Bool, of incident: Int64, at now: Timestamp) {
    hushed[alert] = isSilenced
    if incident != 0 { touches.add(incident, [], due: now) }
  }

  /// An alert that was held back belongs to this incident from now on.
  package mutating func adopt(_ alert: Int64, into incident: Int64) { adopted[alert] = incident }

  /// The alert ended otherwise: nothing waits for the end of its term.
  package mutating func forgetTerm(_ alert: Int64) { forgotten.insert(alert) }

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
    if incident != 0 { touches.add(incident, new, due: now) }
  }

  /// By its sender's own clock it was over then.
  package mutating func end(_ integration: Int64, _ dedupKey: String, _ ended: Timestamp, at now: Timestamp) {
    ends[AlertEnds.End(integration: integration, dedupKey: dedupKey, ended: ended)] = now
  }

  package var isEmpty: Bool {
    incidents.isEmpty && alerts.isEmpty && repeats.isEmpty && resolved.isEmpty && touches.isEmpty && terms.isEmpty
      && hushed.isEmpty && adopted.isEmpty && forgotten.isEmpty && ends.isEmpty
  }

  package func statements() -> [Statement] {
    let opened = Statement(IncidentSQL.insert, incidents.sorted { $0.cause < $1.cause }.map(IncidentSQL.values))
    let rows = [
      Statement(AlertSQL.insert, alertsByKey.map { AlertSQL.values(alerts[$0]) }),
      Statement(TimelineSQL.insert, entries.sorted { $0.id < $1.id }.map(TimelineSQL.values)),
      Statement(PageSQL.insert, pages.sorted { $0.id < $1.id }.map { PageSQL.values($0, owner: owner) }),
      Statement(
        OpeningSQL.seen,
        repeats.sorted { $0.key < $1.key }.map { [.int($0.key), .int($0.value.count), .time($0.value.last)] }),
      Statement(OpeningSQL.resolve, resolved.sorted { $0.key < $1.key }.map { [.int($0.key), .time($0.value)] }),
    ]
    let taken = [TurnStatements.take(turns)].compactMap { $0 }
    return ([opened] + touches.updates() + rows + changes() + taken + touches.appends()).filter { !$0.sets.isEmpty }
  }

  /// What only some senders and silences bring.
  private func changes() -> [Statement] {
    [
      Statement(OpeningSQL.hush, hushed.sorted { $0.key < $1.key }.map { [.int($0.key), .bool($0.value)] }),
      Statement(
        OpeningSQL.adopt, adopted.sorted { $0.key < $1.key }.map { [.int($0.key), .int($0.value), .bool(false)] }),
      Statement(
        AlertTerms.keep,
        terms.sorted { $0.key < $1.key }.map {
          [.int($0.key), .time($0.value.starts), .time($0.value.ends), .text($0.value.url)]
        }),
      Statement(AlertTerms.forget, forgotten.sorted().map { [.int($0)] }),
      Statement(
        AlertEnds.note,
        ends.sorted {
          ($0.key.integration, $0.key.dedupKey, $0.key.ended) < ($1.key.integration, $1.key.dedupKey, $1.key.ended)
        }
        .map { [.int($0.key.integration), .text($0.key.dedupKey), .time($0.key.ended), .time($0.value)] }),
    ]
  }

  /// Places, since an alert is large to move and a batch may hold thousands.
  private var alertsByKey: [Int] {
    alerts.indices.sorted {
      (alerts[$0].integration, alerts[$0].dedupKey) < (alerts[$1].integration, alerts[$1].dedupKey)
    }
  }
}
