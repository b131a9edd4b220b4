import HTTPTypes
import Hummingbird
import Incidents
import Intake
import NIOCore
import Storage

/// Alertmanager's API v2 for alerts, so that Prometheus can list Tocsin under `alertmanagers:` and `amtool` works.
enum AlertmanagerAlerts {
  /// Prometheus sends what fires again and again; what is wrong with one alert does not keep the others out.
  @Sendable static func take(_ visit: Visit) async throws -> Response {
    let door = try await AlertmanagerDoor.admit(visit, token: nil)
    let batch: IntakeBatch
    do throws(IntakeError) {
      batch = try AlertmanagerV2.read(visit.body, now: visit.now)
    } catch {
      door.note(error.message, visit)
      return try AlertmanagerReply.invalid(error)
    }
    if let problem = batch.problems.first { door.note(problem, visit) }
    if batch.omitted > 0 {
      visit.logger.warning("alerts left out of a request", metadata: ["count": "\(batch.omitted)"])
    }
    return try await IngestHandlers.accepted(batch.events, door.integration ?? 0, visit) { _ in
      guard !batch.problems.isEmpty else { return Response(status: .ok) }
      return AlertmanagerReply.text(batch.problems.prefix(20).joined(separator: "; "), .badRequest)
    }
  }

  /// The list leaves in parts as it is read: ten thousand alerts take no more memory than five hundred.
  @Sendable static func list(_ visit: Visit) async throws -> Response {
    let door = try await AlertmanagerDoor.admit(visit, token: .read)
    let filter = try AlertmanagerFilter(visit)
    let json = AlertmanagerJSON(silences: try await active(visit), now: visit.now)
    var response = Response(
      status: .ok,
      body: ResponseBody { writer in
        var separator: [UInt8] = [UInt8(ascii: "[")]
        try await parts(visit, door) { part in
          var out: [UInt8] = []
          for alert in part where filter.takes(alert) {
            out += separator
            separator = [UInt8(ascii: ",")]
            json.append(alert, to: &out)
          }
          if !out.isEmpty { try await writer.write(ByteBuffer(bytes: out)) }
        }
        let isEmpty = separator == [UInt8(ascii: "[")]
        try await writer.write(ByteBuffer(string: isEmpty ? "[]\n" : "]\n"))
        try await writer.finish(nil)
      })
    response.headers[.contentType] = "application/json"
    return response
  }

  /// An incident is a group; what silences hold back and belongs to none is one more.
  @Sendable static func groups(_ visit: Visit) async throws -> Response {
    let door = try await AlertmanagerDoor.admit(visit, token: .read)
    let filter = try AlertmanagerFilter(visit)
    let json = AlertmanagerJSON(silences: try await active(visit), now: visit.now)
    var groups: [Int64: [UInt8]] = [:]
    try await parts(visit, door) { part in
      for alert in part where filter.takes(alert) {
        if groups[alert.incident] != nil { groups[alert.incident]?.append(UInt8(ascii: ",")) }
        json.append(alert, to: &groups[alert.incident, default: []])
      }
    }
    let names = try await names(visit)
    var out: [UInt8] = []
    for (incident, alerts) in groups.sorted(by: { $0.key < $1.key }) {
      out += Array((out.isEmpty ? "[" : ",").utf8) + Array(#"{"alerts":["#.utf8) + alerts
      out += Array(#"],"labels":{"#.utf8)
      if incident != 0 {
        out += Array(#""incident":"#.utf8)
        JSONString.append(names[incident] ?? String(incident), to: &out)
      }
      out += Array(#"},"receiver":{"name":"tocsin"}}"#.utf8)
    }
    return Reply.written(out.isEmpty ? Array("[]\n".utf8) : out + Array("]\n".utf8))
  }

  private static func active(_ visit: Visit) async throws -> [Silence] {
    try await visit.context.database.read(SilenceQueries.all(endedAfter: visit.now))
      .filter { $0.state(at: visit.now) == .active }
  }

  private static func names(_ visit: Visit) async throws -> [Int64: String] {
    let open = try await visit.context.database.read(IncidentQueries.open(limit: 10_000))
    return Dictionary(open.filter { !$0.isPrivate }.map { ($0.id, $0.name) }) { first, _ in first }
  }

  private static func parts(
    _ visit: Visit, _ door: AlertmanagerDoor, _ use: ([AlertListing]) async throws -> Void
  ) async throws {
    let (database, integration) = (visit.context.database, door.integration)
    var part = try await database.read(AlertListings.firing(of: integration))
    while let last = part.last?.id {
      // The next part is read while this one is written.
      async let next = database.read(AlertListings.firing(of: integration, after: last))
      try await use(part)
      part = try await next
    }
  }
}

/// Answers in Alertmanager's shapes: a refusal is one text, as JSON.
enum AlertmanagerReply {
  static func text(_ text: String, _ status: HTTPResponse.Status) -> Response {
    var out: [UInt8] = []
    JSONString.append(text, to: &out)
    return Reply.written(out, status: status)
  }

  /// What its generated server says of bodies that are not what the API describes.
  static func invalid(_ error: IntakeError) throws -> Response {
    if case .missing(let field) = error { return try coded(602, "\(field) in body is required", .unprocessableContent) }
    return try coded(400, "parsing body failed: \(error.message)", .badRequest)
  }

  static func coded(_ code: Int, _ message: String, _ status: HTTPResponse.Status) throws -> Response {
    struct Body: Encodable {
      var code: Int
      var message: String
    }
    return try Reply.json(Body(code: code, message: message), status: status)
  }
}
