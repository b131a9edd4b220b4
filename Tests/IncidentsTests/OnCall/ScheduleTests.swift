import Incidents
import Testing

/// Layers, hours, holidays and overrides of one schedule, by name.
@Suite struct ScheduleTests {
  static let berlin = Zones.rules("Europe/Berlin")
  static func at(_ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, year: Int = 2026) -> Timestamp {
    berlin.instant(of: Zones.time(year, month, day, hour, minute))
  }
  static func rotation(_ people: [String], start: LocalTime = Zones.time(2026, 1, 5, 9)) -> Rotation {
    Rotation(name: "r", people: people, start: start, zone: berlin)
  }

  /// Everybody weekly; the office on working days; nobody's office on holidays.
  static let schedule = Schedule(
    name: "primary", zone: berlin,
    layers: [
      Layer(name: "base", rotation: rotation(["ana", "bo", "chidi"])),
      Layer(
        name: "office", rotation: rotation(["dana"]),
        restrictions: [Restriction(weekdays: Set(1...5), from: 540, until: 1_020)], onHolidays: .off),
    ], holidays: [Holiday(day: CivilTime.days(year: 2026, month: 1, day: 6), name: "Epiphany")])

  private func who(_ at: Timestamp, by schedule: Schedule = Self.schedule) -> String {
    schedule.duty(at: at)?.person ?? "-"
  }

  @Test func aHigherLayerWinsInItsHours() {
    #expect(who(Self.at(1, 7, 8, 59)) == "ana")
    #expect(who(Self.at(1, 7, 9)) == "dana")
    #expect(who(Self.at(1, 7, 16, 59)) == "dana")
    #expect(who(Self.at(1, 7, 17)) == "ana")
    #expect(who(Self.at(1, 10, 12)) == "ana")
    #expect(who(Self.at(1, 12, 18)) == "bo")
  }

  @Test func onAHolidayTheLowerLayerShowsThrough() {
    #expect(who(Self.at(1, 6, 12)) == "ana")
    var all = Self.schedule
    all.layers[1].onHolidays = .allDay
    #expect(who(Self.at(1, 6, 3), by: all) == "dana")
    all.layers[1].onHolidays = .only
    all.layers[1].restrictions = []
    #expect(who(Self.at(1, 6, 23), by: all) == "dana")
    #expect(who(Self.at(1, 7, 12), by: all) == "ana")
  }

  @Test func hoursMayPassMidnight() {
    let night = Schedule(
      name: "night", zone: Self.berlin,
      layers: [
        Layer(
          name: "night", rotation: Self.rotation(["nils"]),
          restrictions: [Restriction(weekdays: [5], from: 1_320, until: 360)])
      ])
    #expect(who(Self.at(1, 9, 21, 59), by: night) == "-")
    #expect(who(Self.at(1, 9, 22), by: night) == "nils")
    #expect(who(Self.at(1, 10, 5, 59), by: night) == "nils")
    #expect(who(Self.at(1, 10, 6), by: night) == "-")
    #expect(who(Self.at(1, 10, 22), by: night) == "-")
  }

  @Test func aLayerCountsBetweenItsDates() {
    var schedule = Self.schedule
    schedule.layers[1].restrictions = []
    schedule.layers[1].onHolidays = .usual
    schedule.layers[1].from = Zones.time(2026, 2, 1)
    schedule.layers[1].until = Zones.time(2026, 2, 3, 12)
    let shifts = schedule.shifts(from: Self.at(1, 31, 12), until: Self.at(2, 4)).filter { $0.person == "dana" }
    #expect(shifts.map(\.from).min() == Self.at(2, 1) && shifts.map(\.until).max() == Self.at(2, 3, 12))
  }

  @Test func anOverrideWinsAndANewerOneWinsOverIt() {
    var schedule = Self.schedule
    schedule.overrides = [
      Override(schedule: "primary", person: "bo", from: Self.at(1, 7, 12), until: Self.at(1, 8)),
      Override(schedule: "primary", person: "chidi", instead: "bo", from: Self.at(1, 7, 13), until: Self.at(1, 7, 14)),
      Override(schedule: "primary", person: "dana", instead: "zoe", from: Self.at(1, 7, 12), until: Self.at(1, 8)),
    ]
    let shifts = schedule.shifts(from: Self.at(1, 7, 11), until: Self.at(1, 8, 1))
    #expect(shifts.map(\.person) == ["dana", "bo", "chidi", "bo", "ana"])
    #expect(shifts.map { Self.berlin.local($0.from).civil.clock } == ["11:00", "12:00", "13:00", "14:00", "00:00"])
  }

  @Test func positionTwoIsWhoIsNextAndNeverWhoIsOnCall() {
    let base = Schedule(Self.rotation(["ana", "bo", "ana", "chidi"]))
    #expect(base.person(at: Self.at(1, 6), position: 2) == "bo")
    #expect(base.person(at: Self.at(1, 13), position: 2) == "ana")
    #expect(base.person(at: Self.at(1, 13), position: 3) == "chidi")
    #expect(base.person(at: Self.at(1, 13), position: 4) == nil)
    #expect(Self.schedule.person(at: Self.at(1, 7, 10), position: 2) == "ana")
  }

  @Test func theExactGapIsFound() {
    var schedule = Self.schedule
    schedule.layers[0].restrictions = [Restriction(weekdays: Set(1...5), from: 1_020, until: 540)]
    schedule.holidays = []
    // Friday's night ends on Saturday at nine; Monday's office begins at nine.
    #expect(
      schedule.gaps(from: Self.at(1, 8, 12), until: Self.at(1, 13, 12)) == [
        Gap(from: Self.at(1, 10, 9), until: Self.at(1, 12, 9))
      ])
  }

  @Test func aScheduleOfNobodyIsOneGap() {
    let empty = Schedule(name: "none")
    #expect(empty.gaps(from: Self.at(1, 1), until: Self.at(2, 1)) == [Gap(from: Self.at(1, 1), until: Self.at(2, 1))])
    #expect(empty.person(at: Self.at(1, 1), position: 2) == nil)
  }

  @Test func whyAPersonHoldsARoleIsSaid() {
    var team = Team(
      people: [Person(id: "ana", name: "Ana Ruiz"), Person(id: "bo", name: "Bo Lindqvist")],
      roles: [
        RoleBinding(role: "Primary", holder: .schedule("primary", position: 1)),
        RoleBinding(role: "Secondary", holder: .schedule("primary", position: 2)),
      ], schedules: [Self.schedule])
    let night = Self.at(1, 7, 3)
    #expect(
      team.holdings(of: "Primary", at: night).map(\.by) == [
        "on call by layer base of primary until 2026-01-07 09:00 Europe/Berlin"
      ])
    team.overrides = [
      Override(
        id: 3, schedule: "primary", person: "bo", instead: "ana", from: Self.at(1, 7), until: Self.at(1, 7, 6),
        by: "Dana Weiss")
    ]
    #expect(team.holders(of: "Primary", at: night).map(\.id) == ["bo"])
    #expect(
      team.holdings(of: "Primary", at: night).map(\.by) == [
        "on call by override of primary for Ana Ruiz (made by Dana Weiss) until 2026-01-07 06:00 Europe/Berlin"
      ])
    #expect(team.candidates(for: "Primary").map(\.id) == ["ana", "bo"])
  }
}
