import Engine
import Incidents
import Storage
import Web

/// Reads one incident as the engine wants it, and commits what was decided about it.
struct Decisions: Sendable {
  let database: any Database
  let shelf: RunbookShelf
  let writer: GroupCommit<IntakeWork>
  let desk: IntakeDesk
  let clock: PacedClock
  /// Tells the loops and the streams what was committed.
  let announce: @Sendable (NumberedPlan) -> Void

  /// Raised when an act names an incident that does not exist.
  struct Unknown: Error {}
  /// Raised when others changed the incident again and again at the same moment.
  struct Contended: Error {}

  func view(_ id: Int64) async throws -> IncidentView? {
    guard let stored = try await database.view(id) else { return nil }
    return try await view(stored)
  }

  func view(_ stored: StoredView) async throws -> IncidentView {
    guard let policy = try await shelf.policy(stored.incident.runbook) else {
      throw StorageError.broken("runbook revision \(stored.incident.runbook) is missing")
    }
    return IncidentView(
      incident: stored.incident, pages: stored.pages, alerts: stored.alerts, policy: policy, items: stored.items,
      turns: desk.turns.counts)
  }

  /// Decides on a fresh view and commits, and again when somebody else was faster. `also` rides on the same commit.
  @discardableResult
  func decide(
    _ id: Int64, also: [Statement] = [], _ plan: (IncidentView, Timestamp) throws -> Plan?
  ) async throws -> NumberedPlan? {
    for _ in 0..<16 {
      guard let view = try await view(id) else { throw Unknown() }
      guard let plan = try plan(view, clock.now()) else { return nil }
      do {
        return try await commit(plan, over: view, also: also)
      } catch StorageError.conflict {
        continue
      }
    }
    throw Contended()
  }

  /// Hands events to the writer and returns once they are on disk; refused where too much of their key waits already.
  func take(_ events: [AlertEvent], of integration: Int64) async throws(AcceptError) -> [Receipt] {
    guard desk.shares.take(integration, events.count) else { throw .overloaded(retryAfterSeconds: 1) }
    defer { desk.shares.give(integration, events.count) }
    return try await write(.events(events, integration: integration))
  }

  /// The same without waiting; false where nothing was handed over.
  func offer(
    _ events: [AlertEvent], of integration: Int64, _ reply: @escaping @Sendable (Result<[Receipt], AcceptError>) -> Void
  ) -> Bool {
    let (shares, count) = (desk.shares, events.count)
    guard shares.take(integration, count) else { return false }
    let work = IntakeWork(matter: .events(events, integration: integration)) { result in
      shares.give(integration, count)
      reply(result)
    }
    do throws(QueueRefusal) {
      try writer.offer(work)
      return true
    } catch {
      shares.give(integration, count)
      return false
    }
  }

  /// Hands a matter to the writer and returns once it is on disk.
  func write(_ matter: IntakeWork.Matter) async throws(AcceptError) -> [Receipt] {
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<[Receipt], AcceptError>, _>) in
      let work = IntakeWork(matter: matter) { continuation.resume(returning: $0) }
      do throws(QueueRefusal) {
        try writer.offer(work)
      } catch {
        let refusal: AcceptError =
          switch error {
          case .full: .overloaded(retryAfterSeconds: 1)
          case .stopped: .unavailable("the server is stopping")
          }
        continuation.resume(returning: .failure(refusal))
      }
    }
    return try result.get()
  }

  /// Stores an incident that a person declares. Another that is open for the same cause is a conflict.
  func declare(_ plan: Plan) async throws -> NumberedPlan {
    var batch = OpeningBatch(owner: "")
    let numbered = batch.open(plan)
    desk.turns.take(plan.turns)
    try await writer.submit(batch.statements()) { [desk] _ in desk.settled(numbered.incident) }
    announce(numbered)
    return numbered
  }

  func commit(_ plan: Plan, over view: IncidentView, also: [Statement] = []) async throws -> NumberedPlan {
    var plan = plan
    // Another incident may have opened for the same cause since this one was over.
    if plan.incident.status.isOpen, !view.incident.status.isOpen,
      !desk.isFree(plan.incident.cause, for: plan.incident.id)
    {
      plan.incident.cause = Cause.numbered(plan.incident.cause, plan.incident.id)
    }
    let numbered = NumberedPlan(plan)
    var statements = PlanStatements.of(numbered, expectedVersion: view.incident.version) + also
    if view.incident.status.isOpen, !numbered.incident.status.isOpen {
      statements.append(AlertStatements.settle(numbered.incident.id, at: clock.now()))
    }
    try await writer.submit(statements) { [desk] _ in desk.settled(numbered.incident) }
    desk.turns.take(plan.turns)
    announce(numbered)
    return numbered
  }
}
