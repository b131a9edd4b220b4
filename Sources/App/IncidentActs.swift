import Channels
import Engine
import Incidents
import Runbooks
import Storage
import Web

/// What people and tools may do, made durable before it is answered.
struct IncidentActs: Acts {
  let decisions: Decisions
  let desk: IntakeDesk
  let book: SilenceBook
  /// The loop that applies silences.
  let wake: Wake
  let heartbeats: Wake
  let newID: @Sendable () -> Int64
  /// The way to trackers.
  let http: OutboundHTTP
  /// Public address of this server.
  let origin: String
  /// Those that the team reads, and how a page is put into words for them.
  let channels: ChannelTable
  let messages: PageMessages

  func accept(_ events: [AlertEvent], integration: Int64) async throws(AcceptError) -> [Receipt] {
    let receipts = try await decisions.take(events, of: integration)
    for (event, receipt) in zip(events, receipts) where event.action == .acknowledge {
      guard let incident = receipt.incident else { continue }
      do {
        try await acknowledge(incident, by: event.source.isEmpty ? "alert source" : event.source, via: "the alert")
      } catch is Refusal {
        continue
      } catch {
        throw .unavailable("\(error)")
      }
    }
    return receipts
  }

  /// An acknowledgement is a decision as well, which takes longer.
  func offer(
    _ events: [AlertEvent], integration: Int64, reply: @escaping @Sendable (Result<[Receipt], AcceptError>) -> Void
  ) -> Bool {
    guard events.allSatisfy({ $0.action != .acknowledge }) else { return false }
    return decisions.offer(events, of: integration, reply)
  }

  func acknowledge(_ incident: Int64, by actor: String, via: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.acknowledge(view, by: actor, via: via, now: now)
    }
  }

  func resolve(_ incident: Int64, by actor: String, reason: String?) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.resolve(view, by: actor, reason: reason, now: now)
    }
  }

  func reopen(_ incident: Int64, by actor: String) async throws {
    try await decisions.decide(incident) { [desk] view, now in
      var plan = try Engine.reopen(view, by: actor, now: now)
      // Alerts of its cause have opened another one since: they stay with that.
      if !desk.isFree(plan.incident.cause, for: incident) { plan.incident.cause = "r:\(incident)" }
      return plan
    }
  }

  func note(_ incident: Int64, text: String, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in try Engine.note(view, text: text, by: actor, now: now) }
  }

  func postUpdate(
    _ incident: Int64, text: String, audience: Cadence.Audience, by actor: String
  ) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.postUpdate(view, text: text, audience: audience, by: actor, now: now)
    }
  }

  func preview(
    _ incident: Int64, text: String, audience: Cadence.Audience, by actor: String
  ) async throws -> [ChannelWords] {
    guard let view = try await decisions.view(incident) else { throw Decisions.Unknown() }
    let now = decisions.clock.now()
    let plan = try Engine.postUpdate(view, text: text, audience: audience, by: actor, now: now)
    return plan.pages.filter { $0.reason == .update }.compactMap { page in
      channels.words(messages.make(page, view, now: now), by: page.method)
        .map { ChannelWords(channel: page.method.channel, words: $0) }
    }
  }

  func answer(_ incident: Int64, clock: String, _ answer: ClockAnswer, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.answer(view, clock: clock, answer, by: actor, now: now)
    }
  }

  func addItem(_ incident: Int64, _ item: NewItem, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.addItem(
        view, text: item.text, owner: item.owner, due: item.due, priority: item.priority, by: actor, now: now)
    }
  }

  func finishItem(_ incident: Int64, number: Int, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.finishItem(view, number: number, by: actor, now: now)
    }
  }

  func publish(_ update: PublicUpdate, by actor: String) async throws {
    guard let view = try await decisions.view(update.incident) else { throw Decisions.Unknown() }
    var update = update
    update.id = newID()
    update.at = decisions.clock.now()
    update.began = view.incident.opened
    try await decisions.decide(update.incident, also: PublicStatements.published(update)) { [update] view, now in
      try Engine.publish(view, update, by: actor, now: now)
    }
  }

  func changeSeverity(_ incident: Int64, to severity: String, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.changeSeverity(view, to: severity, by: actor, now: now)
    }
  }

  func pageNow(_ incident: Int64, step: Int, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.pageNow(view, step: step, by: actor, now: now)
    }
  }

  func record(_ run: CommandRun, by actor: String) async throws {
    try await decisions.decide(run.incident, also: [RunStatements.keep(run)]) { view, now in
      try Engine.ran(view, run, by: actor, now: now)
    }
  }

  func situation(_ incident: Int64, _ words: String, holds: Bool, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.situation(view, words, holds: holds, by: actor, now: now)
    }
  }

  func handOver(_ incident: Int64, to person: String, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.handOver(view, to: person, by: actor, now: now)
    }
  }

  func perform(_ what: RoomAct, on incident: Int64, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in try Engine.perform(what, view, by: actor, now: now) }
  }
}
