import Foundation
import Hummingbird
import Incidents
import Storage

/// Who is on call, and the overrides that change it.
enum APIOnCall {
  @Sendable static func report(_ visit: Visit) async throws -> Response {
    let team = visit.context.shelf.team()
    var question = OnCallReport.Question(at: visit.now)
    if let text = visit.query("at") {
      guard let at = Instant.read(text, in: .utc) else { throw Failure.bad("at: expected 2026-12-24T18:00:00Z.") }
      question.at = at
    }
    if let text = visit.query("days") {
      guard let days = Int(text), (1...366).contains(days) else { throw Failure.bad("days: expected 1 to 366.") }
      question.days = days
    }
    question.person = visit.query("person")
    question.schedule = visit.query("schedule")
    if let person = question.person, team.person(person) == nil { throw missing("There is no person \(person).") }
    if let name = question.schedule, team.schedule(named: name) == nil {
      throw missing("There is no schedule \(name).")
    }
    let runbooks = visit.context.shelf.current().map { ($0.fileName, $0.runbook) }
    return try Reply.json(OnCallReport(team, runbooks, question))
  }

  private static func missing(_ words: String) -> Failure {
    Failure(.notFound, "not_found", Notice(title: "", words: words, link: nil))
  }

  @Sendable static func overrides(_ visit: Visit) async throws -> Response {
    struct Listing: Encodable { var overrides: [OverrideJSON] }
    let team = visit.context.shelf.team()
    let live = team.overrides.filter { $0.until > visit.now }
    return try Reply.json(Listing(overrides: live.map { OverrideJSON($0, team) }))
  }

  @Sendable static func override(_ visit: Visit) async throws -> Response {
    let wanted = try read(visit)
    let team = visit.context.shelf.team()
    let by = try await APIHandlers.actor(wanted.actor, visit)
    let made = try OverrideDesk.override(wanted.fields, team, by: by, now: visit.now)
    return try await answer([made], visit)
  }

  /// Two people exchange their next shifts.
  @Sendable static func swap(_ visit: Visit) async throws -> Response {
    let wanted = try read(visit)
    let team = visit.context.shelf.team()
    let by = try await APIHandlers.actor(wanted.actor, visit)
    return try await answer(OverrideDesk.swap(wanted.fields, team, by: by, now: visit.now), visit)
  }

  @Sendable static func withdraw(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("id")) else { throw Failure.notFound }
    try await OverrideDesk.withdraw(id, by: visit.actor, visit)
    return Response(status: .noContent)
  }

  private static func answer(_ overrides: [Override], _ visit: Visit) async throws -> Response {
    struct Made: Encodable { var overrides: [OverrideJSON] }
    let made = try await OverrideDesk.keep(overrides, visit)
    let team = visit.context.shelf.team()
    return try Reply.json(Made(overrides: made.map { OverrideJSON($0, team) }), status: .created)
  }

  private struct Wanted: Decodable {
    var schedule: String?
    var person: String?
    var instead: String?
    var with: String?
    var from: String?
    var until: String?
    var note: String?
    var actor: String?

    var fields: OverrideDesk.Fields {
      OverrideDesk.Fields(
        schedule: schedule ?? "", person: person ?? "", instead: instead ?? with ?? "", from: from ?? "",
        until: until ?? "", note: note ?? "")
    }
  }

  private static func read(_ visit: Visit) throws -> Wanted {
    guard let wanted = try? JSONDecoder().decode(Wanted.self, from: visit.json) else {
      throw Failure.bad("The body is not a JSON object of texts.")
    }
    return wanted
  }
}

struct OverrideJSON: Encodable {
  /// Absent for one of the team file, which is taken back there.
  var id: String?
  var schedule: String
  var person: String
  var name: String
  var instead: String?
  var from: String
  var until: String
  var by: String
  var note: String

  init(_ override: Override, _ team: Team) {
    id = override.id > 0 ? String(override.id) : nil
    schedule = override.schedule
    person = override.person
    name = team.person(override.person)?.name ?? override.person
    instead = override.instead
    from = rfc3339(override.from)
    until = rfc3339(override.until)
    by = override.by
    note = override.note
  }
}
