import Engine
import Incidents
import Storage
import Web

/// Acts on two incidents at once: each is one commit over both.
extension IncidentActs {
  func merge(_ incident: Int64, into other: Int64, by actor: String) async throws {
    for _ in 0..<16 {
      guard let view = try await decisions.view(incident), let target = try await decisions.view(other) else {
        throw Decisions.Unknown()
      }
      let (ended, kept) = try Engine.merge(view, into: target, by: actor, now: decisions.clock.now())
      let plans = (NumberedPlan(ended), NumberedPlan(kept))
      let statements =
        PlanStatements.of(plans.0, expectedVersion: view.incident.version)
        + PlanStatements.of(plans.1, expectedVersion: target.incident.version)
        + MergeStatements.move(incident, cause: view.incident.cause, into: other)
      if try await commit(statements, then: { $0.merge(plans.0.incident, into: plans.1.incident) }, plans) { return }
    }
    throw Decisions.Contended()
  }

  func split(_ alert: Int64, from incident: Int64, by actor: String) async throws -> Int64 {
    var made: (id: Int64, name: String)?
    for _ in 0..<16 {
      guard let view = try await decisions.view(incident),
        let found = try await decisions.database.read(AlertLookups.byId(alert, of: nil)).first,
        found.incident == incident
      else { throw Decisions.Unknown() }
      let now = decisions.clock.now()
      let new = made ?? desk.newIncident(view.policy.runbook.incidentNameForm, at: now)
      made = new
      let own = "k:\(found.integration)|\(found.dedupKey)"
      let cause = own.utf8.count <= 400 && desk.isFree(own, for: new.id) ? own : "r:\(new.id)"
      let (left, opened) = try Engine.split(
        view, found, id: new.id, name: new.name, cause: cause, by: actor, now: now)
      var batch = OpeningBatch(owner: "")
      let plans = (NumberedPlan(left), batch.open(opened))
      let statements =
        PlanStatements.of(plans.0, expectedVersion: view.incident.version) + batch.statements()
        + [MergeStatements.move(alert: alert, from: incident, to: new.id)]
      let key = OpenIndex.Key(integration: found.integration, dedupKey: found.dedupKey)
      let stored = try await commit(
        statements, then: { $0.split(key, of: plans.0.incident, to: plans.1.incident) }, plans)
      if stored { return new.id }
    }
    throw Decisions.Contended()
  }

  func attach(_ file: Attachment, _ bytes: [UInt8], by actor: String) async throws {
    let count = try await decisions.database.read(AttachmentQueries.of(file.incident)).count
    try await decisions.decide(file.incident, also: [AttachmentStatements.keep(file, bytes)]) { view, now in
      try Engine.attach(view, file, count: count, by: actor, now: now)
    }
  }

  func relate(_ incident: Int64, with other: Int64, holds: Bool, by actor: String) async throws {
    guard incident != other else { throw Refusal.sameIncident }
    guard let view = try await decisions.view(incident), let second = try await decisions.view(other) else {
      throw Decisions.Unknown()
    }
    for (one, its) in [(view.incident, second.incident), (second.incident, view.incident)] {
      try await decisions.decide(one.id) { view, now in
        try Engine.perform(.relate(its.id, name: its.name, holds: holds), view, by: actor, now: now)
      }
    }
  }

  /// False where somebody else was faster: then it is to be decided anew.
  private func commit(
    _ statements: [Statement], then follow: @escaping @Sendable (IntakeDesk) -> Void,
    _ plans: (NumberedPlan, NumberedPlan)
  ) async throws -> Bool {
    do {
      try await decisions.writer.submit(statements) { [desk] _ in follow(desk) }
    } catch StorageError.conflict {
      return false
    }
    for plan in [plans.0, plans.1] {
      desk.turns.take(plan.turns)
      decisions.announce(plan)
    }
    return true
  }
}
