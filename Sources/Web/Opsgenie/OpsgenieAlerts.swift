import Hummingbird
import Incidents
import Intake
import Storage

/// Opsgenie's Alert API v2, so that its refugees change a host name and nothing else. The key stands in
/// `Authorization: GenieKey KEY` and reaches the alerts that it brought in.
enum OpsgenieAlerts {
  @Sendable static func create(_ visit: Visit) async throws -> Response {
    let door = try await key(visit)
    var event: AlertEvent
    do throws(IntakeError) { event = try Opsgenie.create(visit.body) } catch {
      visit.site.keys.note(error.message, of: door, at: visit.now)
      return OpsgenieReply.invalid(error)
    }
    let alias = event.dedupKey ?? Secrets.newUUID()
    (event.dedupKey, event.labels["alias"]) = (alias, alias)
    _ = try await IngestHandlers.keep([event], door, visit)
    let outcome = OpsgenieOutcome(action: "Create", isSuccess: true, status: "Created alert", alert: "", alias: alias)
    return try OpsgenieReply.accepted(try await outcome.keep(visit, door))
  }

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    let alert = try await found(visit, try await AlertmanagerDoor.admit(visit, token: .read).integration)
    return try OpsgenieReply.data(try await OpsgenieJSON(alert, visit))
  }

  /// `query` knows `status:open`, `status:closed`, `alias:`, `priority:`, `tag:`; other words must occur in the message.
  @Sendable static func list(_ visit: Visit) async throws -> Response {
    let door = try await AlertmanagerDoor.admit(visit, token: .read)
    let limit = min(max(visit.query("limit").flatMap { Int($0) } ?? 20, 1), 100)
    let offset = min(max(visit.query("offset").flatMap { Int($0) } ?? 0, 0), 20_000)
    let query = OpsgenieQuery(visit.queries("query").last ?? "")
    let all = try await visit.context.database.read(AlertLookups.recent(of: door.integration, limit: 20_000))
    var rows: [OpsgenieJSON] = []
    for alert in all.filter(query.takes).dropFirst(offset).prefix(limit) {
      rows.append(try await OpsgenieJSON(alert, visit))
    }
    return try OpsgenieReply.data(rows)
  }

  @Sendable static func count(_ visit: Visit) async throws -> Response {
    struct Count: Encodable { var count: Int }
    let door = try await AlertmanagerDoor.admit(visit, token: .read)
    let query = OpsgenieQuery(visit.queries("query").last ?? "")
    let all = try await visit.context.database.read(AlertLookups.recent(of: door.integration, limit: 20_000))
    return try OpsgenieReply.data(Count(count: all.filter(query.takes).count))
  }

  @Sendable static func notes(_ visit: Visit) async throws -> Response {
    struct Note: Encodable {
      var note: String
      var owner: String
      var createdAt: String
      var offset: String
    }
    let alert = try await found(visit, try await AlertmanagerDoor.admit(visit, token: .read).integration)
    let entries = try await visit.context.database.read(TimelineQueries.of(alert.incident, limit: 5_000))
    return try OpsgenieReply.data(
      entries.filter { $0.kind == .note }.suffix(100).map {
        Note(note: $0.text, owner: $0.actor, createdAt: AlertmanagerJSON.time($0.at), offset: "\($0.id)")
      })
  }

  @Sendable static func request(_ visit: Visit) async throws -> Response {
    struct Told: Encodable {
      var success: Bool
      var isSuccess: Bool
      var action: String
      var processedAt: String
      var integrationId: String
      var status: String
      var alertId: String
      var alias: String
    }
    let door = try await key(visit)
    guard let (outcome, at) = try await OpsgenieOutcome.find(visit.parameter("request"), visit, door) else {
      return OpsgenieReply.refused(.notFound, "Request not found. It might not be processed, yet.")
    }
    var alert = outcome.alert
    if alert.isEmpty {
      alert =
        try await visit.context.database.read(AlertLookups.firing(outcome.alias, of: door)).first.map { "\($0.id)" }
        ?? ""
    }
    return try OpsgenieReply.data(
      Told(
        success: outcome.isSuccess, isSuccess: outcome.isSuccess, action: outcome.action,
        processedAt: AlertmanagerJSON.time(at), integrationId: "\(door)", status: outcome.status,
        alertId: alert,
        alias: outcome.alias))
  }

  /// Sends and acts are for keys: a token that reads everything is not one of them.
  static func key(_ visit: Visit) async throws -> Int64 {
    guard let key = try await AlertmanagerDoor.admit(visit, token: nil).integration else { throw Failure.forbidden }
    return key
  }

  /// By its identifier, tiny identifier or alias, as `identifierType` says.
  static func found(_ visit: Visit, _ integration: Int64?) async throws -> Alert {
    let name = visit.parameter("alert")
    let byAlias = visit.query("identifierType")?.lowercased() == "alias"
    let query =
      byAlias || Int64(name) == nil
      ? AlertLookups.firing(name, of: integration) : AlertLookups.byId(Int64(name) ?? 0, of: integration)
    guard let alert = try await visit.context.database.read(query).first else {
      throw Failure(.notFound, "not_found", OpsgenieReply.notFound)
    }
    return alert
  }
}

/// The words of `query`.
struct OpsgenieQuery {
  private let words: [(field: String, value: String)]

  init(_ text: String) {
    words = text.split(separator: " ").filter { $0.uppercased() != "AND" }.map { word in
      let parts = word.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return ("", word.lowercased()) }
      return (parts[0].lowercased(), parts[1].filter { $0 != "\"" }.lowercased())
    }
  }

  func takes(_ alert: Alert) -> Bool {
    words.allSatisfy { field, value in
      switch field {
      case "status": (value == "open") == (alert.state == .firing)
      case "alias": alert.dedupKey.lowercased() == value
      case "priority": alert.severity.lowercased() == value
      case "tag", "tags": (alert.labels["tags"] ?? "").lowercased().split(separator: ",").contains { $0 == value }
      case "": alert.summary.lowercased().contains(value)
      default: (alert.labels[field] ?? "").lowercased().contains(value)
      }
    }
  }
}
