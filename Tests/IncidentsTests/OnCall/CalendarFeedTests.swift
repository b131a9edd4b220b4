import Incidents
import Testing

/// The calendar's text by the rules of RFC 5545; a public reader reads it in CommandTests.
@Suite struct CalendarFeedTests {
  static let now = ScheduleTests.at(1, 7, 3)
  static let team = Team(
    people: [
      Person(
        id: "ana",
        name: "Ana Ruiz; \"the first\", \\ señora of the very long name that no line of a calendar holds ✦✦✦✦✦"),
      Person(id: "bo", name: "Bo Lindqvist"),
    ], rotations: [Rotation(name: "weekly", people: ["ana", "bo"], start: ScheduleTests.at(1, 5, 9))])

  private func lines() throws -> [String] {
    let schedule = try #require(Self.team.schedule(named: "weekly"))
    let text = CalendarFeed(schedule: schedule, of: Self.team, now: Self.now).text(now: Self.now)
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    return text.split(separator: "\r\n").map(String.init)
  }

  @Test func noLineIsLongerThan75OctetsAndNoneHoldsABareLineBreak() throws {
    let lines = try lines()
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\r") })
    #expect(lines.contains { $0.hasPrefix(" ") })
  }

  @Test func unfoldedLinesSayWhatWasMeant() throws {
    var whole: [String] = []
    for line in try lines() {
      if line.hasPrefix(" "), let last = whole.indices.last {
        whole[last] += line.dropFirst()
      } else {
        whole.append(line)
      }
    }
    #expect(
      whole.contains(
        "SUMMARY:Ana Ruiz\\; \"the first\"\\, \\\\ señora of the very long name that no line of a calendar holds ✦✦✦✦✦ on call: weekly"
      ))
    #expect(whole.contains("DTSTART:20260105T080000Z") && whole.contains("DTEND:20260112T080000Z"))
    #expect(whole.contains("DTSTAMP:20260107T020000Z"))
  }

  @Test func identifiersStayAndAreDifferent() throws {
    let early = try identifiers(at: Self.now)
    let later = try identifiers(at: Self.now + .days(30))
    #expect(Set(early).count == early.count)
    let common = Set(early).intersection(later)
    #expect(common.count > 40 && early.contains("UID:weekly.ana.1767600000@tocsin"))
  }

  private func identifiers(at now: Timestamp) throws -> [String] {
    let schedule = try #require(Self.team.schedule(named: "weekly"))
    let text = CalendarFeed(schedule: schedule, of: Self.team, now: now).text(now: now)
    return text.split(separator: "\r\n").map(String.init).filter { $0.hasPrefix("UID:") }
  }

  @Test func aPersonsCalendarHoldsTheirShiftsOfEverySchedule() {
    var team = Self.team
    team.schedules = [ScheduleTests.schedule]
    team.people.append(Person(id: "dana", name: "Dana Weiss"))
    let feed = CalendarFeed(person: Person(id: "bo", name: "Bo Lindqvist"), of: team, now: Self.now)
    let text = feed.text(now: Self.now)
    #expect(text.contains("Bo Lindqvist on call: weekly") && text.contains("Bo Lindqvist on call: primary"))
    #expect(!text.contains("Dana Weiss on call"))
  }
}
