import Foundation
import HTTPTypes
import Hummingbird
import Incidents
import Storage

/// Reports of jobs: the addresses of healthchecks.io, Opsgenie, Grafana OnCall and Gatus.
enum HeartbeatHandlers {
  /// What a job says is kept to this length.
  static let saidBytes = 10_240

  /// `/ping/KEY/SLUG`, `/start`, `/fail`, `/log` or an exit code; by GET, HEAD or POST.
  /// https://healthchecks.io/docs/http_api/
  @Sendable static func ping(_ visit: Visit) async throws -> Response {
    guard let key = await visit.site.keys.check(visit.parameter("key"), now: visit.now) else {
      return Reply.text("not found", status: .notFound)
    }
    if let rid = visit.query("rid"), UUID(uuidString: rid) == nil {
      return Reply.text("invalid uuid format", status: .badRequest)
    }
    var said = StorableText.of(String(decoding: visit.body.prefix(saidBytes), as: UTF8.self))
    let kind: HeartbeatPing.Kind
    switch visit.parameter("what") {
    case "": kind = .success
    case "start": kind = .start
    case "fail": kind = .fail
    case "log": kind = .log
    case let word:
      guard let code = UInt8(word) else { return Reply.text("invalid url format", status: .badRequest) }
      kind = code == 0 ? .success : .fail
      if code != 0 { said = "exit code \(code)\n\(said)" }
    }
    try await take(visit, key, visit.parameter("slug"), kind, said)
    return Reply.text("OK")
  }

  /// https://docs.opsgenie.com/docs/heartbeat-api#ping-heartbeat-request
  @Sendable static func opsgenie(_ visit: Visit) async throws -> Response {
    try await take(visit, try await OpsgenieAlerts.key(visit), visit.parameter("name"), .success, "")
    return try OpsgenieReply.accepted(Secrets.newUUID(), "PONG - Heartbeat received")
  }

  /// Grafana OnCall has one heartbeat for each integration.
  @Sendable static func onCall(_ visit: Visit) async throws -> Response {
    let key = try await WebhookHandlers.key(visit)
    try await take(visit, key, visit.site.keys.name(of: key) ?? "oncall", .success, "")
    return Reply.text("Ok.")
  }

  /// https://gatus.io/docs/monitoring-push-based; the key stands in the header.
  @Sendable static func gatus(_ visit: Visit) async throws -> Response {
    let key = try await OpsgenieAlerts.key(visit)
    let isUp = visit.query("success") == "true"
    guard isUp || visit.query("success") == "false" else {
      return Reply.text("invalid success query parameter", status: .badRequest)
    }
    try await take(visit, key, visit.parameter("name"), isUp ? .success : .fail, visit.query("error") ?? "")
    return Response(status: .ok)
  }

  private static func take(
    _ visit: Visit, _ key: Int64, _ slug: String, _ kind: HeartbeatPing.Kind, _ said: String
  ) async throws {
    guard !slug.isEmpty, slug.utf8.count <= 100, !slug.contains(where: { $0.isWhitespace || $0.isNewline }) else {
      throw Failure.bad("The heartbeat's name is 1 to 100 characters without spaces.")
    }
    do throws(AcceptError) {
      try await visit.context.acts.ping(HeartbeatPing(slug: slug, kind: kind, said: said), integration: key)
    } catch {
      visit.logger.error("a heartbeat could not be stored", metadata: ["why": "\(error)"])
      throw Failure.unavailable("The report cannot be stored now.")
    }
  }

  /// `GET /api/v1/heartbeats`: what is expected, and how it stands.
  @Sendable static func list(_ visit: Visit) async throws -> Response {
    struct Listing: Encodable { var heartbeats: [Row] }
    struct Row: Encodable {
      var slug: String
      var state: String
      var armed: Bool
      var key: String?
      var lastPing: String?
      var due: String?
    }
    let known = try await visit.context.database.read(HeartbeatQueries.all)
    let silent = visit.context.shelf.heartbeats().filter { plan in !known.contains { $0.slug == plan.slug } }
    let rows = known.map { heartbeat in
      Row(
        slug: heartbeat.slug, state: heartbeat.state.rawValue, armed: heartbeat.due != nil,
        key: visit.site.keys.name(of: heartbeat.integration), lastPing: rfc3339(heartbeat.lastPing),
        due: heartbeat.due.map(rfc3339))
    }
    return try Reply.json(
      Listing(heartbeats: rows + silent.map { Row(slug: $0.slug, state: "waiting", armed: false) }))
  }
}
