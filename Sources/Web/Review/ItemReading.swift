import Incidents
import Storage

/// Action items with what they belong to.
struct ItemRow: Sendable {
  var item: ActionItem
  var incident: Incident?
  /// The owner's name as people know it.
  var owner: String
  var export: ItemExport?
}

extension Site {
  /// The open ones first, by due time; then those that are over. Of one incident, or of all.
  /// What `viewer` may not see is left out.
  func items(of incident: Int64?, for viewer: Viewer) async throws -> [ItemRow] {
    let found: [ActionItem]
    if let incident {
      found = try await context.database.read(ItemQueries.of(incident))
    } else {
      let (open, over) = try await context.database.read(ItemQueries.open(limit: 1_000), ItemQueries.over(limit: 100))
      found = open + over
    }
    let incidents = try await incidents(Set(found.map(\.incident)))
    let team = context.shelf.team()
    let ids = found.map(\.id)
    let exports = try await context.database.read(ItemExportQueries.between(ids.min() ?? 0, ids.max() ?? -1))
    let byItem = Dictionary(exports.map { ($0.item, $0) }) { first, _ in first }
    return found.filter { incidents[$0.incident]?.isVisible(to: viewer) ?? true }.map { item in
      ItemRow(
        item: item, incident: incidents[item.incident], owner: team.person(item.owner)?.name ?? item.owner,
        export: byItem[item.id])
    }
  }

  /// By identifier, in portions that one statement takes.
  func incidents(_ ids: Set<Int64>) async throws -> [Int64: Incident] {
    var found: [Int64: Incident] = [:]
    let ids = ids.sorted()
    for start in stride(from: 0, to: ids.count, by: 400) {
      let part = Array(ids[start..<min(start + 400, ids.count)])
      for incident in try await context.database.read(IncidentQueries.all(part)) { found[incident.id] = incident }
    }
    return found
  }

  func itemsView(
    of incident: Int64?, _ reader: Frame.Reader, _ viewer: Viewer, refused: String?
  ) async throws -> ItemsView {
    let rows = try await items(of: incident, for: viewer)
    var one: Incident?
    if let incident, let found = try await self.incident(String(incident)), found.isVisible(to: viewer) { one = found }
    return ItemsView(
      open: rows.filter { !$0.item.state.isOver }, over: rows.filter(\.item.state.isOver), incident: one,
      people: context.shelf.team().people.map { ($0.id, $0.name) }.sorted { $0.1 < $1.1 }, now: context.now(),
      trackers: context.acts.trackers, reader: reader, refused: refused)
  }
}
