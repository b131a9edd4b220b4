import Channels
import Engine
import Incidents
import Logging
import Storage

/// Sends pages: takes what is due, tries once, and stores what became of it. A page leaves only after the row that
/// announces it is on disk and claimed.
struct PageSender: Sendable {
  let decisions: Decisions
  let channels: ChannelTable
  let messages: PageMessages
  let slots: Slots
  let wake: Wake
  /// The engine's loop, which decides what follows from a page that does not get through.
  let engine: Wake
  let changed: @Sendable (Int64) -> Void
  let owner: String
  let metrics: Metrics
  let logger: Logger

  func run(_ loop: DueLoop) async {
    await withDiscardingTaskGroup { tasks in
      await loop.run {
        let pages = try await claim()
        for page in pages { tasks.addTask { await send(page) } }
        return pages.isEmpty ? .at(try await rest()) : .atOnce
      }
    }
  }

  /// Sends pages that were born claimed, in the order in which they were committed.
  func sendBorn(_ pages: AsyncStream<Aftermath.Born>) async {
    await withDiscardingTaskGroup { tasks in
      for await born in pages { tasks.addTask { await send(born.page, of: born.plan) } }
    }
  }

  /// Claims as many due pages as there are free slots. Looks first: a claim is a commit, a look is not.
  private func claim() async throws -> [Page] {
    let now = decisions.clock.now()
    guard let due = try await decisions.database.read(PageQueries.earliestDue).first ?? nil, due <= now else {
      return []
    }
    let limit = slots.take(atMost: 64)
    guard limit > 0 else { return [] }
    do {
      let claim = Claims.claim(due: now, limit: limit, until: now + slots.claim, owner: owner)
      let outcomes = try await decisions.writer.submit([claim])
      let pages = try outcomes.first.map(Claims.pages(from:)) ?? []
      slots.give(limit - pages.count)
      return pages
    } catch {
      slots.give(limit)
      throw error
    }
  }

  private func rest() async throws -> Timestamp? {
    let next = try await decisions.database.read(PageQueries.earliestDue).first ?? nil
    // With every slot taken, what is due must wait for one; the slot that is given back wakes this loop.
    return next.map { slots.hasFree ? $0 : max($0, decisions.clock.now() + .seconds(1)) }
  }

  /// One attempt at a claimed page; gives its slot back.
  func send(_ page: Page, of known: NumberedPlan? = nil) async {
    defer { if slots.give() { wake.by(decisions.clock.now()) } }
    metrics.observe("page_lateness", decisions.clock.now() - page.due)
    do {
      guard let view = try await view(of: page, known) else { return }
      let message = messages.make(page, view, now: decisions.clock.now())
      let outcome = await channels.send(message, by: page.method)
      try await conclude(page, outcome)
    } catch {
      // The claim runs out and the page is sent again, marked: nothing is lost by leaving it here.
      logger.error("a page's outcome could not be stored", metadata: ["page": "\(page.id)", "error": "\(error)"])
      metrics.count("sender_faults")
    }
  }

  /// A page that was born claimed comes with its incident; any other is looked up.
  private func view(of page: Page, _ known: NumberedPlan?) async throws -> IncidentView? {
    guard let known else { return try await decisions.view(page.incident) }
    let stored = StoredView(
      incident: known.incident, pages: known.pages, alerts: AlertCounts(firing: 1, total: 1))
    return try await decisions.view(stored)
  }

  /// Stores what became of an attempt. Where something follows, the engine looks at the incident at once; that it
  /// must is part of the same commit.
  private func conclude(_ page: Page, _ outcome: DeliveryOutcome) async throws {
    let wanted = try await isWanted(page, after: outcome)
    let now = decisions.clock.now()
    let decision = Delivery.after(outcome, page: page, now: now, jitter: .random(in: 0...1), wanted: wanted)
    let conclusion = Conclusion(
      page: page.id, epoch: page.epoch, status: decision.status, evidence: decision.evidence, due: decision.due,
      mayBeRepeat: decision.mayBeRepeat, concluded: decision.concluded, wake: decision.look ? now : nil)
    metrics.count("pages_\(decision.status.rawValue)")
    try await decisions.writer.submit(Claims.conclude([conclusion]))
    concluded(page.incident, decision)
  }

  /// Whether another try would still be right: not once somebody has answered what this page asked for.
  private func isWanted(_ page: Page, after outcome: DeliveryOutcome) async throws -> Bool {
    if case .accepted = outcome { return true }
    guard let incident = try await decisions.database.read(IncidentQueries.byId(page.incident)).first else {
      return false
    }
    guard !page.reason.outlivesEnd else { return true }
    return incident.status.isOpen && (incident.acknowledgedAt == nil || page.until == .resolved)
  }

  private func concluded(_ incident: Int64, _ decision: DeliveryDecision) {
    if let due = decision.due { wake.by(due) }
    if decision.look { engine.by(decisions.clock.now()) }
    changed(incident)
  }
}
