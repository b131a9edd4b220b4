import HTTPTypes
import Hummingbird
import Incidents
import Intake

/// Webhooks of many tools: the key stands in the path or in `token`, the format in the address.
enum WebhookHandlers {
  /// An address for each format, with the answer that its tool expects.
  static func take(
    _ format: IntakeFormat, _ answer: @escaping @Sendable ([Receipt]) -> Response
  ) -> @Sendable (Visit) async throws -> Response {
    { visit in
      let key = try await key(visit)
      return try await keep(visit, key, answer) { () throws(IntakeError) in try format.read(visit.body) }
    }
  }

  /// Grafana OnCall's own words.
  @Sendable static func ok(_: [Receipt]) -> Response { Reply.text("Ok.") }

  @Sendable static func empty(_: [Receipt]) -> Response { Response(status: .noContent) }

  @Sendable static func json(_: [Receipt]) -> Response { Reply.written(Array(#"{"ok":true}"#.utf8)) }

  @Sendable static func victorOps(_ receipts: [Receipt]) -> Response {
    Reply.written(VictorOps.accepted(entity: receipts.first?.dedupKey ?? ""))
  }

  /// Any JSON, by the paths that the team file gives for this key, else by the usual names.
  @Sendable static func generic(_ visit: Visit) async throws -> Response {
    let key = try await key(visit)
    let name = visit.site.keys.name(of: key) ?? ""
    let mapping = visit.context.shelf.mapping(of: name) ?? .usual
    return try await keep(visit, key, ok) { () throws(IntakeError) in try mapping.read(visit.body) }
  }

  /// JSON, a form, or everything in the address.
  @Sendable static func goAlert(_ visit: Visit) async throws -> Response {
    let key = try await key(visit)
    return try await keep(visit, key, empty) { () throws(IntakeError) in
      if visit.body.first == UInt8(ascii: "{") { return try GoAlertGeneric.format.read(visit.body) }
      let query = Form.pairs(Array((visit.request.uri.query ?? "").utf8)) ?? []
      return try GoAlertGeneric.read((Form.pairs(visit.body) ?? []) + query.filter { $0.name != "token" })
    }
  }

  static func key(_ visit: Visit) async throws -> Int64 {
    let secret = visit.parameters["key"] ?? visit.queries("token").first ?? ""
    guard let key = await visit.site.keys.check(secret, now: visit.now) else {
      throw Failure.unauthorized("The key in the address is not known here.")
    }
    return key
  }

  static func keep(
    _ visit: Visit, _ key: Int64, _ answer: ([Receipt]) -> Response, _ read: () throws(IntakeError) -> IntakeBatch
  ) async throws -> Response {
    let batch: IntakeBatch
    do throws(IntakeError) { batch = try read() } catch {
      visit.site.keys.note(error.message, of: key, at: visit.now)
      throw Failure.bad(error.message)
    }
    if batch.omitted > 0 {
      visit.logger.warning("alerts left out of a batch", metadata: ["count": "\(batch.omitted)"])
    }
    return try await IngestHandlers.accepted(batch.events, key, visit, answer)
  }
}
