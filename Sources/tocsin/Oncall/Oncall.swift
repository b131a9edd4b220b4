import App
import ArgumentParser
import Foundation
import Incidents
import Web

struct Oncall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says who is on call, now and ahead, and changes it.",
    discussion: """
      Example:
        tocsin oncall
        tocsin oncall --days 30 --schedule primary
        tocsin oncall RUNBOOK.md --at 2026-12-24T18:00:00Z
        tocsin oncall override primary bo --until "2026-12-26 09:00"
      """,
    subcommands: [
      OncallShow.self, OncallOverride.self, OncallSwap.self, OncallOverrides.self, OncallTakeBack.self,
    ], defaultSubcommand: OncallShow.self)
}

struct OncallShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Says who is on call now and ahead.",
    discussion: """
      Asks the server; with a runbook or --team it reads the team file instead, without overrides made on a server.

      Example:
        tocsin oncall --days 30 --person bo
        tocsin oncall RUNBOOK.md --ical --schedule primary > primary.ics
      """)

  @Argument(help: "A runbook, to be read here instead of asking the server.") var runbook: String?
  @Option(help: "The team file to read here; else tocsin.yaml beside the runbook.") var team: String?
  @Option(help: "The moment, such as 2026-12-24T18:00:00Z; else now.") var at: String?
  @Option(help: "Lists the shifts of so many days, at most 366.") var days: Int?
  @Option(help: "Only this person's, by the short name in the team file.") var person: String?
  @Option(help: "Only this schedule or rotation.") var schedule: String?
  @Flag(help: "Print a calendar of --person or --schedule (RFC 5545).") var ical = false
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var connection: Connection

  func validate() throws {
    if let days, !(1...366).contains(days) { throw ValidationError("--days is from 1 to 366.") }
    if ical, (person == nil) == (schedule == nil) {
      throw ValidationError("--ical is for one --person or one --schedule.")
    }
    if let at, moment(at) == nil { throw ValidationError("--at is a time such as 2026-12-24T18:00:00Z.") }
  }

  func run() async throws {
    let isHere = runbook != nil || team != nil
    if ical {
      let text = isHere ? try calendarHere() : try await calendarThere()
      return FileHandle.standardOutput.write(Data(text.utf8))
    }
    let answer = isHere ? try reportHere() : try await reportThere()
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let report = try Answer.decode(JSONField.self, from: answer)
    Output.write(OncallText(report: report, listsShifts: days != nil, terminal: .current()).render())
  }

  private func moment(_ text: String) -> Timestamp? {
    WrittenTime.local(text, in: .utc).map { ZoneRules.utc.instant(of: $0) }
  }

  // MARK: here

  private func bound() throws -> Team {
    guard let team = try TeamText.read(named: team, beside: runbook ?? ".")?.team else {
      throw Failure(.missingFile, "There is no tocsin.yaml beside the runbook. Name one with --team.")
    }
    if let person, team.person(person) == nil { throw Failure(.badData, "There is no person \(person).") }
    if let schedule, team.schedule(named: schedule) == nil {
      throw Failure(.badData, "There is no schedule \(schedule).")
    }
    return team
  }

  private var moment: Timestamp { at.flatMap(moment) ?? PacedClock.wall() }

  private func reportHere() throws -> Data {
    let question = OnCallReport.Question(at: moment, days: days ?? 14, person: person, schedule: schedule)
    let runbooks = try runbook.map { [($0, try RunbookFolder.read($0))] } ?? []
    let report = OnCallReport(try bound(), runbooks, question)
    return Data(try Answer.json(report).utf8)
  }

  private func calendarHere() throws -> String {
    let team = try bound()
    let feed =
      person.flatMap(team.person).map { CalendarFeed(person: $0, of: team, now: moment) }
      ?? schedule.flatMap { team.schedule(named: $0) }.map { CalendarFeed(schedule: $0, of: team, now: moment) }
    return feed?.text(now: moment) ?? ""
  }

  // MARK: there

  private func reportThere() async throws -> Data {
    let asked = [("at", at), ("days", days.map(String.init)), ("person", person), ("schedule", schedule)]
    let query = asked.compactMap { name, value in value.map { "\(name)=\(ServerClient.part($0))" } }
    let address = "/api/v1/oncall" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    return try await connection.client().get(address)
  }

  private func calendarThere() async throws -> String {
    let subject = person.map { "person/\(ServerClient.part($0))" } ?? "schedule/\(ServerClient.part(schedule ?? ""))"
    return String(decoding: try await connection.client().get("/api/v1/calendars/\(subject)"), as: UTF8.self)
  }
}
