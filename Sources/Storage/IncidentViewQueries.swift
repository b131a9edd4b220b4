import Engine
import Incidents

/// The stored part of what a decision may look at: all but the policy.
package struct StoredView: Sendable, Hashable {
  package var incident: Incident
  package var pages: [Page]
  package var alerts: AlertCounts
  package var items: [ActionItem]
  package init(incident: Incident, pages: [Page], alerts: AlertCounts, items: [ActionItem] = []) {
    self.items = items
    self.incident = incident
    self.pages = pages
    self.alerts = alerts
  }
}

extension Database {
  /// One incident with its pages and its alerts counted, as of one moment; nil where there
  /// is no such incident.
  package func view(_ id: Int64) async throws -> StoredView? {
    let (incidents, pages, alerts, items) = try await read(
      IncidentQueries.byId(id), PageQueries.of(id), AlertQueries.counts(of: id), ItemQueries.of(id))
    guard let incident = incidents.first else { return nil }
    return StoredView(
      incident: incident, pages: pages, alerts: alerts.first ?? AlertCounts(firing: 0, total: 0), items: items)
  }
}
