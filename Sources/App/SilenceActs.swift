import Incidents
import Storage
import Web

/// Reports of heartbeats, and changes.
extension IncidentActs {
  func ping(_ ping: HeartbeatPing, integration: Int64) async throws(AcceptError) {
    try await kept { try await HeartbeatActs.take(ping, integration: integration, decisions, heartbeats) }
  }

  func keep(_ changes: [ChangeEvent], integration: Int64) async throws(AcceptError) {
    try await kept { try await decisions.writer.submit(statements(changes, integration)) }
  }

  func statements(_ changes: [ChangeEvent], _ integration: Int64) -> [Statement] {
    let now = decisions.clock.now()
    return changes.map { ChangeStatements.keep($0, id: newID(), integration: integration, at: now) }
  }

  private func kept(_ write: () async throws -> Void) async throws(AcceptError) {
    do { try await write() } catch let error as AcceptError {
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
