import Incidents
import Testing

/// What people are told of their shifts, and where nobody would be.
@Suite struct ShiftNewsTests {
  static func team(_ overrides: [Override] = []) -> Team {
    var rotation = Rotation(
      name: "weekly", people: ["ana", "bo"], start: Zones.time(2026, 1, 5, 9), zone: ScheduleTests.berlin)
    rotation.notice = .hours(24)
    let console = [ContactMethod(channel: "console")]
    return Team(
      people: [
        Person(id: "ana", name: "Ana Ruiz", methods: console), Person(id: "bo", name: "Bo Lindqvist", methods: console),
        Person(id: "chidi", name: "Chidi Okafor", methods: console),
      ], rotations: [rotation], overrides: overrides)
  }

  @Test func whoeverTakesOverIsToldWithinTheNoticeAndNotBefore() {
    #expect(Self.team().comingShifts(now: ScheduleTests.at(1, 11, 8)).isEmpty)
    let news = Self.team().comingShifts(now: ScheduleTests.at(1, 11, 10))
    #expect(news.map(\.person) == ["bo"])
    #expect(news.first?.title == "On call for weekly from 2026-01-12 09:00")
    #expect(
      news.first?.text == "Your shift begins at 2026-01-12 09:00 until 2026-01-19 09:00, Europe/Berlin: by weekly.")
    #expect(Self.team().comingShifts(now: ScheduleTests.at(1, 12, 8)).map(\.key) == news.map(\.key))
  }

  /// Shifts begin at nine: a day ahead is awake; an hour ahead is too late where quiet ends at nine.
  @Test func nobodyIsWokenForAWordAboutAShift() {
    var team = Self.team()
    func told(_ now: Timestamp) -> [Timestamp] { team.comingShifts(now: now).map(\.due) }
    team.people[1].quiet = QuietHours(from: 20 * 60, until: 10 * 60, zone: ScheduleTests.berlin)
    #expect(told(ScheduleTests.at(1, 11, 9, 30)).isEmpty, "Quiet until ten.")
    #expect(told(ScheduleTests.at(1, 11, 10)) == [ScheduleTests.at(1, 11, 10)])
    team.rotations[0].notice = .hours(1)
    #expect(told(ScheduleTests.at(1, 11, 19)).isEmpty)
    let evening = ScheduleTests.at(1, 11, 19, 30)
    #expect(told(evening) == [evening], "Half an hour before quiet begins, for it ends too late.")
    let night = ScheduleTests.at(1, 12, 3)
    #expect(told(night) == [night], "Late is better than not at all.")
  }

  @Test func aChangeIsToldInTheMorningUnlessItBeginsBefore() {
    var team = Self.team()
    team.people[2].quiet = QuietHours(from: 22 * 60, until: 7 * 60, zone: ScheduleTests.berlin)
    let night = ScheduleTests.at(1, 10, 23)
    func due(_ from: Timestamp) -> Timestamp? {
      let cover = Override(id: 7, schedule: "weekly", person: "chidi", from: from, until: ScheduleTests.at(1, 13))
      return team.news(of: cover, made: true, by: "Dana Weiss", now: night).first?.due
    }
    #expect(due(ScheduleTests.at(1, 11, 12)) == ScheduleTests.at(1, 11, 7))
    #expect(due(ScheduleTests.at(1, 11, 1)) == night)
  }

  @Test func whoGoesOnIsNotTold() {
    var team = Self.team()
    team.rotations[0].people = ["ana"]
    #expect(team.comingShifts(now: ScheduleTests.at(1, 11, 10)).isEmpty)
  }

  @Test func anOverrideIsToldToBoth() {
    let cover = Override(
      id: 7, schedule: "weekly", person: "chidi", from: ScheduleTests.at(1, 11), until: ScheduleTests.at(1, 13))
    let news = Self.team([cover]).news(of: cover, made: true, by: "Dana Weiss", now: ScheduleTests.at(1, 10))
    #expect(news.map(\.person) == ["chidi", "ana", "bo"])
    #expect(Set(news.map(\.key)).count == 3)
    #expect(
      news[1].text
        == "Chidi Okafor stands in for you from 2026-01-11 00:00 until 2026-01-13 00:00 Europe/Berlin. Dana Weiss made the override."
    )
    let back = Self.team([cover]).news(of: cover, made: false, by: "Ana Ruiz", now: ScheduleTests.at(1, 12, 12))
    #expect(back.map(\.person) == ["chidi", "bo"])
    #expect(Self.team([cover]).news(of: cover, made: true, by: "x", now: ScheduleTests.at(1, 14)).isEmpty)
  }

  @Test func aGapIsNamedToTheMinute() {
    var team = Self.team()
    team.schedules = [
      Schedule(
        name: "office", zone: ScheduleTests.berlin,
        layers: [
          Layer(name: "days", rotation: ScheduleTests.rotation(["ana"]), until: Zones.time(2026, 12, 24, 18)),
          Layer(name: "after", rotation: ScheduleTests.rotation(["bo"]), from: Zones.time(2026, 12, 25, 9)),
        ])
    ]
    let holes = Coverage.year(team, from: ScheduleTests.at(6, 1)).holes
    #expect(holes.map(\.text) == ["nobody from 2026-12-24 18:00 to 2026-12-25 09:00 Europe/Berlin"])
    team.people[0].methods = []
    let mute = Coverage.year(team, from: ScheduleTests.at(6, 1)).holes
    #expect(mute.map(\.person) == [nil, "ana", "ana"])
    #expect(mute[1].text.hasPrefix("Ana Ruiz, who has no contact method, "))
  }
}
