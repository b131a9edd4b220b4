import Engine
import Incidents
import Storage

/// What people do with what they get.
extension World {
  func receive(_ page: Page, _ attempt: Int64) async throws {
    tally.messages += 1
    let row = try await database.read(PageQueries.byId(page.id)).first
    try watcher.received(page, row, self)
    // Some sleep, some answer late, some answer what another has answered.
    guard dice.chance(isHealed ? 60 : 45), page.reason.climbs else { return }
    if dice.chance(25), let opened = watcher.openedAt(page.incident) {
      // Just as the next rung is served.
      let rung = [10, 25, 45].map { opened + .minutes($0) }.first { $0 > now }
      let at = (rung ?? now) + .milliseconds(dice.between(0, 60))
      return agenda.add(.answer(incident: page.incident, person: page.person, tries: 0), at: at)
    }
    let after = dice.chance(50) ? dice.between(5, 120) : dice.between(120, 2_400)
    agenda.add(.answer(incident: page.incident, person: page.person, tries: 0), at: now + .seconds(after))
  }

  /// A tap on the link: it is answered once it is on disk, and tried again while it is not.
  func answer(_ id: Int64, _ person: String, _ tries: Int) async throws {
    guard isUp, pausedUntil.map({ $0 <= now }) ?? true else {
      if tries < 6 {
        agenda.add(.answer(incident: id, person: person, tries: tries + 1), at: now + .seconds(dice.between(20, 240)))
      }
      return
    }
    guard let stored = try await database.view(id), stored.incident.status.isOpen else { return }
    let view = IncidentView(incident: stored.incident, pages: stored.pages, alerts: stored.alerts, policy: policy)
    if let other = stored.incident.acknowledgedBy, other != person { tally.mark(.answeredTwice) }
    guard let plan = try? Engine.acknowledge(view, by: person, via: "the link", now: now) else { return }
    _ = try await commit(PlanStatements.of(plan, expectedVersion: stored.incident.version))
    if !plan.cancelled.isEmpty { tally.mark(.cancelled) }
    watcher.answer(id, at: now)
    planLook(now)
  }

  /// Whom a page is on its way to, or waits for.
  private static let recipients = Query("SELECT DISTINCT person FROM page WHERE status IN ('pending', 'sending')") {
    row throws(StorageError) in try row.text(0)
  }

  /// Somebody saves another team file.
  func edit() async throws {
    let before = Set(policy.team.people.map(\.id))
    variant = dice.pick(Array(setting.policies.indices) + [0, 0])
    let gone = before.subtracting(policy.team.people.map(\.id))
    if watcher.hasOpen { tally.mark(.editOpen) }
    if !gone.isEmpty, try await database.read(Self.recipients).contains(where: gone.contains) {
      tally.mark(.recipientRemoved)
    }
  }
}
