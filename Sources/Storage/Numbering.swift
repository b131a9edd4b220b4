import Engine
import Incidents

/// A plan whose entries and pages have got their identifiers.
package struct NumberedPlan: Sendable, Hashable {
  package var incident: Incident
  package var entries: [TimelineEntry]
  package var pages: [Page]
  package var cancelled: [Int64]
  package var move: Plan.Move?
  package var items: [ActionItem]
  /// See `Plan.turns`.
  package var turns: [String]

  /// Numbers from the plan's own `entries` and `pages`. An entry that announces a page names its place among the
  /// plan's pages on the way in, and its identifier on the way out. Beyond `RowID.limit` rows nothing is kept: an
  /// incident with a million entries has said enough.
  package init(_ plan: Plan) {
    let incident = plan.incident
    let pages = plan.pages.prefix(max(0, RowID.limit - incident.pages)).enumerated().map { offset, page in
      var page = page
      page.id = RowID.make(incident: incident.id, number: incident.pages + offset)
      page.incident = incident.id
      return page
    }
    entries = plan.entries.prefix(max(0, RowID.limit - incident.entries)).enumerated().map { offset, entry in
      var entry = entry
      entry.id = RowID.make(incident: incident.id, number: incident.entries + offset)
      entry.incident = incident.id
      if entry.kind == .paged { entry.page = Self.announced(entry.page, among: pages) }
      return entry
    }
    self.incident = incident
    self.pages = pages
    cancelled = plan.cancelled
    move = plan.move
    items = plan.items
    turns = plan.turns
  }

  private static func announced(_ place: Int64?, among pages: [Page]) -> Int64? {
    guard let place, let index = Int(exactly: place), pages.indices.contains(index) else { return nil }
    return pages[index].id
  }
}
