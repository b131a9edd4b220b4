import Engine
import Foundation
import Hummingbird
import Incidents
import Runbooks
import Storage

/// What a program asks an act to do.
struct ActRequest: Decodable {
  var title: String?
  var text: String?
  var reason: String?
  var severity: String?
  var scenario: String?
  var runbook: String?
  /// Identifier of a runbook revision.
  var revision: String?
  /// A rung; for a tick the step's words, which `RoomFields` reads.
  var step: Step?
  /// internal, external or both.
  var audience: String?
  var clock: String?
  var answer: String?
  var owner: String?
  var due: String?
  var priority: String?
  var number: Int?
  var drill: Bool?
  /// Words of a situation, and whether it holds; it does unless `holds` is false.
  var situation: String?
  var holds: Bool?
  /// Whom an incident is offered to.
  var to: String?
  /// On whose behalf, where the token belongs to nobody.
  var actor: String?
  /// Of the room's acts, which `RoomFields` reads; here only so that a wrong type is refused.
  var check: String?
  var remark: String?
  var role: String?
  var into: String?
  var with: String?
  var people: String?
  var admit: String?
  var exclude: String?
  var done: Bool?
  var leave: Bool?
  var open: Bool?

  struct Step: Decodable {
    var rung: Int?

    init(from decoder: any Decoder) throws { rung = try? decoder.singleValueContainer().decode(Int.self) }
  }

  /// An empty body asks for nothing more.
  static func read(_ visit: Visit) throws -> ActRequest {
    guard !visit.body.isEmpty else { return ActRequest() }
    do {
      return try JSONDecoder().decode(ActRequest.self, from: visit.json)
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
      let place = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw Failure.bad("\(place.isEmpty ? "body" : place): of the wrong type.")
    } catch {
      throw Failure.bad("The body is not a JSON object.")
    }
  }

  /// nil: the one that is in force.
  var revisionNumber: Int64? {
    get throws {
      guard let revision else { return nil }
      guard let number = Int64(revision) else { throw Failure.bad("revision: expected the number of a revision.") }
      return number
    }
  }

  func needed(_ value: String?, _ name: String) throws -> String {
    guard let value, value.contains(where: { !$0.isWhitespace }) else {
      throw Failure.bad("\(name): required, but missing or blank.")
    }
    return value
  }
}

extension APIHandlers {
  /// Opens an incident; answers with the whole of it.
  @Sendable static func declare(_ visit: Visit) async throws -> Response {
    let request = try ActRequest.read(visit)
    let id = try await refusing {
      try await visit.context.acts.declare(
        Declaration(
          title: try request.needed(request.title, "title"), severity: request.severity, scenario: request.scenario,
          runbook: request.runbook, isDrill: request.drill ?? false),
        by: try await actor(request.actor, visit))
    }
    return try Reply.json(try await whole(id, visit), status: .created)
  }

  /// Acts on an incident; answers with the whole of it as it is afterwards.
  @Sendable static func act(_ visit: Visit) async throws -> Response {
    let incident = try await incident(visit)
    guard let act = RoomHandlers.Act(rawValue: visit.parameter("act")) else { throw Failure.notFound }
    let request = try ActRequest.read(visit)
    let who = try await actor(request.actor, visit)
    try await refusing {
      let fields = RoomFields(json: visit.json)
      if try await RoomHandlers.join(act, fields, incident, by: who, visit) { return }
      if let what = try act.inRoom(fields) {
        return try await visit.context.acts.perform(what, on: incident.id, by: who)
      }
      try await carryOut(act, incident.id, request, who, visit.context.acts)
    }
    return try Reply.json(try await whole(incident.id, visit))
  }

  private static func carryOut(
    _ act: RoomHandlers.Act, _ id: Int64, _ request: ActRequest, _ who: String, _ acts: any Acts
  ) async throws {
    switch act {
    case .acknowledge: try await acts.acknowledge(id, by: who, via: "the API")
    case .resolve: try await acts.resolve(id, by: who, reason: request.reason)
    case .reopen: try await acts.reopen(id, by: who)
    case .note: try await acts.note(id, text: try request.needed(request.text, "text"), by: who)
    case .update:
      try await acts.postUpdate(
        id, text: try request.needed(request.text, "text"), audience: try audience(request.audience), by: who)
    case .clock, .item, .done: try await keep(act, id, request, who, acts)
    case .severity:
      try await acts.changeSeverity(id, to: try request.needed(request.severity, "severity"), by: who)
    case .scenario: try await acts.changeScenario(id, to: request.scenario, by: who)
    case .forget: try await acts.forgetScenario(id, by: who)
    case .runbook: try await acts.moveRunbook(id, to: try request.revisionNumber, by: who)
    case .page:
      guard let step = request.step?.rung else { throw Failure.bad("step: required, but missing.") }
      try await acts.pageNow(id, step: step, by: who)
    case .situation:
      try await acts.situation(
        id, try request.needed(request.situation, "situation"), holds: request.holds ?? true, by: who)
    case .handover: try await acts.handOver(id, to: try request.needed(request.to, "to"), by: who)
    default: throw Failure.notFound
    }
  }

  private static func keep(
    _ act: RoomHandlers.Act, _ id: Int64, _ request: ActRequest, _ who: String, _ acts: any Acts
  ) async throws {
    switch act {
    case .clock:
      let known = ClockAnswer.allCases.map(\.rawValue).joined(separator: ", ")
      guard let answer = request.answer.flatMap(ClockAnswer.init) else {
        throw Failure.bad("answer: expected one of \(known).")
      }
      try await acts.answer(id, clock: try request.needed(request.clock, "clock"), answer, by: who)
    case .done:
      guard let number = request.number else { throw Failure.bad("number: required, but missing.") }
      try await acts.finishItem(id, number: number, by: who)
    default:
      guard let priority = ActionItem.Priority(rawValue: request.priority ?? "medium") else {
        throw Failure.bad("priority: expected one of high, medium, low.")
      }
      let item = NewItem(
        text: try request.needed(request.text, "text"), owner: request.owner ?? "", due: request.due ?? "",
        priority: priority)
      try await acts.addItem(id, item, by: who)
    }
  }

  private static func audience(_ word: String?) throws -> Cadence.Audience {
    guard let word, !word.isEmpty else { return .both }
    guard let audience = Cadence.Audience(rawValue: word) else {
      throw Failure.bad("audience: expected one of internal, external, both.")
    }
    return audience
  }

  /// The person behind the token's account; a token of nobody may say for whom it speaks.
  static func actor(_ said: String?, _ visit: Visit) async throws -> String {
    if let id = visit.token?.account,
      let account = try await visit.context.database.read(AccountQueries.byId(id)).first
    {
      return Doorkeeper.actor(account)
    }
    // A line break or a NUL is no part of a name.
    let name = (said ?? "").prefix(64).filter { !$0.unicodeScalars.contains { $0.value < 0x20 } }
    return name.isEmpty ? visit.token?.name ?? "API" : name
  }

  /// A refusal of the engine is 409, in its own words.
  static func refusing<T>(_ body: () async throws -> T) async throws -> T {
    do {
      return try await body()
    } catch let refusal as Refusal {
      throw Failure(.conflict, "refused", Notice(title: "Not done", words: refusal.message, link: nil))
    }
  }
}
