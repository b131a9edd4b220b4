import App
import Incidents
import Testing

/// Schedules, holidays and overrides of a team file.
@Suite struct TeamFileScheduleTests {
  static let file = """
    people: { ana: {}, bo: {}, dana: {} }
    rotations:
      weekly: { people: [ana, bo], start: 2026-01-05, at: "09:00", zone: Europe/Berlin, every: 12h, notice: 24h }
    holidays: [2026-12-25: Christmas Day, 2027-01-01]
    schedules:
      primary:
        zone: Europe/Berlin
        holidays: [2026-12-24]
        layers:
          - { name: base, people: [ana, bo], start: 2026-01-05 09:00 }
          - name: office
            people: dana
            start: 2026-01-05
            from: 2026-02-01
            until: 2027-02-01 12:00
            holidays: off
            restrictions: [{ days: [mon-thu, sat], hours: 09:00-17:00 }, { days: fri, hours: "22:00-06:00" }]
    overrides:
      - { schedule: primary, person: bo, instead: ana, from: 2026-12-24 18:00, until: 2026-12-26 09:00, note: flight }
    roles:
      Primary: { schedule: primary }
      Secondary: { schedule: primary, position: 3 }
    """

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    CivilTime.days(year: year, month: month, day: day)
  }

  @Test func aRoleMayHaveEverybodyOfSeveralSchedules() throws {
    let team = try TeamFileTests.read(
      Self.file.replacing("Secondary: {", with: "Both: { schedules: [primary, weekly] }\n  Secondary: {")
    ).team
    // Monday, 5 January 2026, noon in Berlin: Ana by both; at nine in the evening Bo by the rotation of twelve hours.
    let noon = Timestamp(microseconds: (day(2026, 1, 5) * 86_400 + 11 * 3_600) * 1_000_000)
    #expect(team.holders(of: "Both", at: noon).map(\.id) == ["ana"])
    #expect(team.holders(of: "Both", at: noon + .hours(10)).map(\.id) == ["ana", "bo"])
    #expect(team.candidates(for: "Both").map(\.id) == ["ana", "bo", "dana"])
    let again = try TeamFileTests.read(TeamFile.consoleOnly(team)).team
    #expect(again.holders(of: "Both", at: noon + .hours(10)).map(\.id) == ["ana", "bo"])
    let wrong = #expect(throws: TeamFileErrors.self) {
      try TeamFileTests.read(Self.file.replacing("position: 3", with: "schedules: [primry]"))
    }
    #expect(wrong?.issues.contains { $0.hint == "did you mean `primary`?" } == true)
  }

  @Test func aScheduleIsReadWhole() throws {
    let team = try TeamFileTests.read(Self.file).team
    let schedule = try #require(team.schedules.first)
    #expect(schedule.zone.name == "Europe/Berlin" && schedule.layers.map(\.name) == ["base", "office"])
    #expect(schedule.holidays.map(\.name) == ["Christmas Day", "", ""])
    #expect(team.holidays.map(\.day) == [day(2026, 12, 25), day(2027, 1, 1)])
    let office = schedule.layers[1]
    #expect(office.rotation.people == ["dana"] && office.onHolidays == .off)
    #expect(office.from == LocalTime(day: day(2026, 2, 1), minute: 0))
    #expect(office.until == LocalTime(day: day(2027, 2, 1), minute: 720))
    #expect(
      office.restrictions == [
        Restriction(weekdays: [1, 2, 3, 4, 6], from: 540, until: 1_020),
        Restriction(weekdays: [5], from: 1_320, until: 360),
      ])
    #expect(team.roles.map(\.holder) == [.schedule("primary", position: 1), .schedule("primary", position: 3)])
  }

  @Test func aRotationHandsOverAtAnHourOfItsZone() throws {
    let rotation = try #require(try TeamFileTests.read(Self.file).team.rotations.first)
    #expect(rotation.start == LocalTime(day: day(2026, 1, 5), minute: 540))
    #expect(rotation.every == .hours(12) && rotation.notice == .hours(24))
    #expect(
      CivilTime(rotation.nextHandover(after: Timestamp(seconds: 1_784_000_000))).rfc3339 == "2026-07-14T07:00:00Z")
  }

  @Test func anOverrideIsInTheHoursOfItsSchedule() throws {
    let override = try #require(try TeamFileTests.read(Self.file).team.overrides.first)
    #expect(CivilTime(override.from).rfc3339 == "2026-12-24T17:00:00Z")
    #expect(override.person == "bo" && override.instead == "ana" && override.note == "flight")
    #expect(override.by == "the team file")
  }

  @Test func aTeamForADemoKeepsItsSchedules() throws {
    let team = try TeamFileTests.read(Self.file).team
    let demo = try TeamFileTests.read(TeamFile.consoleOnly(team)).team
    #expect(demo.schedules == team.schedules && demo.overrides == team.overrides)
    #expect(demo.roles == team.roles)
  }
}
