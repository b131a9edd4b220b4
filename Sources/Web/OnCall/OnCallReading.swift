import Engine
import Incidents
import Storage

extension Site {
  /// Gathers the on-call page.
  func onCallView(
    month wanted: Month?, reader: Frame.Reader, fields: OverrideDesk.Fields, error: String?, link: String?
  ) async throws -> OnCallView {
    let now = context.now()
    let team = context.shelf.team()
    let schedules = team.allSchedules
    let zone = schedules.first?.zone ?? .utc
    let month = wanted ?? Month(zone.local(now))
    let shelved = context.shelf.current().first
    let holes = Coverage.year(team, from: now).holes.prefix(8).map(Self.finding)
    return OnCallView(
      month: month.name, previous: month.previous.text, following: month.next.text,
      rotas: schedules.map { Self.rota($0, team, month, now) }, fixed: Self.fixed(team), holes: Array(holes),
      overrides: Self.rows(team, now), links: try await context.database.read(CalendarLinkQueries.all),
      people: team.people.map { ($0.id, $0.name) }, schedules: schedules.map(\.name),
      checklist: shelved.map { Handoff.checklist($0.runbook) } ?? [], citation: shelved.map { Citation($0) },
      reader: reader, fields: fields, error: error, link: link)
  }

  /// A hole of the next twelve months as a finding.
  static func finding(_ hole: Coverage.Hole) -> FindingRow {
    FindingRow(
      word: "Nobody", level: .error, fact: "\(hole.schedule): \(hole.text)",
      remedy: "An override closes it for once; a layer of the team file for good.", line: nil)
  }

  private static func fixed(_ team: Team) -> [(role: String, names: [String])] {
    team.roles.compactMap { binding in
      guard case .people(let ids) = binding.holder else { return nil }
      return (binding.role, ids.map { team.person($0)?.name ?? $0 })
    }
  }

  private static func rows(_ team: Team, _ now: Timestamp) -> [OnCallView.OverrideRow] {
    team.overrides.filter { $0.until > now }.map { override in
      let zone = team.schedule(named: override.schedule)?.zone ?? .utc
      let name = { (id: String) in team.person(id)?.name ?? id }
      let instead = override.instead.map { " for \(name($0))" } ?? ""
      return OnCallView.OverrideRow(
        id: override.id,
        words: "\(override.schedule): \(name(override.person))\(instead), from \(zone.text(override.from)) until "
          + "\(zone.text(override.until)) \(zone.name), made by \(override.by)", note: override.note)
    }
  }

  private static func rota(
    _ schedule: Schedule, _ team: Team, _ month: Month, _ now: Timestamp
  ) -> OnCallView.Rota {
    let name = { (id: String) in team.person(id)?.name ?? id }
    let duty = schedule.duty(at: now)
    let end = schedule.endOfDuty(at: now).map { end in
      " until \(Words.weekday(ofDay: schedule.zone.local(end).day)) \(schedule.zone.text(end))"
    }
    let next = schedule.person(at: now, position: 2).map { ", then \(name($0))" } ?? ""
    let start = schedule.zone.instant(of: LocalTime(day: month.days.lowerBound, minute: 0))
    let close = schedule.zone.instant(of: LocalTime(day: month.days.upperBound, minute: 0))
    return OnCallView.Rota(
      name: schedule.name, zone: schedule.zone.name, now: duty.map { name($0.person) + (end ?? "") + next },
      by: duty.map { team.words($0, of: schedule) } ?? "", days: days(schedule, team, month, now),
      clockChanges: ClockNotes.of(schedule, team, from: start, until: close))
  }

  private static func days(_ schedule: Schedule, _ team: Team, _ month: Month, _ now: Timestamp) -> [OnCallView.Day] {
    let zone = schedule.zone
    let today = zone.local(now).day
    let holidays = Dictionary(schedule.holidays.map { ($0.day, $0.name) }) { first, _ in first }
    return month.days.map { day in
      let (start, end) = (
        zone.instant(of: LocalTime(day: day, minute: 0)), zone.instant(of: LocalTime(day: day + 1, minute: 0))
      )
      let shifts = schedule.shifts(from: start, until: end)
      var turns: [(clock: String?, name: String, isOverride: Bool)] = []
      if shifts.first?.from != start, start < end { turns.append((nil, "", false)) }
      for (place, shift) in shifts.enumerated() {
        var isOverride = false
        if case .override = shift.duty.source { isOverride = true }
        let clock = shift.from == start ? nil : zone.local(shift.from).civil.clock
        turns.append((clock, team.person(shift.person)?.name ?? shift.person, isOverride))
        let following = place + 1 < shifts.count ? shifts[place + 1].from : end
        if shift.until < following { turns.append((zone.local(shift.until).civil.clock, "", false)) }
      }
      return OnCallView.Day(day: day, isToday: day == today, holiday: holidays[day], turns: turns)
    }
  }
}
