/// Whether somebody is on call at every instant of a stretch of time, for each schedule.
package struct Coverage: Sendable, Hashable {
  /// A stretch without anybody, or with somebody who cannot be reached.
  package struct Hole: Sendable, Hashable {
    package var schedule: String
    package var gap: Gap
    /// "nobody from 2026-12-24 18:00 to 2026-12-25 09:00 Europe/Berlin"
    package var text: String
    /// Who is on call and has no contact method; nil: nobody is.
    package var person: String?
  }

  package var holes: [Hole]

  /// The next twelve months.
  package static func year(_ team: Team, from now: Timestamp) -> Coverage {
    of(team, from: now, until: now + .days(366))
  }

  package static func of(_ team: Team, from start: Timestamp, until end: Timestamp) -> Coverage {
    Coverage(
      holes: team.allSchedules.flatMap { schedule -> [Hole] in
        let empty = schedule.gaps(from: start, until: end).map { gap in
          Hole(schedule: schedule.name, gap: gap, text: "nobody \(schedule.words(gap, since: start, to: end))")
        }
        return empty + mute(schedule, team, from: start, until: end)
      })
  }

  /// Whoever is on call and cannot be reached, once each, from the first such shift on.
  private static func mute(_ schedule: Schedule, _ team: Team, from start: Timestamp, until end: Timestamp) -> [Hole] {
    let silent = Set(schedule.people.filter { team.person($0)?.methods.isEmpty ?? true })
    guard !silent.isEmpty else { return [] }
    var told: Set<String> = []
    return schedule.shifts(from: start, until: end).compactMap { shift in
      guard silent.contains(shift.person), told.insert(shift.person).inserted else { return nil }
      let gap = Gap(from: shift.from, until: shift.until)
      let name = team.person(shift.person)?.name ?? shift.person
      return Hole(
        schedule: schedule.name, gap: gap,
        text: "\(name), who has no contact method, \(schedule.words(gap, since: start, to: end))", person: shift.person)
    }
  }
}

extension Schedule {
  /// "from 2026-12-24 18:00 to 2026-12-25 09:00 Europe/Berlin"; "at all" where it is the whole stretch looked at.
  func words(_ gap: Gap, since start: Timestamp, to end: Timestamp) -> String {
    if gap.from <= start, gap.until >= end { return "at all" }
    let beginning = gap.from <= start ? "until" : "from \(zone.text(gap.from)) to"
    return gap.until >= end
      ? "from \(zone.text(gap.from)) \(zone.name) on" : "\(beginning) \(zone.text(gap.until)) \(zone.name)"
  }
}
