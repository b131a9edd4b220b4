import Engine
import Incidents
import Runbooks

/// Who is on call and who will be, as the API tells it and the command line prints it. Field names are promises.
package struct OnCallReport: Encodable, Sendable {
  /// What is asked for.
  package struct Question: Sendable {
    package var at: Timestamp
    /// Days ahead, from 1 to 366.
    package var days: Int
    package var person: String?
    package var schedule: String?

    package init(at: Timestamp, days: Int = 14, person: String? = nil, schedule: String? = nil) {
      self.at = at
      self.days = min(max(days, 1), 366)
      self.person = person
      self.schedule = schedule
    }
  }

  struct Human: Encodable {
    var id: String
    var name: String
    /// By which schedule, layer or override; empty where the team file names the person.
    var by: String?
  }

  struct Role: Encodable {
    var role: String
    /// The runbook that names it, where there are several.
    var runbook: String?
    var line: Int?
    var people: [Human]
  }

  struct Rota: Encodable {
    var name: String
    var zone: String
    var now: Human?
    var until: String?
    /// On the schedule's clocks.
    var localUntil: String?
    var next: Human?
    var shifts: [ShiftRow]
    var gaps: [String]
    var clockChanges: [String]
  }

  struct ShiftRow: Encodable {
    var person: String
    var name: String
    var from: String
    var until: String
    /// On the schedule's clocks.
    var localFrom: String
    var localUntil: String
    var by: String
    /// Identifier of the override behind it, where it can be taken back.
    var override: String?
  }

  var at: String
  var roles: [Role]
  var schedules: [Rota]
  /// Where nobody is on call within the next twelve months.
  var holes: [String]
  var checklist: [String]

  package init(_ team: Team, _ runbooks: [(name: String, runbook: Runbook)], _ question: Question) {
    at = rfc3339(question.at)
    roles = OnCallReport.roles(runbooks, team, question)
    let wanted = team.allSchedules.filter { question.schedule == nil || $0.name == question.schedule }
    schedules = wanted.map { OnCallReport.rota($0, team, question) }
    holes = Coverage.year(team, from: question.at).holes.map { "\($0.schedule): \($0.text)" }
    checklist = runbooks.flatMap { Handoff.checklist($0.runbook).map(\.text) }
  }

  private static func roles(
    _ runbooks: [(name: String, runbook: Runbook)], _ team: Team, _ question: Question
  ) -> [Role] {
    let paged = runbooks.flatMap { name, runbook in
      runbook.escalation.map { (name, $0.target, $0.line) } + runbook.escalationRules.map { (name, $0.target, $0.line) }
    }
    var roles: [Role] = []
    for (name, target, line) in paged where !roles.contains(where: { $0.role == target }) {
      let people = team.holdings(of: target, at: question.at).filter { !$0.person.methods.isEmpty }
      if let person = question.person, !people.contains(where: { $0.person.id == person }) { continue }
      roles.append(
        Role(
          role: target, runbook: runbooks.count > 1 ? name : nil, line: line,
          people: people.map { Human(id: $0.person.id, name: $0.person.name, by: $0.by.isEmpty ? nil : $0.by) }))
    }
    return roles
  }

  private static func rota(_ schedule: Schedule, _ team: Team, _ question: Question) -> Rota {
    let end = question.at + .days(question.days)
    let duty = schedule.duty(at: question.at)
    let next = schedule.person(at: question.at, position: 2)
    let name = { (id: String) in team.person(id)?.name ?? id }
    let shifts = schedule.shifts(from: question.at, until: end)
    let own = shifts.filter { question.person == nil || $0.person == question.person }
    return Rota(
      name: schedule.name, zone: schedule.zone.name,
      now: duty.map { Human(id: $0.person, name: name($0.person), by: team.words($0, of: schedule)) },
      until: schedule.endOfDuty(at: question.at).map(rfc3339),
      localUntil: schedule.endOfDuty(at: question.at).map(schedule.zone.text),
      next: next.map { Human(id: $0, name: name($0)) },
      shifts: own.map { row($0, schedule, team) },
      gaps: Coverage.of(only(schedule, team), from: question.at, until: end).holes.map(\.text),
      clockChanges: ClockNotes.of(schedule, team, from: question.at, until: end))
  }

  private static func only(_ schedule: Schedule, _ team: Team) -> Team {
    Team(people: team.people, schedules: [schedule])
  }

  private static func row(_ shift: Shift, _ schedule: Schedule, _ team: Team) -> ShiftRow {
    var row = ShiftRow(
      person: shift.person, name: team.person(shift.person)?.name ?? shift.person, from: rfc3339(shift.from),
      until: rfc3339(shift.until), localFrom: schedule.zone.text(shift.from),
      localUntil: schedule.zone.text(shift.until),
      by: team.words(shift.duty, of: schedule))
    if case .override(let override) = shift.duty.source, override.id > 0 { row.override = String(override.id) }
    return row
  }
}

/// Changes of the clock as they concern a schedule: what is skipped, what is shown twice, and whose shift it is.
package enum ClockNotes {
  package static func of(_ schedule: Schedule, _ team: Team, from start: Timestamp, until end: Timestamp) -> [String] {
    schedule.zone.jumps(from: start, until: end).map { jump in
      let who = schedule.duty(at: jump.at).map { team.person($0.person)?.name ?? $0.person } ?? "nobody"
      let move =
        jump.isForward
        ? "go forward from \(jump.before.text) to \(jump.after.civil.clock); a hand-over in between is at \(jump.after.civil.clock)"
        : "go back from \(jump.before.text) to \(jump.after.civil.clock); a hand-over in between is at the first of both"
      return "Clocks in \(schedule.zone.name) \(move). \(who) is on call then."
    }
  }
}
