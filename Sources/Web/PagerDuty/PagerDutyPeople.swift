import Hummingbird
import Incidents
import Runbooks

/// `GET /oncalls`, `/schedules`, `/services`, `/users`: who answers for what, out of the runbook and the team file.
enum PagerDutyPeople {
  private struct OnCall: Encodable {
    var escalation_policy: PagerDutyREST.Reference
    var escalation_level: Int
    var schedule: PagerDutyREST.Reference?
    var user: PagerDutyREST.Reference
    var start: String?
    var end: String?

    /// The API shows what is absent as null.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(escalation_policy, forKey: .escalation_policy)
      try container.encode(escalation_level, forKey: .escalation_level)
      try container.encode(schedule, forKey: .schedule)
      try container.encode(user, forKey: .user)
      try container.encode(start, forKey: .start)
      try container.encode(end, forKey: .end)
    }
    private enum CodingKeys: String, CodingKey { case escalation_policy, escalation_level, schedule, user, start, end }
  }

  @Sendable static func onCalls(_ visit: Visit) async throws -> Response {
    let (team, origin) = (visit.context.shelf.team(), visit.context.origin)
    var all: [OnCall] = []
    for runbook in visit.context.shelf.current() {
      var seen: [String] = []
      for rung in runbook.runbook.escalation where !seen.contains(rung.target) {
        seen.append(rung.target)
        for part in team.parts(of: rung.target) {
          let schedule = team.binding(for: part).flatMap { team.schedule(behind: $0)?.0 }
          for person in team.holders(of: part, at: visit.now) {
            all.append(
              OnCall(
                escalation_policy: .policy(runbook, origin), escalation_level: seen.count,
                schedule: schedule.map { .schedule($0.name, origin) }, user: .person(person, origin), start: nil,
                end: schedule?.endOfDuty(at: visit.now).map(rfc3339)))
          }
        }
      }
    }
    return try PagerDutyREST.page("oncalls", all.filter { wanted($0, visit) }, visit)
  }

  private static func wanted(_ onCall: OnCall, _ visit: Visit) -> Bool {
    func fits(_ name: String, _ id: String?) -> Bool {
      let asked = visit.queries(name + "[]")
      return asked.isEmpty || asked.contains(id ?? "")
    }
    return fits("schedule_ids", onCall.schedule?.id) && fits("user_ids", onCall.user.id)
      && fits("escalation_policy_ids", onCall.escalation_policy.id)
  }

  private struct Schedule: Encodable {
    var id: String
    var type = "schedule"
    var summary: String
    var `self`: String
    var html_url: String?
    var name: String
    var time_zone = "UTC"
    var description = ""
    var escalation_policies: [PagerDutyREST.Reference]
    var users: [PagerDutyREST.Reference]
    var teams: [String] = []
  }

  @Sendable static func schedules(_ visit: Visit) async throws -> Response {
    let query = visit.query("query")?.lowercased() ?? ""
    return try PagerDutyREST.page(
      "schedules", all(visit).filter { query.isEmpty || $0.name.lowercased().contains(query) }, visit)
  }

  @Sendable static func schedule(_ visit: Visit) async throws -> Response {
    struct Whole: Encodable { var schedule: Schedule }
    guard let schedule = all(visit).first(where: { $0.id == visit.parameter("id") }) else { throw Failure.notFound }
    return try Reply.json(Whole(schedule: schedule))
  }

  private static func all(_ visit: Visit) -> [Schedule] {
    let (team, origin) = (visit.context.shelf.team(), visit.context.origin)
    return team.allSchedules.map { schedule in
      Schedule(
        id: schedule.name, summary: schedule.name, self: "\(origin)/schedules/\(schedule.name)", name: schedule.name,
        time_zone: schedule.zone.name, escalation_policies: visit.context.shelf.current().map { .policy($0, origin) },
        users: schedule.people.map { .person($0, team, origin) })
    }
  }

  private struct Service: Encodable {
    var id: String
    var type = "service"
    var summary: String
    var `self`: String
    var html_url: String
    var name: String
    var description: String
    var status: String
    var escalation_policy: PagerDutyREST.Reference
    var teams: [String] = []
  }

  @Sendable static func services(_ visit: Visit) async throws -> Response {
    let origin = visit.context.origin
    let services = visit.context.shelf.current().map { runbook in
      let id = PagerDutyREST.identifier(runbook)
      return Service(
        id: id, summary: PagerDutyREST.title(runbook), self: "\(origin)/services/\(id)", html_url: "\(origin)/runbook",
        name: PagerDutyREST.title(runbook), description: "The runbook \(runbook.fileName)", status: "active",
        escalation_policy: .policy(runbook, origin))
    }
    return try PagerDutyREST.page("services", services, visit)
  }

  private struct User: Encodable {
    var id: String
    var type = "user"
    var summary: String
    var `self`: String
    var name: String
    var time_zone: String
    var teams: [String] = []
  }

  @Sendable static func users(_ visit: Visit) async throws -> Response {
    let origin = visit.context.origin
    let users = visit.context.shelf.team().people.map {
      User(
        id: $0.id, summary: $0.name, self: "\(origin)/users/\($0.id)", name: $0.name, time_zone: $0.zone ?? "UTC")
    }
    return try PagerDutyREST.page("users", users, visit)
  }
}
