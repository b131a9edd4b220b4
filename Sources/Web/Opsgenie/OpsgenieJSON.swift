import Foundation
import Incidents
import Storage

/// An alert as Opsgenie tells it.
struct OpsgenieJSON: Encodable {
  struct Integration: Encodable {
    var id: String
    var name: String
    var type = "API"
  }
  struct Report: Encodable {
    var acknowledgedBy: String?
    var closedBy: String?
  }
  var id: String
  var tinyId: String
  var alias: String
  var message: String
  var status: String
  var acknowledged: Bool
  var isSeen: Bool
  var tags: [String]
  var snoozed: Bool
  var count: Int64
  var lastOccurredAt: String
  var createdAt: String
  var updatedAt: String
  var source: String
  var owner: String
  var priority: String
  var responders: [String] = []
  var actions: [String] = []
  var entity: String
  var description: String
  var details: [String: String]
  var integration: Integration
  var report: Report

  init(_ alert: Alert, _ visit: Visit) async throws {
    let incident = try await visit.context.database.read(IncidentQueries.byId(alert.incident)).first
    id = "\(alert.id)"
    tinyId = "\(alert.id)"
    alias = alert.dedupKey
    message = alert.summary
    status = alert.state == .firing ? "open" : "closed"
    acknowledged = incident?.acknowledgedAt != nil
    isSeen = acknowledged
    tags = (alert.labels["tags"] ?? "").split(separator: ",").map(String.init)
    snoozed = alert.isSilenced
    count = alert.count
    lastOccurredAt = AlertmanagerJSON.time(alert.lastSeen)
    createdAt = AlertmanagerJSON.time(alert.firstSeen)
    updatedAt = AlertmanagerJSON.time(alert.resolvedAt ?? alert.lastSeen)
    source = alert.source
    owner = incident?.acknowledgedBy ?? ""
    priority = alert.severity.hasPrefix("P") ? alert.severity : "P3"
    entity = alert.labels["entity"] ?? ""
    let own: Set<String> = ["entity", "source", "tags", "alias"]
    details = alert.labels.filter { !own.contains($0.key) }
    description = Self.description(alert.details)
    integration = Integration(id: "\(alert.integration)", name: visit.site.keys.name(of: alert.integration) ?? "")
    report = Report(acknowledgedBy: incident?.acknowledgedBy, closedBy: incident?.resolvedBy)
  }

  private static func description(_ details: String) -> String {
    struct Described: Decodable { var description: String? }
    return (try? JSONDecoder().decode(Described.self, from: Data(details.utf8)))?.description ?? ""
  }
}
