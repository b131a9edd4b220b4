import Engine
import Incidents
import Runbooks
import Storage
import Web

/// One group of works on its way into rows: what is open so far, what is to be written, and what follows from it.
struct IntakeRound {
  var state: IntakeDesk.State
  var batch: OpeningBatch
  var following = IntakeEffects()
  let now: Timestamp
  let shelf: RunbookShelf.Snapshot
  /// The silences that hold now.
  let silences: [Silence]
  private let slots: Slots
  private let turns: Turns
  let keyName: (Int64) -> String?

  /// Where an alert has come to lie; incident 0 where it is held back.
  struct Place {
    var incident: Int64
    var why: String?
  }

  init(
    _ state: consuming IntakeDesk.State, _ shelf: RunbookShelf.Snapshot, _ silences: [Silence], _ slots: Slots,
    _ turns: Turns, now: Timestamp, owner: String, keyName: @escaping (Int64) -> String?
  ) {
    self.state = state
    batch = OpeningBatch(owner: owner)
    self.now = now
    self.shelf = shelf
    self.silences = silences
    self.slots = slots
    self.turns = turns
    self.keyName = keyName
  }

  mutating func take(_ matter: IntakeWork.Matter) -> [Receipt] {
    switch matter {
    case .events(let events, let integration): return events.map { take($0, of: integration) }
    case .lapsed(let alerts): for alert in alerts { lapse(alert) }
    case .verdicts(let verdicts): for verdict in verdicts { follow(verdict) }
    }
    return []
  }

  private mutating func take(_ event: AlertEvent, of integration: Int64) -> Receipt {
    let key = OpenIndex.Key(integration: integration, dedupKey: event.dedupKey ?? Alert.madeKey(state.nextAlert))
    let known = state.index.alert(key)
    let receipt = Receipt(dedupKey: key.dedupKey, incident: known.flatMap { $0.incident == 0 ? nil : $0.incident })
    switch (event.action, known) {
    case (.trigger, let known?):
      batch.repeated(known.alert, at: now)
      state.index.renew(key, began: event.at)
      if let term = event.term { prolong(key, known, term) }
    case (.trigger, nil):
      guard !isStale(event, key) else { return receipt }
      return Receipt(dedupKey: key.dedupKey, incident: fire(event, key))
    case (.resolve, let known?): end(key, known, event)
    case (.resolve, nil): noteEnd(key, event.at)
    case (.acknowledge, _): break
    }
    return receipt
  }

  private mutating func fire(_ event: AlertEvent, _ key: OpenIndex.Key) -> Int64? {
    let name = shelf.configuration.routes.isEmpty ? nil : keyName(key.integration)
    guard let sorted = Triage.of(event, key: key, name: name, shelf: shelf) else { return nil }
    let id = state.nextAlert
    state.nextAlert += 1
    let held = holds(event, sorted, key)
    let place = held == nil ? place(event, sorted) : Place(incident: 0, why: held)
    var alert = Self.alert(event, key, id: id, incident: place.incident, now)
    alert.isSilenced = held != nil
    alert.path = (sorted.path + [place.why ?? ""]).filter { !$0.isEmpty }
    batch.add(alert)
    state.index.add(
      key,
      OpenIndex.OpenAlert(
        alert: id, incident: place.incident, ends: event.term?.ends, since: event.at, began: event.at,
        explains: shelf.configuration.dependencies.compactMap { $0.explanation(by: event.labels) }))
    if let term = event.term { hold(id, for: term) }
    return place.incident == 0 ? nil : place.incident
  }

  /// The incident that the alert joins, or the one that it opens.
  mutating func place(_ event: AlertEvent, _ sorted: Triage) -> Place {
    var sorted = sorted
    if let found = gathered(&sorted) { return join(found, event, &sorted) }
    let opened = open(sorted)
    noteLikeness(sorted, opened)
    following.changed.insert(opened)
    return Place(incident: opened)
  }

  private mutating func join(_ found: Found, _ event: AlertEvent, _ sorted: inout Triage) -> Place {
    let incident = found.incident
    // Of an incident that burns already nothing is to be decided anew: a storm of alerts stays cheap, and it does not
    // make the decisions of those who work on it stale.
    let (due, told) = (state.index.isQuiet(incident) ? now : nil, joinedEntries(event, found))
    if due != nil || !told.isEmpty {
      batch.join(incident, told, due: due, mustBeOpen: !state.index.isReopening(incident))
    }
    state.index.noteJoin(incident, at: now)
    following.incidentDue = Self.earlier(following.incidentDue, due)
    if let rank = state.index.severityRank(of: incident), let severity = sorted.severity(above: rank) {
      following.raises.append((incident, severity, event.source))
    }
    following.changed.insert(incident)
    return Place(incident: incident, why: found.why)
  }

  private mutating func open(_ sorted: Triage) -> Int64 {
    let id = state.nextIncident
    state.nextIncident += 1
    let name = state.numbers.name(sorted.policy.runbook.incidentNameForm, at: now)
    var sorted = sorted
    if sorted.within != nil { sorted.cause = Cause.numbered(sorted.cause, id) }
    var plan = sorted.opening(id: id, name: name, turns: turns.counts, now: now)
    turns.take(plan.turns)
    // The first page is born claimed while a sender is free: no commit stands between the answer and the sending.
    if let first = plan.pages.firstIndex(where: { $0.due <= now }),
      slots.take(plan.pages[first].method.channel, now: now)
    {
      plan.pages[first] = Claims.born(plan.pages[first], until: now + slots.claim)
    }
    let numbered = batch.open(plan)
    for page in numbered.pages where page.status == .sending { following.pages.append((page, numbered)) }
    following.incidentDue = Self.earlier(following.incidentDue, numbered.incident.nextDue)
    for page in numbered.pages where page.status == .pending {
      following.pageDue = Self.earlier(following.pageDue, page.due)
    }
    state.index.open(id, cause: numbered.incident.cause, severityRank: numbered.incident.severityRank, at: now)
    return id
  }

  static func earlier(_ a: Timestamp?, _ b: Timestamp?) -> Timestamp? { [a, b].compactMap { $0 }.min() }

  private static func alert(
    _ event: AlertEvent, _ key: OpenIndex.Key, id: Int64, incident: Int64, _ now: Timestamp
  ) -> Alert {
    Alert(
      id: id, integration: key.integration, dedupKey: key.dedupKey, state: .firing, source: event.source,
      severity: event.severity, summary: event.summary, labels: event.labels, details: event.details,
      incident: incident, firstSeen: now, lastSeen: now, count: 1, began: event.at)
  }
}
