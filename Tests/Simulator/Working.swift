import Engine
import Incidents
import Storage

/// What the process does: opens, decides, claims, sends and concludes, by the statements of production.
extension World {
  func open() async throws {
    guard isUp, pausedUntil == nil || pausedUntil.map({ $0 <= now }) == true else {
      // The sender of the alert tries again.
      return agenda.add(.arrival, at: now + .seconds(dice.between(5, 60)))
    }
    lastID += 1
    let id = lastID
    let severity = dice.pick(["P0", "P0", "P1", "P2"])
    let event = AlertEvent(
      action: .trigger, dedupKey: "a\(id)", summary: "Trouble \(id)", source: "m", severity: severity)
    let opening = Opening(
      event, id: id, name: "INC-\(id)", cause: "c\(id)", match: nil, runbook: policy.runbook, revision: 1)
    var plan = Engine.open(opening, policy, now: now)
    if let first = plan.pages.firstIndex(where: { $0.due <= now }) {
      plan.pages[first] = Claims.born(plan.pages[first], until: now + .minutes(1))
    }
    try watcher.opened(plan, self)
    var batch = OpeningBatch(owner: "sim")
    let numbered = batch.open(plan)
    batch.add(
      Alert(
        id: id, integration: 1, dedupKey: "a\(id)", state: .firing, source: "m", severity: severity, summary: "Trouble",
        labels: [:], details: "", incident: id, firstSeen: now, lastSeen: now, count: 1))
    let born = numbered.pages.filter { $0.status == .sending }
    if bug == .sendBeforeCommit { for page in born { try start(page) } }
    // The first page leaves right after this commit: nowhere does a crash tell more.
    do { _ = try await commit(batch.statements(), risk: 10) } catch let crash as Crash {
      watcher.mayExist(id)
      if try await database.read(IncidentQueries.byId(id)).isEmpty { tally.mark(.openingLost) }
      throw crash
    }
    tally.incidents += 1
    watcher.accepted(id, at: now)
    // The watcher looks soon after each rung, also where nothing else happens then.
    for minutes in Watcher.rungs { agenda.add(.inspect, at: now + .minutes(minutes) + .seconds(25)) }
    if bug != .sendBeforeCommit { for page in born { try start(page) } }
    planLook(numbered.incident.nextDue ?? now)
    agenda.add(.resolved(alert: id, incident: id), at: now + .seconds(dice.between(60, 20_000)))
    trouble()
  }

  /// What goes wrong goes wrong while something burns.
  private func trouble() {
    let soon = { (dice: inout Dice) in Span.milliseconds(dice.between(10, 3_600_000)) }
    if faults.contains(.crash), dice.chance(25) {
      agenda.add(.crash, at: now + .milliseconds(dice.between(10, 20_000)))
    }
    if faults.contains(.crash), dice.chance(20) { agenda.add(.crash, at: now + soon(&dice)) }
    if faults.contains(.pause), dice.chance(35) {
      agenda.add(.pause, at: now + .milliseconds(dice.between(10, 900)))
      planRelease()
    }
    if faults.contains(.edits), dice.chance(15) { agenda.add(.edit, at: now + soon(&dice)) }
    if faults.contains(.providers), dice.chance(50) { agenda.add(.provider, at: now) }
  }

  func resolve(_ alert: Int64, _ incident: Int64) async throws {
    guard isUp else { return agenda.add(.resolved(alert: alert, incident: incident), at: now + .seconds(30)) }
    var batch = OpeningBatch(owner: "sim")
    let entry = TimelineEntry(incident: incident, at: now, kind: .alertResolved, actor: "m", text: "The alert is over")
    batch.resolve(alert, of: incident, at: now, [entry])
    _ = try await commit(batch.statements())
    planLook(now)
  }

  /// One turn of the loops of engine and sender.
  func look() async throws {
    lookPlanned = nil
    let (due, lanes) = try await database.read(IncidentQueries.dueIds(now, limit: 64), PageQueries.lanes)
    for incident in due where !deciding.contains(incident.id) { try await decide(incident.id) }
    if lanes.contains(where: { $0.due <= now }) { try await send() }
    let (incidents, pages) = try await database.read(IncidentQueries.earliestDue, PageQueries.lanes)
    let waiting = deciding.isEmpty ? incidents.first : incidents.first.map { max($0, now + .milliseconds(60)) }
    guard let next = [waiting, pages.map(\.due).min()].compactMap({ $0 }).min() else { return }
    planLook(max(next, now + .milliseconds(1)))
  }

  private func view(_ id: Int64) async throws -> IncidentView {
    guard let stored = try await database.view(id) else { throw Violation("I1: incident \(id) is gone") }
    return IncidentView(incident: stored.incident, pages: stored.pages, alerts: stored.alerts, policy: policy)
  }

  private func incident(_ id: Int64) async throws -> Incident {
    guard let stored = try await database.read(IncidentQueries.byId(id)).first else {
      throw Violation("I1: incident \(id) is gone")
    }
    return stored
  }

  private func decide(_ id: Int64) async throws {
    let view = try await view(id)
    var plan = Engine.decide(view, now: now) ?? Plan(incident: view.incident)
    // As the engine's loop does where nothing changes though it is due.
    if plan == Plan(incident: view.incident) { plan.incident.nextDue = now + .minutes(1) }
    deciding.insert(id)
    let wait = faults.contains(.races) ? dice.between(0, 40) : 0
    agenda.add(.store(plan, version: view.incident.version, life: life), at: now + .milliseconds(wait))
  }

  func store(_ plan: Plan, _ version: Int64) async throws {
    deciding.remove(plan.incident.id)
    do {
      _ = try await commit(PlanStatements.of(plan, expectedVersion: version))
      watcher.stored(plan, self)
    } catch StorageError.conflict {
      tally.mark(.lostRace)
      if watcher.answered(plan.incident.id, within: .seconds(1), of: now), !plan.pages.isEmpty {
        tally.mark(.answerRacedRung)
      }
    }
    planLook(now)
  }

  private func send() async throws {
    var pages: [Page]
    if bug == .claimWithoutGuard {
      pages = try await database.read(PageQueries.due(now, limit: 64))
    } else {
      let claim = Claims.claim(due: now, limit: 64, until: now + .minutes(1), owner: "sim")
      pages = try await commit([claim]).first.map { Claims.readable(from: $0).pages } ?? []
    }
    for page in pages {
      if Delivery.isWanted(page, try await incident(page.incident)) {
        try start(page)
      } else {
        try await conclude(page, .temporary("answered before it started", retryAfter: nil), life)
      }
    }
  }

  private func start(_ page: Page) throws {
    tally.pages += 1
    try watcher.started(page, at: now)
    inFlight.insert(page.id)
    let carriage = providers.carry(page, &dice)
    if let arrives = carriage.arrives {
      agenda.add(.received(page, attempt: page.epoch), at: now + .milliseconds(arrives))
    }
    if case .temporary(_, .some) = carriage.outcome { tally.mark(.retryAfter) }
    if page.reason == .nextMethod { tally.mark(.nextMethod) }
    if page.reason == .fallback { tally.mark(.fallback) }
    agenda.add(.outcome(page, carriage.outcome, life: life), at: now + .milliseconds(carriage.answers))
    planRelease()
  }

  func conclude(_ page: Page, _ outcome: DeliveryOutcome, _ life: Int) async throws {
    guard life == self.life, isUp else { return }
    inFlight.remove(page.id)
    let incident = try await incident(page.incident)
    let decision = Delivery.after(
      outcome, page: page, now: now, jitter: Double.random(in: 0...1, using: &dice),
      wanted: Delivery.isWanted(page, incident))
    var conclusion = Conclusion(
      page: page.id, epoch: page.epoch, status: decision.status, evidence: decision.evidence, due: decision.due,
      mayBeRepeat: decision.mayBeRepeat, concluded: decision.concluded, wake: decision.look ? now : nil)
    guard let row = try await database.read(PageQueries.byId(page.id)).first else { return }
    if bug == .staleEpoch || bug == .claimWithoutGuard { conclusion.epoch = row.epoch }
    if bug == .staleEpoch || bug == .claimWithoutGuard {
      _ = try database.commit([Statement("UPDATE page SET status = 'sending' WHERE id = $1", [[.int(page.id)]])])
    }
    do {
      _ = try await commit(Claims.conclude([conclusion]))
      try watcher.concluded(page, row, outcome, self)
    } catch StorageError.conflict {
      tally.mark(.staleOutcome)
    }
    planLook(now)
  }
}
