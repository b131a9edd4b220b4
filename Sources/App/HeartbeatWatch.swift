import Incidents
import Storage
import Web

/// Opens an incident for what has not reported in time. What is expected, and when, is a column of the store.
struct HeartbeatWatch: Sendable {
  let decisions: Decisions

  func look() async throws -> DueLoop.Next {
    let late = try await decisions.database.read(HeartbeatQueries.late(by: decisions.clock.now(), limit: 100))
    for heartbeat in late { try await tell(heartbeat) }
    guard late.isEmpty else { return .atOnce }
    return .at(try await decisions.database.read(HeartbeatQueries.earliest).first)
  }

  /// The alert first: should the process end in between, it is told once more, and one alert is one alert.
  private func tell(_ heartbeat: Heartbeat) async throws {
    let plan = decisions.shelf.heartbeat(heartbeat.slug)
    let event = HeartbeatActs.event(heartbeat.slug, plan, "has not reported since", heartbeat.lastPing)
    _ = try await decisions.write(.events([event], integration: heartbeat.integration))
    do {
      try await decisions.writer.submit([HeartbeatStatements.late(heartbeat)])
    } catch StorageError.conflict {
      // It reported while it was being told: so it is over again.
      var over = event
      over.action = .resolve
      _ = try await decisions.write(.events([over], integration: heartbeat.integration))
    }
  }
}

/// Reports as they come in.
enum HeartbeatActs {
  /// `also` rides on the commit that keeps it.
  static func take(
    _ ping: HeartbeatPing, integration: Int64, also: [Statement] = [], _ decisions: Decisions, _ wake: Wake
  ) async throws {
    let now = decisions.clock.now()
    let plan = decisions.shelf.heartbeat(ping.slug)
    let known = try await decisions.database.read(HeartbeatQueries.one(ping.slug, of: integration)).first
    let heartbeat = Heartbeat.after(ping, known, of: integration, plan: plan, now: now)
    var event = event(ping.slug, plan, "reported a failure", nil, ping.said)
    switch ping.kind {
    case .fail: _ = try await decisions.write(.events([event], integration: integration))
    case .success:
      event.action = .resolve
      _ = try await decisions.write(.events([event], integration: integration))
    case .start, .log: break
    }
    try await decisions.writer.submit([HeartbeatStatements.keep(heartbeat)] + also)
    if let due = heartbeat.due { wake.by(due) }
  }

  static func event(
    _ slug: String, _ plan: HeartbeatPlan?, _ what: String, _ since: Timestamp?, _ said: String = ""
  ) -> AlertEvent {
    let name = plan.flatMap { $0.summary.isEmpty ? nil : $0.summary } ?? slug
    let time = since.map { " \(CivilTime($0).date) \(CivilTime($0).clock) UTC" } ?? ""
    var labels = plan?.labels ?? [:]
    labels["heartbeat"] = slug
    return AlertEvent(
      action: .trigger, dedupKey: "heartbeat:\(slug)", summary: "\(name) \(what)\(time)", source: slug,
      severity: plan?.severity ?? "", labels: labels,
      details: said.isEmpty ? "" : StoredJSON.text(of: ["said": said]))
  }
}
