import Foundation
import HTTPTypes
import Hummingbird
import Incidents
import Intake
import Storage

/// Alertmanager's API v2 for silences. A silence that a key sets covers that key's alerts; one that a token sets covers
/// all.
enum AlertmanagerSilences {
  /// Silences that ended are still listed for so long.
  private static let kept = Span.days(5)

  @Sendable static func list(_ visit: Visit) async throws -> Response {
    let door = try await AlertmanagerDoor.admit(visit, token: .read)
    let filter = try AlertmanagerFilter(visit)
    let all = try await visit.context.database.read(SilenceQueries.all(endedAfter: visit.now - kept))
    let shown = all.filter { door.reaches($0) && filter.takes($0) }
    return try Reply.json(shown.sorted(by: { order($0, visit.now) < order($1, visit.now) }).map { json($0, visit.now) })
  }

  /// Those that hold first, the soonest end first; then those to come; then those that are over, the latest first.
  private static func order(_ silence: Silence, _ now: Timestamp) -> (Int, Int64, String) {
    switch silence.state(at: now) {
    case .active: (0, silence.ends.microseconds, silence.id)
    case .pending: (1, silence.starts.microseconds, silence.id)
    case .expired: (2, 0 &- silence.ends.microseconds, silence.id)
    }
  }

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    let door = try await AlertmanagerDoor.admit(visit, token: .read)
    if let refusal = try malformed(visit) { return refusal }
    let found = try await visit.context.database.read(SilenceQueries.byId(visit.parameter("id"))).first
    guard let silence = found, door.reaches(silence) else { return Response(status: .notFound) }
    return try Reply.json(json(silence, visit.now))
  }

  @Sendable static func set(_ visit: Visit) async throws -> Response {
    struct Made: Encodable { var silenceID: String }
    let door = try await AlertmanagerDoor.admit(visit, token: .respond)
    do {
      var wanted = try AlertmanagerSilence.read(visit.body, now: visit.now)
      wanted.integration = door.integration
      return try Reply.json(
        Made(silenceID: try await visit.context.acts.silence(wanted, reaching: door.integration)))
    } catch let error as IntakeError {
      return try AlertmanagerReply.invalid(error)
    } catch let refusal as SilenceRefusal {
      return AlertmanagerReply.text(refusal.message, refusal == .notFound ? .notFound : .badRequest)
    }
  }

  @Sendable static func expire(_ visit: Visit) async throws -> Response {
    let door = try await AlertmanagerDoor.admit(visit, token: .respond)
    if let refusal = try malformed(visit) { return refusal }
    do {
      try await visit.context.acts.expireSilence(visit.parameter("id"), reaching: door.integration)
      return Response(status: .ok)
    } catch let refusal as SilenceRefusal {
      // Alertmanager itself answers 500 here, and 404 from version 0.28 on.
      return AlertmanagerReply.text(refusal.message, .notFound)
    }
  }

  private static func malformed(_ visit: Visit) throws -> Response? {
    let id = visit.parameter("id")
    guard UUID(uuidString: id) == nil else { return nil }
    return try AlertmanagerReply.coded(
      601, "silenceID in path must be of type uuid: \"\(id.prefix(80))\"", .unprocessableContent)
  }

  // MARK: JSON

  private struct SilenceJSON: Encodable {
    struct Status: Encodable { var state: String }
    struct MatcherJSON: Encodable {
      var isEqual: Bool
      var isRegex: Bool
      var name: String
      var value: String
    }
    var id: String
    var status: Status
    var updatedAt: String
    var comment: String
    var createdBy: String
    var endsAt: String
    var startsAt: String
    var matchers: [MatcherJSON]
  }

  private static func json(_ silence: Silence, _ now: Timestamp) -> SilenceJSON {
    SilenceJSON(
      id: silence.id, status: .init(state: silence.state(at: now).rawValue),
      updatedAt: AlertmanagerJSON.time(silence.updated), comment: silence.comment, createdBy: silence.by,
      endsAt: AlertmanagerJSON.time(silence.ends), startsAt: AlertmanagerJSON.time(silence.starts),
      matchers: silence.matchers.map {
        .init(
          isEqual: $0.comparison.isEqual, isRegex: $0.comparison.isRegex, name: $0.name, value: $0.value)
      })
  }
}

extension AlertmanagerDoor {
  func reaches(_ silence: Silence) -> Bool { integration == nil || silence.integration == integration }
}
