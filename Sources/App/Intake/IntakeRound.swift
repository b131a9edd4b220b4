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
  private let shelf: RunbookShelf.Snapshot
  /// The silences that hold now.
  private let silences: [Silence]
  private let slots: Slots
  private let turns: Turns

  init(
    _ state: consuming IntakeDesk.State, _ shelf: RunbookShelf.Snapshot, _ silences: [Silence], _ slots: Slots,
    _ turns: Turns, now: Timestamp, owner: String
  ) {
    self.state = state
    batch = OpeningBatch(owner: owner)
    self.now = now
    self.shelf = shelf
    self.silences = silences
    self.slots = slots
    self.turns = turns
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
      if let term = event.term { prolong(key, known, term) }
    case (.trigger, nil): return Receipt(dedupKey: key.dedupKey, incident: fire(event, key))
    case (.resolve, let known?): resolve(key, known, Self.resolvedEntry(event, known.incident, now))
    case (.resolve, nil), (.acknowledge, _): break
    }
    return receipt
  }

  private mutating func fire(_ event: AlertEvent, _ key: OpenIndex.Key) -> Int64? {
    guard let sorted = Triage.of(event, key: key, shelf: shelf) else { return nil }
    let id = state.nextAlert
    state.nextAlert += 1
    let isSilenced = silences.contains { $0.covers(event.labels, of: key.integration) }
    let incident = isSilenced ? 0 : place(event, sorted)
    var alert = Self.alert(event, key, id: id, incident: incident, now)
    alert.isSilenced = isSilenced
    batch.add(alert)
    state.index.add(key, alert: id, incident: incident, ends: event.term?.ends)
    if let term = event.term { hold(id, for: term) }
    return isSilenced ? nil : incident
  }

  /// The incident that the alert joins, or the one that it opens.
  private mutating func place(_ event: AlertEvent, _ sorted: Triage) -> Int64 {
    guard let incident = state.index.incident(cause: sorted.cause) else {
      let opened = open(event, sorted)
      following.changed.insert(opened)
      return opened
    }
    // Of an incident that burns already nothing is to be decided anew: a storm of alerts stays cheap.
    let due = state.index.isQuiet(incident) ? now : nil
    batch.join(incident, [Self.joinedEntry(event, incident, now)], due: due)
    following.incidentDue = Self.earlier(following.incidentDue, due)
    if let rank = state.index.severityRank(of: incident), sorted.severity.rank < rank {
      following.raises.append((incident, sorted.severity.name, event.source))
    }
    following.changed.insert(incident)
    return incident
  }

  private mutating func open(_ event: AlertEvent, _ sorted: Triage) -> Int64 {
    let id = state.nextIncident
    state.nextIncident += 1
    let name = state.numbers.name(sorted.runbook.runbook.incidentNameForm, at: now)
    var plan = sorted.opening(event, id: id, name: name, turns: turns.counts, now: now)
    turns.take(plan.turns)
    // The first page is born claimed while a sender is free: no commit stands between the answer and the sending.
    if let first = plan.pages.firstIndex(where: { $0.due <= now }), slots.take() {
      plan.pages[first] = Claims.born(plan.pages[first], until: now + slots.claim)
    }
    let numbered = batch.open(plan)
    for page in numbered.pages where page.status == .sending { following.pages.append((page, numbered)) }
    following.incidentDue = Self.earlier(following.incidentDue, numbered.incident.nextDue)
    for page in numbered.pages where page.status == .pending {
      following.pageDue = Self.earlier(following.pageDue, page.due)
    }
    state.index.open(id, cause: sorted.cause, severityRank: numbered.incident.severityRank)
    return id
  }

  static func earlier(_ a: Timestamp?, _ b: Timestamp?) -> Timestamp? { [a, b].compactMap { $0 }.min() }

  private static func alert(
    _ event: AlertEvent, _ key: OpenIndex.Key, id: Int64, incident: Int64, _ now: Timestamp
  ) -> Alert {
    Alert(
      id: id, integration: key.integration, dedupKey: key.dedupKey, state: .firing, source: event.source,
      severity: event.severity, summary: event.summary, labels: event.labels, details: event.details,
      incident: incident, firstSeen: now, lastSeen: now, count: 1)
  }
}

// MARK: ends

extension IntakeRound {
  fileprivate mutating func resolve(_ key: OpenIndex.Key, _ known: OpenIndex.OpenAlert, _ entry: TimelineEntry) {
    batch.resolve(known.alert, of: known.incident, at: now, [entry])
    if known.ends != nil { batch.forgetTerm(known.alert) }
    state.index.removeAlert(key)
    guard known.incident != 0 else { return }
    following.changed.insert(known.incident)
    following.incidentDue = now
  }

  fileprivate mutating func hold(_ alert: Int64, for term: AlertEvent.Term) {
    batch.hold(alert, for: term)
    following.termEnd = Self.earlier(following.termEnd, term.ends)
  }

  fileprivate mutating func prolong(_ key: OpenIndex.Key, _ known: OpenIndex.OpenAlert, _ term: AlertEvent.Term) {
    state.index.prolong(key, until: term.ends)
    hold(known.alert, for: term)
  }

  /// Its sender has fallen silent: the alert is over, unless it was sent again in the meantime.
  fileprivate mutating func lapse(_ alert: FiringKey) {
    let key = OpenIndex.Key(integration: alert.integration, dedupKey: alert.dedupKey)
    guard let known = state.index.alert(key), known.alert == alert.alert else { return batch.forgetTerm(alert.alert) }
    guard let ends = known.ends, ends <= now else { return }
    resolve(
      key, known,
      TimelineEntry(
        incident: known.incident, at: now, kind: .alertResolved, actor: TimelineEntry.tocsin,
        text: "An alert is over: its source has not sent it again"))
  }
}

// MARK: silences

extension IntakeRound {
  /// An alert that was held back opens or joins its incident now, as if it had just come in.
  fileprivate mutating func follow(_ verdict: SilenceVerdict) {
    let alert = verdict.alert
    let key = OpenIndex.Key(integration: alert.integration, dedupKey: alert.dedupKey)
    guard let known = state.index.alert(key), known.alert == alert.id else { return }
    if verdict.isSilenced || known.incident != 0 {
      batch.hush(alert.id, verdict.isSilenced, of: known.incident, at: now)
      guard known.incident != 0 else { return }
      following.incidentDue = now
      following.changed.insert(known.incident)
      return
    }
    let event = AlertEvent(
      action: .trigger, dedupKey: alert.dedupKey, summary: alert.summary, source: alert.source,
      severity: alert.severity, labels: alert.labels, details: alert.details)
    guard let sorted = Triage.of(event, key: key, shelf: shelf) else { return }
    let incident = place(event, sorted)
    batch.adopt(alert.id, into: incident)
    state.index.removeAlert(key)
    state.index.add(key, alert: alert.id, incident: incident, ends: known.ends)
  }
}

// MARK: what is told

extension IntakeRound {
  fileprivate static func joinedEntry(_ event: AlertEvent, _ incident: Int64, _ now: Timestamp) -> TimelineEntry {
    TimelineEntry(
      incident: incident, at: now, kind: .alert, actor: event.source.isEmpty ? "alert" : event.source,
      text: "Another alert of this cause: \(event.summary)")
  }

  fileprivate static func resolvedEntry(_ event: AlertEvent, _ incident: Int64, _ now: Timestamp) -> TimelineEntry {
    TimelineEntry(
      incident: incident, at: now, kind: .alertResolved, actor: event.source.isEmpty ? "alert" : event.source,
      text: event.summary.isEmpty ? "An alert was resolved by its source" : "Resolved by its source: \(event.summary)")
  }
}
