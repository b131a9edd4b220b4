import Incidents
import Storage

/// Makes overrides and takes them back: checked, stored with the words that follow from them, put in force.
enum OverrideDesk {
  /// As a form or a program writes it; times are on the schedule's clocks unless they bear an offset.
  struct Fields: Sendable, Hashable {
    var schedule = ""
    var person = ""
    /// Whom the person stands in for, or swaps with; empty: whoever it is.
    var instead = ""
    var from = ""
    var until = ""
    var note = ""
  }

  /// The longest that one override may last.
  private static let longest = Span.days(366)

  static func override(_ fields: Fields, _ team: Team, by: String, now: Timestamp) throws -> Override {
    let schedule = try schedule(fields.schedule, team)
    let person = try person(fields.person, "person", team)
    let instead = fields.instead.isEmpty ? nil : try Self.person(fields.instead, "instead", team)
    if instead == person { throw Failure.refused("A person does not stand in for themselves.") }
    let from = fields.from.isEmpty ? now : try time(fields.from, "from", schedule)
    let until = try time(fields.until, "until", schedule)
    guard until > from else { throw Failure.refused("The override ends before it begins.") }
    guard until > now else { throw Failure.refused("The override is over already.") }
    guard until - from <= longest else { throw Failure.refused("An override lasts at most a year.") }
    return Override(
      schedule: schedule.name, person: person, instead: instead, from: from, until: until, by: name(by, team),
      note: String(fields.note.prefix(200)))
  }

  /// The next shift of one person against the next of the other, from `from` on.
  static func swap(_ fields: Fields, _ team: Team, by: String, now: Timestamp) throws -> [Override] {
    let schedule = try schedule(fields.schedule, team)
    let one = try person(fields.person, "person", team)
    let other = try person(fields.instead, "with", team)
    if one == other { throw Failure.refused("A swap is between two people.") }
    let start = fields.from.isEmpty ? now : max(try time(fields.from, "from", schedule), now)
    let shifts = schedule.shifts(from: start, until: start + .days(366))
    return try [(one, other), (other, one)].map { owner, stand in
      guard let shift = shifts.first(where: { $0.person == owner && $0.from > start }) else {
        throw Failure.refused("\(name(owner, team)) has no coming shift in \(schedule.name).")
      }
      return Override(
        schedule: schedule.name, person: stand, instead: owner, from: shift.from, until: shift.until,
        by: name(by, team),
        note: fields.note.isEmpty ? "Swap of two shifts" : String(fields.note.prefix(200)))
    }
  }

  /// Stores them; one commit with the words to those concerned. Returns them with their identifiers.
  static func keep(_ overrides: [Override], _ visit: Visit) async throws -> [Override] {
    let numbered = overrides.map { override in
      var override = override
      override.id = visit.context.newID()
      return override
    }
    let team = visit.context.shelf.team()
    let news = numbered.flatMap { team.news(of: $0, made: true, by: $0.by, now: visit.now) }
    let told = numbered.compactMap { toldAlready($0, team, now: visit.now) }
    _ = try await visit.context.write([
      OverrideStatements.make(numbered, at: visit.now), NoticeStatements.plan(news.map(ShiftNotice.init) + told),
    ])
    try await visit.context.shelf.takeOverrides(now: visit.now)
    return numbered
  }

  /// Whoever hears now of a shift that begins within the schedule's notice needs no second word before it.
  private static func toldAlready(_ override: Override, _ team: Team, now: Timestamp) -> ShiftNotice? {
    guard let notice = team.schedule(named: override.schedule)?.notice, override.from - now <= notice else {
      return nil
    }
    return ShiftNotice(
      key: ShiftNews.key(ofShift: override.schedule, override.person, from: override.from), person: override.person,
      title: "", text: "", status: .sent, due: now)
  }

  static func withdraw(_ id: Int64, by actor: String, _ visit: Visit) async throws {
    guard let override = try await visit.context.database.read(OverrideQueries.byId(id)).first else {
      throw Failure.notFound
    }
    let team = visit.context.shelf.team()
    let news = team.news(of: override, made: false, by: name(actor, team), now: visit.now)
    do {
      _ = try await visit.context.write([
        OverrideStatements.withdraw(id, by: actor, at: visit.now), NoticeStatements.plan(news.map(ShiftNotice.init)),
      ])
    } catch StorageError.conflict {
      // Somebody else took it back at the same moment, which is what was asked for.
    }
    try await visit.context.shelf.takeOverrides(now: visit.now)
  }

  private static func schedule(_ name: String, _ team: Team) throws -> Schedule {
    if let schedule = team.schedule(named: name) { return schedule }
    let known = team.allSchedules.map(\.name).joined(separator: ", ")
    throw Failure.refused(
      known.isEmpty ? "The team file has no schedule." : "schedule: expected one of \(known).")
  }

  private static func person(_ id: String, _ field: String, _ team: Team) throws -> String {
    if team.person(id) != nil { return id }
    throw Failure.refused("\(field): expected one of \(team.people.map(\.id).joined(separator: ", ")).")
  }

  private static func time(_ text: String, _ field: String, _ schedule: Schedule) throws -> Timestamp {
    if let time = Instant.read(text, in: schedule.zone) { return time }
    throw Failure.refused("\(field): expected a time such as 2026-12-24 18:00, on the clocks of \(schedule.zone.name).")
  }

  private static func name(_ actor: String, _ team: Team) -> String { team.person(actor)?.name ?? actor }
}

extension ShiftNotice {
  init(_ news: ShiftNews) {
    self.init(key: news.key, person: news.person, title: news.title, text: news.text, due: news.due)
  }
}
