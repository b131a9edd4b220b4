/// Somebody who holds a role at a moment, and why.
package struct Holding: Sendable, Hashable {
  package var person: Person
  /// "by primary until 2026-12-24 09:00 Europe/Berlin"; empty where the team file names the person.
  package var by: String

  package init(person: Person, by: String = "") {
    self.person = person
    self.by = by
  }
}

extension Team {
  /// A schedule or rotation with the overrides that concern it.
  package func schedule(named name: String) -> Schedule? {
    guard var schedule = schedules.first(where: { $0.name == name }) ?? rotation(named: name) else { return nil }
    schedule.overrides += overrides.filter { $0.schedule == name }
    return schedule
  }

  /// The schedule or rotation that a role is bound to, and the position in it; nil where people or several are named.
  package func schedule(behind binding: RoleBinding) -> (Schedule, position: Int)? {
    switch binding.holder {
    case .people, .channel, .schedules: nil
    case .rotation(let name, let position), .schedule(let name, let position):
      schedule(named: name).map { ($0, position) }
    }
  }

  /// Everything by which somebody is on call: schedules, then rotations, in the team file's order.
  package var allSchedules: [Schedule] {
    (schedules.map(\.name) + rotations.map(\.name)).compactMap { schedule(named: $0) }
  }

  /// Why somebody is on call: "on call by override of primary until 2026-12-24 09:00 Europe/Berlin".
  func reason(_ duty: Duty, of schedule: Schedule, at: Timestamp) -> String {
    let end = schedule.end(of: duty, at: at).map { " until \(schedule.zone.text($0)) \(schedule.zone.name)" } ?? ""
    return "on call by \(words(duty, of: schedule))\(end)"
  }

  /// "primary", "layer nights of primary", "override of primary for Ana Ruiz (made by Bo Lindqvist)".
  package func words(_ duty: Duty, of schedule: Schedule) -> String {
    switch duty.source {
    case .layer(let name, _):
      return name == schedule.name ? schedule.name : "layer \(name) of \(schedule.name)"
    case .override(let override):
      let instead = override.instead.map { " for \(person($0)?.name ?? $0)" } ?? ""
      return "override of \(schedule.name)\(instead) (made by \(override.by))"
    }
  }

  private func rotation(named name: String) -> Schedule? { rotations.first { $0.name == name }.map { Schedule($0) } }
}

extension Schedule {
  /// When the duty at `at` ends; nil where nobody has any, or it goes on for a year and more.
  package func endOfDuty(at: Timestamp) -> Timestamp? { duty(at: at).flatMap { end(of: $0, at: at) } }

  func end(of duty: Duty, at: Timestamp) -> Timestamp? {
    let reading = ScheduleReading(self)
    var time = at
    while time < at + .days(366) {
      time = reading.nextChange(after: time)
      if reading.duty(at: time) != duty { return time }
    }
    return nil
  }
}
