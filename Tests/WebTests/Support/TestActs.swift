import Engine
import Incidents
import Runbooks
import SQLiteDriver
import Storage
import Synchronization
import Web

/// Acts by the real engine, one after another. Counts what it was asked.
package final class TestActs: Acts {
  let database: SQLiteDatabase
  let clock: Clockwork
  let shelf: TestShelf
  let feed: TestChanges
  private let asked = Mutex<[String]>([])
  /// What `accept` answers instead, where a test wants a refusal.
  package let refusal = Mutex<AcceptError?>(nil)

  init(database: SQLiteDatabase, clock: Clockwork, shelf: TestShelf, feed: TestChanges) {
    self.database = database
    self.clock = clock
    self.shelf = shelf
    self.feed = feed
  }

  /// Every act so far, such as "acknowledge by bo".
  package var calls: [String] { asked.withLock { $0 } }
  private func note(_ call: String) { asked.withLock { $0.append(call) } }
  private var policy: Policy { Policy(runbook: shelf.runbook, team: shelf.people) }

  package func open(
    _ event: AlertEvent, scenario: String?, isDrill: Bool = false
  ) async throws -> Int64 {
    let id = clock.nextID()
    let choice = SeverityChoice.of(event, scenario: scenario, runbook: shelf.runbook)
    var opening = Opening(
      id: id, name: "INC-2026-02-14-\(id % 100)", title: event.summary, cause: "k:\(id)", scenario: scenario,
      severity: choice,
      reasons: [Reason("Symptom “HTTP 502 from the shop” in “\(event.summary)”", line: 15)], revision: 1,
      source: event.source)
    opening.isDrill = isDrill
    var batch = OpeningBatch(owner: "test")
    batch.open(Engine.open(opening, policy, now: clock.now))
    batch.add(
      Alert(
        id: clock.nextID(), integration: 1, dedupKey: event.dedupKey ?? "k\(id)", state: .firing, source: event.source,
        severity: event.severity, summary: event.summary, labels: event.labels, details: event.details, incident: id,
        firstSeen: clock.now, lastSeen: clock.now, count: 1))
    _ = try database.commit(batch.statements())
    feed.publish(id)
    return id
  }

  package func record(_ run: CommandRun, by actor: String) async throws {
    note("record by \(actor)")
    _ = try database.commit([RunStatements.keep(run)])
    try await decide(run.incident) { view, now in try Engine.ran(view, run, by: actor, now: now) }
  }

  /// Lets the engine look at an incident at the clock's time.
  package func settle(_ id: Int64) async throws {
    try await decide(id) { view, now in Engine.decide(view, now: now) ?? Plan(incident: view.incident) }
  }

  private func decide(_ id: Int64, _ decision: (IncidentView, Timestamp) throws -> Plan) async throws {
    let view = try await view(of: id)
    let plan = try decision(view, clock.now)
    _ = try database.commit(PlanStatements.of(plan, expectedVersion: view.incident.version))
    feed.publish(id)
  }

  private func view(of id: Int64) async throws -> IncidentView {
    guard let stored = try await database.view(id) else { throw StorageError.broken("no incident \(id)") }
    return IncidentView(
      incident: stored.incident, pages: stored.pages, alerts: stored.alerts, policy: policy, items: stored.items)
  }

  package func accept(_ events: [AlertEvent], integration: Int64) async throws(AcceptError) -> [Receipt] {
    if let refusal = refusal.withLock({ $0 }) { throw refusal }
    note("accept \(events.count)")
    return events.map { Receipt(dedupKey: $0.dedupKey ?? "made-here", incident: nil) }
  }

  package func offer(
    _ events: [AlertEvent], integration: Int64, reply: @escaping @Sendable (Result<[Receipt], AcceptError>) -> Void
  ) -> Bool {
    if let refusal = refusal.withLock({ $0 }) {
      reply(.failure(refusal))
    } else {
      note("offer \(events.count)")
      reply(.success(events.map { Receipt(dedupKey: $0.dedupKey ?? "made-here", incident: nil) }))
    }
    return true
  }

  package func acknowledge(_ incident: Int64, by actor: String, via: String) async throws {
    note("acknowledge by \(actor)")
    try await decide(incident) { try Engine.acknowledge($0, by: actor, via: via, now: $1) }
  }

  package func resolve(_ incident: Int64, by actor: String, reason: String?) async throws {
    note("resolve by \(actor)")
    try await decide(incident) { try Engine.resolve($0, by: actor, reason: reason, now: $1) }
  }

  package func reopen(_ incident: Int64, by actor: String) async throws {
    note("reopen by \(actor)")
    try await decide(incident) { try Engine.reopen($0, by: actor, now: $1) }
  }

  package func note(_ incident: Int64, text: String, by actor: String) async throws {
    note("note by \(actor)")
    try await decide(incident) { try Engine.note($0, text: text, by: actor, now: $1) }
  }

  package func postUpdate(
    _ incident: Int64, text: String, audience: Cadence.Audience, by actor: String
  ) async throws {
    note("update by \(actor)")
    try await decide(incident) { try Engine.postUpdate($0, text: text, audience: audience, by: actor, now: $1) }
  }

  package func preview(
    _ incident: Int64, text: String, audience: Cadence.Audience, by actor: String
  ) async throws -> [ChannelWords] {
    let plan = try Engine.postUpdate(
      try await view(of: incident), text: text, audience: audience, by: actor, now: clock.now)
    return plan.pages.map { ChannelWords(channel: $0.method.channel, words: $0.why) }
  }

  package func answer(_ incident: Int64, clock: String, _ answer: ClockAnswer, by actor: String) async throws {
    note("answer \(clock) by \(actor)")
    try await decide(incident) { try Engine.answer($0, clock: clock, answer, by: actor, now: $1) }
  }

  package func addItem(_ incident: Int64, _ item: NewItem, by actor: String) async throws {
    note("item by \(actor)")
    try await decide(incident) {
      try Engine.addItem(
        $0, text: item.text, owner: item.owner, due: item.due, priority: item.priority, by: actor, now: $1)
    }
  }

  package func finishItem(_ incident: Int64, number: Int, by actor: String) async throws {
    note("item done by \(actor)")
    try await decide(incident) { try Engine.finishItem($0, number: number, by: actor, now: $1) }
  }

  package func changeItem(_ incident: Int64, number: Int, _ change: ItemChange, by actor: String) async throws {
    note("item changed by \(actor)")
    try await decide(incident) { try Engine.changeItem($0, number: number, change, by: actor, now: $1) }
  }

  package func publishReview(_ incident: Int64, _ versions: [ReviewVersion], by actor: String) async throws {
    note("review published by \(actor)")
    _ = try database.commit([ReviewStatements.add(versions)])
    try await decide(incident) { try Engine.publishReview($0, number: versions.last?.number ?? 0, by: actor, now: $1) }
  }

  package func publish(_ update: PublicUpdate, by actor: String) async throws {
    note("publish by \(actor)")
    guard let stored = try await database.view(update.incident) else { throw StorageError.broken("no incident") }
    var update = update
    update.id = clock.nextID()
    update.at = clock.now
    update.began = stored.incident.opened
    try await decide(update.incident) { [update] in try Engine.publish($0, update, by: actor, now: $1) }
    _ = try database.commit(PublicStatements.published(update))
  }

  package func changeSeverity(_ incident: Int64, to severity: String, by actor: String) async throws {
    note("severity \(severity) by \(actor)")
    try await decide(incident) { try Engine.changeSeverity($0, to: severity, by: actor, now: $1) }
  }

  package func changeScenario(_ incident: Int64, to scenario: String?, by actor: String) async throws {
    note("scenario by \(actor)")
    try await decide(incident) { try Engine.changeScenario($0, to: scenario, by: actor, now: $1) }
  }

  package func pageNow(_ incident: Int64, step: Int, by actor: String) async throws {
    note("page \(step) by \(actor)")
    try await decide(incident) { try Engine.pageNow($0, step: step, by: actor, now: $1) }
  }

  package func situation(_ incident: Int64, _ words: String, holds: Bool, by actor: String) async throws {
    note("situation \(words) \(holds) by \(actor)")
    try await decide(incident) { try Engine.situation($0, words, holds: holds, by: actor, now: $1) }
  }

  package func handOver(_ incident: Int64, to person: String, by actor: String) async throws {
    note("handover to \(person) by \(actor)")
    try await decide(incident) { try Engine.handOver($0, to: person, by: actor, now: $1) }
  }

  package func perform(_ what: RoomAct, on incident: Int64, by actor: String) async throws {
    note("\(what) by \(actor)")
    try await decide(incident) { try Engine.perform(what, $0, by: actor, now: $1) }
  }

  package func attach(_ file: Attachment, _ bytes: [UInt8], by actor: String) async throws {
    note("attach \(file.name) by \(actor)")
    _ = try database.commit([AttachmentStatements.keep(file, bytes)])
    try await decide(file.incident) { try Engine.attach($0, file, count: 0, by: actor, now: $1) }
  }

  package func merge(_ incident: Int64, into other: Int64, by actor: String) async throws {
    note("merge into \(other) by \(actor)")
    guard incident != other else { throw Refusal.sameIncident }
  }

  package func split(_ alert: Int64, from incident: Int64, by actor: String) async throws -> Int64 {
    note("split \(alert) by \(actor)")
    return incident
  }

  package func relate(_ incident: Int64, with other: Int64, holds: Bool, by actor: String) async throws {
    note("relate \(other) \(holds) by \(actor)")
    try await decide(incident) {
      try Engine.perform(.relate(other, name: "INC-\(other)", holds: holds), $0, by: actor, now: $1)
    }
  }

  package func ping(_ ping: HeartbeatPing, integration: Int64) async throws(AcceptError) {
    note("ping \(ping.slug) \(ping.kind.rawValue) \(ping.said)")
  }

  package func keep(_ changes: [ChangeEvent], integration: Int64) async throws(AcceptError) {
    let rows = changes.map {
      ChangeStatements.keep($0, id: clock.nextID(), integration: integration, at: clock.now)
    }
    do { _ = try database.commit(rows) } catch { throw .unavailable("\(error)") }
  }

  package func silence(_ wanted: Silence, reaching: Int64?) async throws -> String {
    note("silence by \(wanted.by)")
    let known = try await database.read(SilenceQueries.byId(wanted.id)).first
    if known == nil, !wanted.id.isEmpty { throw SilenceRefusal.notFound }
    let changed = try Silence.set(wanted, over: known, newID: Secrets.newUUID(), now: clock.now)
    _ = try database.commit([SilenceStatements.keep(changed)])
    return changed.last?.id ?? ""
  }

  package func expireSilence(_ id: String, reaching: Int64?) async throws {
    note("expire")
    guard let known = try await database.read(SilenceQueries.byId(id)).first else { throw SilenceRefusal.notFound }
    _ = try database.commit([SilenceStatements.keep([known.expired(at: clock.now)])])
  }

  package func forgetScenario(_ incident: Int64, by actor: String) async throws {
    note("forget by \(actor)")
    throw Refusal.nothingKept
  }

  package func moveRunbook(_ incident: Int64, to revision: Int64?, by actor: String) async throws {
    note("runbook by \(actor)")
    throw Refusal.pinnedAlready
  }

  package func declare(_ wanted: Declaration, by actor: String) async throws -> Int64 {
    note("declare by \(actor)")
    if wanted.title.isEmpty { throw Refusal.empty("title") }
    return try await open(
      AlertEvent(action: .trigger, summary: wanted.title, source: actor), scenario: wanted.scenario,
      isDrill: wanted.isDrill)
  }
}
