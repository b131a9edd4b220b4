import Incidents
import Storage
import Web

/// Reports of heartbeats.
extension IncidentActs {
  func ping(_ ping: HeartbeatPing, integration: Int64) async throws(AcceptError) {
    do {
      try await HeartbeatActs.take(ping, integration: integration, decisions, heartbeats)
    } catch let error as AcceptError {
      throw error
    } catch {
      throw .unavailable("\(error)")
    }
  }
}

/// Setting and ending silences.
extension IncidentActs {
  /// Ended silences are shown for so long.
  private static let kept = Span.days(5)

  func silence(_ wanted: Silence, reaching: Int64?) async throws -> String {
    var known: Silence?
    if !wanted.id.isEmpty {
      known = try await find(wanted.id, reaching)
      if known == nil { throw SilenceRefusal.notFound }
    }
    let now = decisions.clock.now()
    let changed = try Silence.set(wanted, over: known, newID: Secrets.newUUID(), now: now)
    try await keep(changed, now)
    return changed.last?.id ?? wanted.id
  }

  func expireSilence(_ id: String, reaching: Int64?) async throws {
    guard let known = try await find(id, reaching) else { throw SilenceRefusal.notFound }
    let now = decisions.clock.now()
    guard known.state(at: now) != .expired else { return }
    try await keep([known.expired(at: now)], now)
  }

  /// A key reaches the silences of its own alerts only.
  private func find(_ id: String, _ reaching: Int64?) async throws -> Silence? {
    let known = try await decisions.database.read(SilenceQueries.byId(id)).first
    guard let reaching else { return known }
    return known?.integration == reaching ? known : nil
  }

  private func keep(_ silences: [Silence], _ now: Timestamp) async throws {
    try await decisions.writer.submit([
      SilenceStatements.keep(silences), SilenceStatements.forget(endedBefore: now - Self.kept),
    ]) { [book] _ in book.keep(silences) }
    wake.by(now)
  }
}
