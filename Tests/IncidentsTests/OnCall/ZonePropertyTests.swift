import Foundation
import Incidents
import Testing

/// What holds in every zone of the tz database: over ten years with all their oddities, and over the ten around now.
@Suite struct ZonePropertyTests {
  struct Decade: Sendable, CustomTestStringConvertible {
    let year: Int
    let start: Timestamp
    let end: Timestamp
    let zones: [ZoneRules]

    init(from year: Int) {
      self.year = year
      start = ZoneRules.utc.instant(of: Zones.time(year, 1, 1))
      end = ZoneRules.utc.instant(of: Zones.time(year + 10, 1, 1))
      zones = Zones.distinct(from: start, until: end)
    }

    var testDescription: String { "\(year) to \(year + 10)" }
    /// A Sunday before it begins.
    func sunday(_ hour: Int, _ minute: Int) -> LocalTime {
      var day = CivilTime.days(year: year - 1, month: 12, day: 25)
      while LocalTime.weekday(ofDay: day) != 7 { day += 1 }
      return LocalTime(day: day, minute: hour * 60 + minute)
    }
  }

  static let decades = [Decade(from: 2010), Decade(from: 2021)]

  @Test(arguments: ZonePropertyTests.decades)
  func theTablesSayWhatThePlatformSays(_ decade: Decade) {
    #expect(decade.zones.count > 50)
    for zone in decade.zones {
      let platform = TimeZone(identifier: zone.name)
      for day in stride(from: decade.start.seconds, to: decade.end.seconds, by: 86_400 * 11 + 1_801) {
        let told = platform?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(day)))
        #expect(zone.local(Timestamp(seconds: day)).seconds - day == told.map(Int64.init), "\(zone.name) \(day)")
      }
    }
  }

  /// No gap, no overlap, the same wall time at each hand-over except where the clock skips it, each once.
  /// Clocks change on Sundays mostly, at midnight or at two.
  @Test(arguments: ZonePropertyTests.decades, [(days: 1, hour: 9), (days: 7, hour: 2), (days: 7, hour: 0)])
  func aRotationHandsOverOnceAtItsWallTime(_ decade: Decade, every: (days: Int, hour: Int)) {
    for zone in decade.zones {
      let rotation = Rotation(
        name: "r", people: ["ana", "bo", "chidi"], start: decade.sunday(every.hour, 30),
        every: .days(every.days), zone: zone)
      let shifts = Schedule(rotation).shifts(from: decade.start, until: decade.end)
      #expect(shifts.first?.from == decade.start && shifts.last?.until == decade.end)
      var boundaries: Set<Int64> = []
      for (shift, next) in zip(shifts, shifts.dropFirst()) {
        let met =
          shift.until == next.from && shift.from < shift.until && boundaries.insert(next.from.microseconds).inserted
        let local = zone.local(next.from)
        let kept = local.minute == every.hour * 60 + 30 || skips(zone, at: next.from, every.hour * 60 + 30)
        if !met || !kept || shift.duty == next.duty {
          Issue.record("\(zone.name): \(shift.person) until \(local.text) UTC \(CivilTime(next.from).rfc3339)")
        }
      }
      // One hand-over a turn, less those of days that a zone skipped.
      let turns = 3_652 / every.days
      #expect(abs(shifts.count - 1 - turns) <= 1, "\(zone.name): \(shifts.count)")
    }
  }

  /// Whether the clock jumps at this instant over that minute of the day.
  private func skips(_ zone: ZoneRules, at: Timestamp, _ minute: Int) -> Bool {
    zone.jumps(from: at, until: at + .seconds(1)).contains { jump in
      guard jump.isForward else { return false }
      return (jump.before.day...jump.after.day).contains { day in
        let wall = LocalTime(day: day, minute: minute)
        return jump.before <= wall && wall <= jump.after
      }
    }
  }

  /// Office hours above an always-on layer: together they have somebody at every instant, and the office only in its hours.
  @Test(arguments: ZonePropertyTests.decades)
  func layersWithHoursLeaveNoGapAndDoNotOverlap(_ decade: Decade) {
    for zone in decade.zones {
      let schedule = Schedule(
        name: "s", zone: zone,
        layers: [
          Layer(
            name: "base",
            rotation: Rotation(name: "base", people: ["ana", "bo"], start: Zones.time(2009, 12, 28, 2, 30), zone: zone)),
          Layer(
            name: "night",
            rotation: Rotation(name: "night", people: ["nils"], start: Zones.time(2009, 12, 28, 12), zone: zone),
            restrictions: [Restriction(weekdays: [6, 7], from: 22 * 60 + 30, until: 2 * 60 + 30)]),
        ])
      let shifts = schedule.shifts(from: decade.start, until: decade.start + .days(500))
      #expect(schedule.gaps(from: decade.start, until: decade.start + .days(500)).isEmpty)
      let whole = zip(shifts, shifts.dropFirst()).allSatisfy { $0.until == $1.from && $0.from < $0.until }
      #expect(whole, "\(zone.name)")
      let nights = shifts.filter { $0.person == "nils" }
      // 500 days hold 142 of these nights and two ends of one; a zone may skip a day.
      #expect((141...144).contains(nights.count), "\(zone.name): \(nights.count)")
      // Four hours by the wall; Casey turns its clocks back by three in the middle of one.
      let lengths = nights.allSatisfy { $0.until - $0.from <= .hours(7) }
      #expect(lengths, "\(zone.name)")
    }
  }

  @Test(arguments: ZonePropertyTests.decades)
  func aLaterWallTimeIsNeverReachedEarlier(_ decade: Decade) {
    for zone in decade.zones {
      for change in zone.changes where change.at > decade.start.seconds && change.at < decade.end.seconds {
        let around = zone.local(Timestamp(seconds: change.at)).seconds
        var last = Timestamp(microseconds: .min)
        for wall in stride(from: around - 30 * 3_600, through: around + 30 * 3_600, by: 1_800) {
          let reached = zone.instant(of: LocalTime(seconds: wall))
          let shown = zone.local(reached).seconds
          if reached < last || shown < wall || zone.local(reached - .seconds(1)).seconds >= wall {
            Issue.record("\(zone.name) \(LocalTime(seconds: wall).text)")
          }
          last = reached
        }
      }
    }
  }
}
