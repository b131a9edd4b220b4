import Foundation
import HTTPTypes
import Incidents
import Storage
import Testing

@testable import Web

/// Overrides, swaps, calendars and the month, as the API and a browser without script use them.
@Suite struct OnCallTests {
  static var team: Team {
    var team = Night.team
    // Monday 2026-02-09, 00:00 UTC, weekly; the night of the tests is in Ana's week.
    let start = LocalTime(day: CivilTime.days(year: 2026, month: 2, day: 9), minute: 0)
    team.rotations = [Rotation(name: "weekly", people: ["ana", "bo"], start: start, notice: .hours(24))]
    team.roles[0].holder = .rotation("weekly", position: 1)
    return team
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func anOverrideHoldsAtOnceAndIsTakenBack() async throws {
    let harbour = try await Harbour(team: Self.team)
    let token = try harbour.makeToken(.respond)
    let until = CivilTime(harbour.clock.now + .hours(6)).rfc3339
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let body = #"{"schedule":"weekly","person":"chidi","until":"\#(until)","note":"dentist","actor":"dana"}"#
      let made = try await visitor.json("/api/v1/overrides", body, headers: bearer)
      made.expect(.created)
      let row = try #require((try object(made.text)["overrides"] as? [[String: Any]])?.first)
      let id = try #require(row["id"] as? String)
      let report = try object(try await visitor.get("/api/v1/oncall", headers: bearer).text)
      let primary = try #require((report["roles"] as? [[String: Any]])?.first?["people"] as? [[String: Any]])
      #expect(primary.first?["id"] as? String == "chidi")
      #expect(
        (primary.first?["by"] as? String)?.hasPrefix("on call by override of weekly (made by dana) until ") == true)
      let taken = try await visitor.client.execute(
        uri: "/api/v1/overrides/\(id)", method: .delete, headers: bearer)
      taken.expect(.noContent)
      let after = try object(try await visitor.get("/api/v1/overrides", headers: bearer).text)
      #expect((after["overrides"] as? [Any])?.isEmpty == true)
    }
    let told = try await harbour.database.read(NoticeQueries.of("chidi"))
    #expect(told.map(\.status) == [.pending, .sent, .pending] || told.filter { $0.status == .pending }.count == 2)
    #expect(try await harbour.database.read(NoticeQueries.of("ana")).count == 2)
  }

  @Test(arguments: [
    (#"{"schedule":"none","person":"bo","until":"2026-12-01"}"#, "schedule: expected one of weekly."),
    (#"{"schedule":"weekly","person":"zoe","until":"2026-12-01"}"#, "person: expected one of ana, bo, chidi."),
    (#"{"schedule":"weekly","person":"bo","until":"soon"}"#, "until: expected a time such as"),
    (#"{"schedule":"weekly","person":"bo","until":"2020-01-01"}"#, "The override ends before it begins."),
    (#"{"schedule":"weekly","person":"bo","instead":"bo","until":"2026-12-01"}"#, "does not stand in for themselves"),
    (#"{"schedule":"weekly","person":"bo","from":"2026-02-30","until":"2026-12-01"}"#, "from: expected a time"),
  ])
  func whatCannotBeIsRefusedInWords(body: String, words: String) async throws {
    let harbour = try await Harbour(team: Self.team)
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let answer = try await visitor.json("/api/v1/overrides", body, headers: [.authorization: "Bearer \(token)"])
      answer.expect(.unprocessableContent)
      answer.expect(contains: words)
    }
  }

  @Test func twoPeopleSwapTheirNextShifts() async throws {
    let harbour = try await Harbour(team: Self.team)
    let token = try harbour.makeToken(.respond)
    try await harbour.visit { visitor in
      let body = #"{"schedule":"weekly","person":"ana","with":"bo"}"#
      let made = try await visitor.json("/api/v1/swaps", body, headers: [.authorization: "Bearer \(token)"])
      made.expect(.created)
      let rows = try #require(try object(made.text)["overrides"] as? [[String: Any]])
      #expect(rows.map { $0["person"] as? String } == ["bo", "ana"])
      #expect(rows.map { $0["instead"] as? String } == ["ana", "bo"])
    }
    let swapped = harbour.shelf.team().schedule(named: "weekly")
    #expect(
      swapped?.person(
        at: ZoneRules.utc.instant(of: LocalTime(day: CivilTime.days(year: 2026, month: 2, day: 17), minute: 0)))
        == "ana")
  }

  @Test func theMonthAndItsFormsWorkWithoutScript() async throws {
    let harbour = try await Harbour(team: Self.team)
    try await harbour.visit { stranger in
      let visitor = try await harbour.signIn(stranger)
      let page = try await visitor.get("/on-call?month=2026-02")
      page.expect(.ok)
      page.expect(contains: "weekly, February 2026, on the clocks of UTC")
      page.expect(
        contains: #"<time datetime="2026-02-16" data-weekday="Mon">16</time><span class="turn">Bo Lindqvist</span>"#)
      let made = try await visitor.post(
        "/on-call/overrides",
        [
          "schedule": "weekly", "person": "chidi", "instead": "bo", "from": "2026-02-17T10:00",
          "until": "2026-02-17T12:00",
        ])
      #expect(made.status == .seeOther && made.location == "/on-call")
      let after = try await visitor.get("/on-call?month=2026-02")
      after.expect(contains: #"<span class="at">10:00 </span>Chidi Okafor"#)
      after.expect(contains: "Take back")
      let refused = try await visitor.post(
        "/on-call/overrides", ["schedule": "weekly", "person": "chidi", "until": "x"])
      refused.expect(.unprocessableContent)
      refused.expect(contains: "until: expected a time such as 2026-12-24 18:00, on the clocks of UTC.")
    }
  }

  @Test func aCalendarsAddressIsSecretAndCanBeRevoked() async throws {
    let harbour = try await Harbour(team: Self.team)
    let token = try harbour.makeToken(.read)
    try await harbour.visit { stranger in
      let visitor = try await harbour.signIn(stranger)
      let made = try await visitor.post("/on-call/calendars", ["subject": "person:bo"])
      let match = try #require(
        made.text.firstMatch(of: #/http:\/\/127\.0\.0\.1:7070(\/calendar\/[A-Za-z0-9_-]{43}\.ics)/#))
      let address = String(match.1)
      let feed = try await stranger.get(address)
      feed.expect(.ok)
      #expect(feed.headers[.contentType] == "text/calendar; charset=utf-8")
      feed.expect(contains: "SUMMARY:Bo Lindqvist on call: weekly")
      #expect(!feed.text.contains("Ana Ruiz on call"))
      let link = try #require(try await harbour.database.read(CalendarLinkQueries.all).first)
      try await visitor.post("/on-call/calendars/\(link.id)/revoke").expect(.seeOther)
      try await stranger.get(address).expect(.notFound)
      try await stranger.get("/calendar/x.ics").expect(.notFound)
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      try await stranger.get("/api/v1/calendars/schedule/weekly", headers: bearer).expect(contains: "BEGIN:VCALENDAR")
      try await stranger.get("/api/v1/calendars/schedule/none", headers: bearer).expect(.notFound)
      try await stranger.get("/api/v1/calendars/schedule/weekly").expect(.unauthorized)
    }
  }
}
