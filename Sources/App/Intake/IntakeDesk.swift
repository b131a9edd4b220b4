import Engine
import Incidents
import Runbooks
import Storage
import Synchronization
import Web

/// Events that wait for the writer, from one request.
struct IntakeWork: Sendable {
  var integration: Int64
  var events: [AlertEvent]
  var reply: @Sendable (Result<[Receipt], AcceptError>) -> Void
}

/// What follows from a group of events once it is on disk.
struct IntakeEffects: Sendable {
  var changed: Set<Int64> = []
  /// Pages that were born claimed, with the incident as it was opened.
  var pages: [(page: Page, plan: NumberedPlan)] = []
  /// Alerts that ask for a higher severity than the incident that they joined has.
  var raises: [(incident: Int64, severity: String, by: String)] = []
  /// The earliest time at which an incident, or a page that is not on its way yet, falls due.
  var incidentDue: Timestamp?
  var pageDue: Timestamp?
}

/// Turns events into rows on the writer's thread: known keys are counted, new ones open or join an incident, and
/// an end is noted. All of a group is one commit; nothing is answered before it.
final class IntakeDesk: Sendable {
  private struct State {
    var index: OpenIndex
    var numbers: DayNumbers
    var nextIncident: Int64
    var nextAlert: Int64
  }

  private let state: Mutex<State>
  private let shelf: RunbookShelf
  private let clock: PacedClock
  private let slots: Slots
  private let owner: String
  private let effects: @Sendable (IntakeEffects) -> Void

  init(
    index: OpenIndex, numbers: DayNumbers, highest: HighestIds, shelf: RunbookShelf, clock: PacedClock, slots: Slots,
    owner: String, effects: @escaping @Sendable (IntakeEffects) -> Void
  ) {
    state = Mutex(
      State(index: index, numbers: numbers, nextIncident: highest.incident + 1, nextAlert: highest.alert + 1))
    self.shelf = shelf
    self.clock = clock
    self.slots = slots
    self.owner = owner
    self.effects = effects
  }

  /// For an incident that a person declares.
  func newIncident(_ form: String?, at now: Timestamp) -> (id: Int64, name: String) {
    state.withLock { state in
      defer { state.nextIncident += 1 }
      return (state.nextIncident, state.numbers.name(form, at: now))
    }
  }

  /// Called on the writer's thread when a decision is on disk, before anything later is planned.
  func settled(_ incident: Incident) { state.withLock { $0.index.settle(incident) } }

  /// Whether an incident may take this cause: no other that is open has it.
  func isFree(_ cause: String, for incident: Int64) -> Bool {
    state.withLock { $0.index.incident(cause: cause).map { $0 == incident } ?? true }
  }

  var firing: Int { state.withLock { $0.index.alertCount } }

  /// One group of works; called on the writer's thread only.
  func plan(_ works: [IntakeWork]) -> WorkGroup {
    let now = clock.now()
    let shelf = shelf.snapshot()
    var batch = OpeningBatch(owner: owner)
    var following = IntakeEffects()
    var receipts: [[Receipt]] = []
    state.withLock { state in
      for work in works {
        receipts.append(
          work.events.map { take($0, of: work.integration, shelf, now, &state, &batch, &following) })
      }
    }
    let (answers, claimed) = (receipts, following)
    return WorkGroup(
      statements: batch.statements(),
      committed: { [self] _ in
        state.withLock { $0.index.keep() }
        // What follows is handed on before the answer: the page leaves while the reply is still being written.
        effects(claimed)
        for (work, receipts) in zip(works, answers) { work.reply(.success(receipts)) }
      },
      undo: { [self] in
        state.withLock { $0.index.undo() }
        for _ in claimed.pages { slots.give() }
      },
      refused: { error in
        for work in works { work.reply(.failure(.unavailable("\(error)"))) }
      })
  }

  private func take(
    _ event: AlertEvent, of integration: Int64, _ shelf: RunbookShelf.Snapshot, _ now: Timestamp,
    _ state: inout State, _ batch: inout OpeningBatch, _ following: inout IntakeEffects
  ) -> Receipt {
    let key = OpenIndex.Key(integration: integration, dedupKey: event.dedupKey ?? Alert.madeKey(state.nextAlert))
    let known = state.index.alert(key)
    switch (event.action, known) {
    case (.trigger, let known?):
      batch.repeated(known.alert, at: now)
      return Receipt(dedupKey: key.dedupKey, incident: known.incident)
    case (.trigger, nil):
      return Receipt(
        dedupKey: key.dedupKey, incident: fire(event, key, shelf, now, &state, &batch, &following))
    case (.resolve, let known?):
      batch.resolve(known.alert, of: known.incident, at: now, [Self.resolvedEntry(event, known.incident, now)])
      state.index.removeAlert(key)
      following.changed.insert(known.incident)
      following.incidentDue = now
      return Receipt(dedupKey: key.dedupKey, incident: known.incident)
    case (.resolve, nil), (.acknowledge, nil):
      return Receipt(dedupKey: key.dedupKey, incident: nil)
    case (.acknowledge, let known?):
      return Receipt(dedupKey: key.dedupKey, incident: known.incident)
    }
  }

  private func fire(
    _ event: AlertEvent, _ key: OpenIndex.Key, _ shelf: RunbookShelf.Snapshot, _ now: Timestamp,
    _ state: inout State, _ batch: inout OpeningBatch, _ following: inout IntakeEffects
  ) -> Int64? {
    guard let sorted = Triage.of(event, key: key, shelf: shelf) else { return nil }
    let alertID = state.nextAlert
    state.nextAlert += 1
    let incident: Int64
    if let open = state.index.incident(cause: sorted.cause) {
      incident = open
      // Of an incident that burns already nothing is to be decided anew: a storm of alerts stays cheap.
      let due = state.index.isQuiet(open) ? now : nil
      batch.join(open, [Self.joinedEntry(event, open, now)], due: due)
      following.incidentDue = Self.earlier(following.incidentDue, due)
      if let rank = state.index.severityRank(of: open), sorted.severity.rank < rank {
        following.raises.append((open, sorted.severity.name, event.source))
      }
    } else {
      incident = open(event, sorted, now, &state, &batch, &following)
    }
    batch.add(Self.alert(event, key, id: alertID, incident: incident, now))
    state.index.add(key, alert: alertID, incident: incident)
    following.changed.insert(incident)
    return incident
  }

  private func open(
    _ event: AlertEvent, _ sorted: Triage, _ now: Timestamp, _ state: inout State, _ batch: inout OpeningBatch,
    _ following: inout IntakeEffects
  ) -> Int64 {
    let id = state.nextIncident
    state.nextIncident += 1
    let name = state.numbers.name(sorted.runbook.runbook.incidentNameForm, at: now)
    var plan = sorted.opening(event, id: id, name: name, now: now)
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

  private static func earlier(_ a: Timestamp?, _ b: Timestamp?) -> Timestamp? { [a, b].compactMap { $0 }.min() }

  private static func alert(
    _ event: AlertEvent, _ key: OpenIndex.Key, id: Int64, incident: Int64, _ now: Timestamp
  ) -> Alert {
    Alert(
      id: id, integration: key.integration, dedupKey: key.dedupKey, state: .firing, source: event.source,
      severity: event.severity, summary: event.summary, labels: event.labels, details: event.details,
      incident: incident, firstSeen: now, lastSeen: now, count: 1)
  }

  private static func joinedEntry(_ event: AlertEvent, _ incident: Int64, _ now: Timestamp) -> TimelineEntry {
    TimelineEntry(
      incident: incident, at: now, kind: .alert, actor: event.source.isEmpty ? "alert" : event.source,
      text: "Another alert of this cause: \(event.summary)")
  }

  private static func resolvedEntry(_ event: AlertEvent, _ incident: Int64, _ now: Timestamp) -> TimelineEntry {
    TimelineEntry(
      incident: incident, at: now, kind: .alertResolved, actor: event.source.isEmpty ? "alert" : event.source,
      text: event.summary.isEmpty ? "An alert was resolved by its source" : "Resolved by its source: \(event.summary)")
  }
}
