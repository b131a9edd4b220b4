import Incidents
import Testing

/// Hand-overs at 09:00 and shifts from 02:00 to 03:00 where clocks go forward and back.
@Suite struct ClockChangeTests {
  struct Case: Sendable {
    var zone: String
    /// The day before the change.
    var day: (Int, Int, Int)
    /// From 09:00 that day to the next two 09:00, in hours.
    var handovers: [Double]
    /// How long the shift 02:00–03:00 lasts on the three days from that day on, in minutes; 0: there is none.
    var small: [Int]
  }

  static let cases: [Case] = [
    Case(zone: "America/New_York", day: (2026, 3, 7), handovers: [23, 24], small: [60, 0, 60]),
    Case(zone: "America/New_York", day: (2026, 10, 31), handovers: [25, 24], small: [60, 60, 60]),
    Case(zone: "Europe/Berlin", day: (2026, 3, 28), handovers: [23, 24], small: [60, 0, 60]),
    Case(zone: "Europe/Berlin", day: (2026, 10, 24), handovers: [25, 24], small: [60, 120, 60]),
    Case(zone: "Australia/Lord_Howe", day: (2026, 10, 3), handovers: [23.5, 24], small: [60, 30, 60]),
    Case(zone: "Australia/Lord_Howe", day: (2026, 4, 4), handovers: [24.5, 24], small: [60, 60, 60]),
    Case(zone: "Pacific/Apia", day: (2011, 9, 23), handovers: [23, 24], small: [60, 60, 60]),
    Case(zone: "Pacific/Apia", day: (2012, 3, 31), handovers: [25, 24], small: [60, 60, 60]),
    // 2011-12-30 did not take place: the next 09:00 is that of the 31st, and nobody's turn lasts no time.
    Case(zone: "Pacific/Apia", day: (2011, 12, 29), handovers: [15, 9], small: [60, 0, 60]),
  ]

  @Test(arguments: cases.indices) func nineOClockIsNineOClock(index: Int) {
    let test = Self.cases[index]
    let zone = Zones.rules(test.zone)
    let first = CivilTime.days(year: test.day.0, month: test.day.1, day: test.day.2)
    let rotation = Rotation(
      name: "daily", people: ["ana", "bo", "chidi"], start: LocalTime(day: first, minute: 540), every: .days(1),
      zone: zone)
    let start = zone.instant(of: LocalTime(day: first, minute: 540))
    let shifts = Schedule(rotation).shifts(from: start, until: start + .days(4))
    #expect(shifts.prefix(2).map { Double(($0.until - $0.from).minutes) / 60 } == test.handovers)
    #expect(shifts.prefix(3).map(\.person) == ["ana", "bo", "chidi"])
  }

  @Test(arguments: cases.indices) func fromTwoToThree(index: Int) {
    let test = Self.cases[index]
    let zone = Zones.rules(test.zone)
    let first = CivilTime.days(year: test.day.0, month: test.day.1, day: test.day.2)
    let rotation = Rotation(name: "small", people: ["ana"], start: LocalTime(day: first, minute: 0), zone: zone)
    let schedule = Schedule(
      name: "small", zone: zone,
      layers: [Layer(name: "small", rotation: rotation, restrictions: [Restriction(from: 120, until: 180)])])
    let start = zone.instant(of: LocalTime(day: first, minute: 0))
    let end = zone.instant(of: LocalTime(day: first + 3, minute: 0))
    let shifts = schedule.shifts(from: start, until: end)
    let lengths = shifts.map { Int(($0.until - $0.from).minutes) }
    #expect(lengths == test.small.filter { $0 > 0 })
    #expect(shifts.allSatisfy { zone.local($0.until - .seconds(1)).minute == 179 })
  }

  @Test func whatTheClockSkipsIsReachedWhenItJumps() {
    let berlin = Zones.rules("Europe/Berlin")
    let jump = berlin.instant(of: Zones.time(2026, 3, 29, 3))
    #expect(berlin.instant(of: Zones.time(2026, 3, 29, 2, 30)) == jump)
    #expect(CivilTime(jump).rfc3339 == "2026-03-29T01:00:00Z")
    let apia = Zones.rules("Pacific/Apia")
    #expect(CivilTime(apia.instant(of: Zones.time(2011, 12, 30, 9))).rfc3339 == "2011-12-30T10:00:00Z")
    #expect(apia.text(apia.instant(of: Zones.time(2011, 12, 30, 9))) == "2011-12-31 00:00")
  }

  @Test func whatTheClockShowsTwiceIsReachedTheFirstTime() {
    let berlin = Zones.rules("Europe/Berlin")
    #expect(CivilTime(berlin.instant(of: Zones.time(2026, 10, 25, 2, 30))).rfc3339 == "2026-10-25T00:30:00Z")
    #expect(CivilTime(berlin.instant(of: Zones.time(2026, 10, 25, 3))).rfc3339 == "2026-10-25T02:00:00Z")
  }

  @Test func theJumpsOfAYearAreListed() {
    let berlin = Zones.rules("Europe/Berlin")
    let jumps = berlin.jumps(
      from: berlin.instant(of: Zones.time(2026, 1, 1)), until: berlin.instant(of: Zones.time(2027, 1, 1)))
    #expect(
      jumps.map { "\($0.before.text) \($0.after.text)" } == [
        "2026-03-29 02:00 2026-03-29 03:00", "2026-10-25 03:00 2026-10-25 02:00",
      ])
    #expect(jumps.map(\.isForward) == [true, false])
  }
}
