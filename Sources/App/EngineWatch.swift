import Engine
import Incidents
import Logging
import Storage

/// Looks at every incident whose time has come. The table is the truth: after a kill nothing is forgotten.
struct EngineWatch: Sendable {
  let decisions: Decisions
  let troubles: Troubles
  let catchUp: CatchUp
  /// Told at each look, for whoever watches that there are any.
  let turned: @Sendable () -> Void
  let metrics: Metrics
  let logger: Logger

  /// So many incidents are decided at a time; the commits of one group go to disk together.
  private static let group = 64
  /// How long an incident that could not be decided is left alone, so that it cannot hold up the others.
  private static let quarantine = Span.minutes(1)

  func look() async throws -> DueLoop.Next {
    let due = try await decisions.database.read(IncidentQueries.dueIds(decisions.clock.now(), limit: Self.group))
    turned()
    guard due.isEmpty else {
      await decide(due)
      return .atOnce
    }
    catchUp.engineIsDone()
    return .at(try await decisions.database.read(IncidentQueries.earliestDue).first ?? nil)
  }

  private func decide(_ due: [(id: Int64, due: Timestamp)]) async {
    await withTaskGroup(of: Void.self) { tasks in
      for incident in due { tasks.addTask { await decide(incident.id, due: incident.due) } }
    }
  }

  private func decide(_ incident: Int64, due: Timestamp) async {
    do {
      metrics.observe("clock_lateness", decisions.clock.now() - due)
      try await decisions.decide(incident) { view, now in
        if let plan = Engine.decide(view, now: now) { return plan }
        // Nothing changes, yet it is due: without a later look the loop would spin on it.
        guard let due = view.incident.nextDue, due <= now else { return nil }
        var plan = Plan(incident: view.incident)
        plan.incident.nextDue = now + Self.quarantine
        return plan
      }
      metrics.count("engine_decisions")
      troubles.clear("incident \(incident)")
    } catch {
      metrics.count("engine_faults")
      logger.error(
        "an incident could not be decided; looking again in a minute",
        metadata: ["incident": "\(incident)", "error": "\(error)"])
      troubles.raise("incident \(incident)", "Incident number \(incident) cannot be decided: \(error)")
      await postpone(incident)
    }
  }

  private func postpone(_ incident: Int64) async {
    let later = decisions.clock.now() + Self.quarantine
    _ = try? await decisions.writer.submit([IncidentStatements.postpone(incident, until: later)])
  }
}
