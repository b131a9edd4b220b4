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
  let troubles: Troubles
  let selfTest: SelfTest
  let catchUp: CatchUp
  let metrics: Metrics
  let logger: Logger

  func run(_ loop: DueLoop) async {
    await withDiscardingTaskGroup { tasks in
      await loop.run {
        let pages = try await claim()
        for parcel in catchUp.parcels(pages) { tasks.addTask { await send(together: parcel) } }
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

  /// Claims as many due pages as their channels have places. Looks first: a claim is a commit, a look is not.
  private func claim() async throws -> [Page] {
    guard catchUp.mayPage else { return [] }
    let now = decisions.clock.now()
    let due = try await decisions.database.read(PageQueries.lanes).filter { $0.due <= now }.map(\.channel)
    let lanes = due.map { ($0, slots.take($0, atMost: 64, now: now)) }.filter { $0.1 > 0 }
    guard !lanes.isEmpty else { return [] }
    do {
      let outcomes = try await decisions.writer.submit(
        lanes.map { channel, limit in
          Claims.claim(due: now, limit: limit, until: now + slots.claim, owner: owner, channel: channel)
        })
      let claimed = outcomes.map(Claims.readable(from:))
      for ((channel, limit), claim) in zip(lanes, claimed) { slots.give(channel, limit - claim.pages.count) }
      await quarantine(claimed.flatMap(\.unreadable))
      return claimed.flatMap(\.pages).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    } catch {
      for (channel, limit) in lanes { slots.give(channel, limit) }
      throw error
    }
  }

  /// A row that cannot be read must not hold up the others, nor be tried for ever.
  private func quarantine(_ pages: [Int64]) async {
    guard !pages.isEmpty else { return }
    for page in pages {
      troubles.raise("page \(page)", "A page of incident \(RowID.incident(of: page)) cannot be read and is set aside.")
    }
    logger.error("pages cannot be read and are set aside", metadata: ["pages": "\(pages)"])
    metrics.count("pages_quarantined", by: pages.count)
    _ = try? await decisions.writer.submit([Claims.quarantine(pages, at: decisions.clock.now())])
  }

  private func rest() async throws -> Timestamp? {
    let now = decisions.clock.now()
    // Looks again while the engine decides what is overdue.
    guard catchUp.mayPage else { return now + .milliseconds(50) }
    let closed = slots.closed(at: now)
    let lanes = try await decisions.database.read(PageQueries.lanes)
    let next = lanes.filter { !closed.contains($0.channel) }.map(\.due).min()
    // What waits for a place is looked at when one is given back, and in a second, should a channel have rested.
    return closed.isEmpty ? next : min(next ?? now + .seconds(1), now + .seconds(1))
  }

  /// One attempt at a claimed page; gives its place back.
  func send(_ page: Page, of known: NumberedPlan? = nil) async {
    defer { if slots.give(page.method.channel) { wake.by(decisions.clock.now()) } }
    do {
      if page.incident == SelfTest.incident { return try await conclude(page, selfTest.arrive(page)) }
      metrics.observe("page_lateness", decisions.clock.now() - page.due)
      guard let view = try await view(of: page, known) else { return }
      // Answered between the claim and now: it has not started, so it does not start.
      guard known != nil || Delivery.isWanted(page, view.incident) else {
        return try await conclude(page, Self.answered)
      }
      let message = messages.make(page, view, now: decisions.clock.now())
      let outcome = await channels.send(message, by: page.method)
      respect(outcome, of: page.method.channel)
      try await conclude(page, outcome)
    } catch {
      // The claim runs out and the page is sent again, marked: nothing is lost by leaving it here.
      logger.error("a page's outcome could not be stored", metadata: ["page": "\(page.id)", "error": "\(error)"])
      metrics.count("sender_faults")
    }
  }

  /// What is said of a page that was claimed and not started.
  static let answered = DeliveryOutcome.temporary("it was answered before this page started", retryAfter: nil)

  func respect(_ outcome: DeliveryOutcome, of channel: String) {
    guard case .temporary(_, let wait?) = outcome, wait > .zero else { return }
    wake.by(slots.rest(channel, for: wait, now: decisions.clock.now()))
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
  func conclude(_ page: Page, _ outcome: DeliveryOutcome) async throws {
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
    return Delivery.isWanted(page, incident)
  }

  private func concluded(_ incident: Int64, _ decision: DeliveryDecision) {
    if let due = decision.due { wake.by(due) }
    if decision.look { engine.by(decisions.clock.now()) }
    changed(incident)
  }
}
