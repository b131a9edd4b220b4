import Engine
import Foundation
import Hummingbird
import Incidents
import Intake
import Storage

/// The public page for programs: what to publish, what to announce, the page as files.
enum APIStatusHandlers {
  private struct PublishRequest: Decodable {
    var state: String
    var title: String
    var text: String
    var components: [String: String]?
    var nextUpdateMinutes: Int?
    var actor: String?
  }
  private struct AnnounceRequest: Decodable {
    var title: String
    var text: String?
    var components: [String]?
    var starts: String
    var ends: String
  }

  static func read<Wanted: Decodable>(_ visit: Visit, _ type: Wanted.Type = Wanted.self) throws -> Wanted {
    do {
      return try JSONDecoder().decode(Wanted.self, from: visit.json)
    } catch DecodingError.keyNotFound(let key, _) {
      throw Failure.bad("\(key.stringValue): required, but missing.")
    } catch DecodingError.typeMismatch(_, let context) {
      throw Failure.bad("\(context.codingPath.map(\.stringValue).joined(separator: ".")): of the wrong type.")
    } catch {
      throw Failure.bad("The body is not a JSON object.")
    }
  }

  @Sendable static func publish(_ visit: Visit) async throws -> Response {
    let incident = try await APIHandlers.incident(visit)
    let request: PublishRequest = try read(visit)
    guard let state = PublicState(rawValue: request.state) else {
      throw Failure.bad("state: expected one of \(PublicState.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let minutes = min(max(request.nextUpdateMinutes ?? 0, 0), 10_080)
    let update = PublicUpdate(
      incident: incident.id, at: visit.now, state: state, title: String(request.title.prefix(200)),
      text: String(request.text.prefix(8_000)),
      components: state == .resolved ? [:] : try components(request.components ?? [:], visit),
      nextBy: minutes > 0 && state != .resolved ? visit.now + .minutes(minutes) : nil, began: incident.opened)
    let who = try await APIHandlers.actor(request.actor, visit)
    try await APIHandlers.refusing { try await visit.context.acts.publish(update, by: who) }
    await visit.site.remakeStatus()
    return try Reply.json(try await APIHandlers.whole(incident.id, visit))
  }

  static func components(_ given: [String: String], _ visit: Visit) throws -> [String: ComponentState] {
    let known = (visit.site.status.board()?.parts ?? []).map(\.component.id)
    var states: [String: ComponentState] = [:]
    for (id, word) in given {
      guard known.contains(id) else {
        throw Failure.refused("components: expected some of \(known.joined(separator: ", ")).")
      }
      guard let state = ComponentState(rawValue: word) else {
        let words = ComponentState.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure.bad("components.\(id): expected one of \(words).")
      }
      states[id] = state
    }
    return states
  }

  /// The page's sentence, parts and announced work, with the numbers by which they are called.
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    await visit.site.remakeStatus()
    guard let board = visit.site.status.board() else { throw Failure.unavailable("The store does not answer.") }
    let untruths = try await visit.site.untruths()
    let tree: JSONTree = .object([
      "sentence": .text(board.sentence), "indicator": .text(board.indicator),
      "components": .list(
        board.parts.map { part in
          .object([
            "id": .text(part.component.id), "name": .text(part.component.name), "state": .text(part.state.rawValue),
            "uptime": part.days.uptime.map { .text(StatusWords.percent($0)) } ?? .null,
            "reach": .text(StatusWords.reach(part.days)),
          ])
        }),
      "maintenance": .list(
        (board.running + board.upcoming).map { work in
          .object([
            "id": .number(Int(work.id)), "title": .text(work.title), "starts": .text(CivilTime(work.starts).rfc3339),
            "ends": .text(CivilTime(work.ends).rfc3339), "stage": .text(work.stage(board.now).rawValue),
          ])
        }), "untrue": .list(untruths.map { .text($0.fact) }),
    ])
    return Reply.written(tree.bytes)
  }

  @Sendable static func export(_ visit: Visit) async throws -> Response {
    await visit.site.remakeStatus()
    guard let files = visit.site.status.export() else { throw Failure.unavailable("The store does not answer.") }
    let pairs = files.map { ($0.path, JSONTree.text(String(decoding: $0.bytes, as: UTF8.self))) }
    return Reply.written(JSONTree.object(["files": .object(Dictionary(pairs) { first, _ in first })]).bytes)
  }

  @Sendable static func announce(_ visit: Visit) async throws -> Response {
    let request: AnnounceRequest = try read(visit)
    let known = (visit.site.status.board()?.parts ?? []).map(\.component.id)
    let wanted = request.components ?? []
    guard wanted.allSatisfy(known.contains) else {
      throw Failure.refused("components: expected some of \(known.joined(separator: ", ")).")
    }
    let work = Maintenance(
      id: visit.context.newID(), title: String(request.title.prefix(200)),
      text: String((request.text ?? "").prefix(8_000)),
      components: wanted, starts: EventTime.read(request.starts) ?? Timestamp(microseconds: 0),
      ends: EventTime.read(request.ends) ?? Timestamp(microseconds: 0), announced: visit.now)
    if let problem = AnnouncementHandlers.problem(of: work, now: visit.now) { throw Failure.refused(problem) }
    _ = try await visit.context.write(PublicStatements.announced(work))
    return try await show(visit)
  }

  @Sendable static func cancel(_ visit: Visit) async throws -> Response {
    try await AnnouncementHandlers.cancel(visit.parameter("id"), visit)
    return try await show(visit)
  }
}
