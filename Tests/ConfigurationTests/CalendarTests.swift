import App
import Incidents
import Testing

/// The team's working days, from the team file to a due time.
@Suite struct CalendarTests {
  private func calendar(_ text: String, holidays: String = "[]") throws(TeamFileErrors) -> BusinessCalendar {
    try TeamFileTests.read("calendar: \(text)\nholidays: \(holidays)").team.workingDays
  }

  private func close(_ calendar: BusinessCalendar, _ days: Int, after moment: String) throws -> String {
    CivilTime(calendar.close(days: days, after: try #require(WrittenTime.moment(moment)))).rfc3339
  }

  @Test func nextBusinessDayEndsAtTheLocalClose() throws {
    let berlin = try calendar(
      #"{ zone: Europe/Berlin, days: mon-fri, hours: "09:00-17:30" }"#, holidays: "[2026-12-25: Christmas, 2026-12-28]")
    // A Wednesday, then the day before Christmas; winter and summer time.
    #expect(try close(berlin, 1, after: "2026-02-11T12:00:00Z") == "2026-02-12T16:30:00Z")
    #expect(try close(berlin, 1, after: "2026-12-24T12:00:00Z") == "2026-12-29T16:30:00Z")
    #expect(try close(berlin, 1, after: "2026-07-03T12:00:00Z") == "2026-07-06T15:30:00Z")
    // Friday night in UTC is Saturday in Berlin already.
    #expect(try close(berlin, 0, after: "2026-02-13T23:30:00Z") == "2026-02-16T16:30:00Z")
    #expect(try close(berlin, 0, after: "2026-02-12T08:00:00Z") == "2026-02-12T16:30:00Z")
  }

  @Test func aCalendarWithoutWorkingDaysEndsInsteadOfTurning() throws {
    var none = BusinessCalendar.assumed
    none.weekdays = []
    #expect(try close(none, 3, after: "2026-02-11T12:00:00Z").hasPrefix("2028-"))
  }

  @Test(arguments: [
    ("{ zone: Europe/Belrin }", "did you mean `Europe/Berlin`?"), ("{ days: someday }", "write `mon-fri`"),
    ("{ days: fri-mom }", "write `mon-fri`"),
    ("{ hours: \"9-5\" }", "write `\"09:00-17:00\"`"), ("{ hours: \"17:00-09:00\" }", "do not end after"),
    ("{ holidays: [2026-12-25] }", "write them under `holidays`"), ("{ zome: UTC }", "did you mean `zone`?"),
  ])
  func whatIsWrongIsSaidWithARemedy(text: String, remedy: String) throws {
    let errors = #expect(throws: TeamFileErrors.self) { try calendar(text) }
    let said = errors?.issues.map { $0.message + " " + $0.hint }.joined(separator: " ") ?? ""
    #expect(said.contains(remedy))
  }
}
