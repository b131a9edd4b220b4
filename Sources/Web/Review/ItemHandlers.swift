import Engine
import HTTPTypes
import Hummingbird
import Incidents
import Storage

/// Every action item of all incidents: read, added, changed, taken away.
enum ItemHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response { try await page(visit) }

  private static func page(_ visit: Visit, refused: String? = nil) async throws -> Response {
    guard let reader = visit.reader else { throw Failure.broken }
    let view = try await visit.site.itemsView(
      of: visit.query("incident").flatMap(Int64.init), reader, try await visit.viewer(), refused: refused)
    var frame = visit.site.frame("Action items: Tocsin", place: .reviews, reader: reader)
    frame.toast = visit.query("done") == nil ? nil : "Kept. It is on the incident's timeline too."
    return Reply.page(
      frame.page { ItemsPage.write(view, into: &$0) }, status: refused == nil ? .ok : .unprocessableContent)
  }

  @Sendable static func add(_ visit: Visit) async throws -> Response {
    let form = visit.form
    guard let incident = try await visit.site.incident(form["incident"]),
      incident.isVisible(to: try await visit.viewer())
    else { throw Failure.notFound }
    let item = NewItem(
      text: form.text("text"), owner: form["owner"], due: form["due"],
      priority: ActionItem.Priority(rawValue: form["priority"]) ?? .medium)
    do {
      try await visit.context.acts.addItem(incident.id, item, by: visit.actor)
    } catch let refusal as Refusal {
      return try await page(visit, refused: refusal.message)
    }
    return Reply.seeOther("/items?incident=\(incident.id)&done=1")
  }

  @Sendable static func change(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("item")) else { throw Failure.notFound }
    let form = visit.form
    let change = ItemChange(
      text: form.text("text"), owner: form["owner"], due: form["due"],
      priority: ActionItem.Priority(rawValue: form["priority"]), state: ActionItem.State(rawValue: form["state"]))
    do {
      try await apply(change, to: id, visit, by: visit.actor)
    } catch let refusal as Refusal {
      return try await page(visit, refused: refusal.message)
    }
    return Reply.seeOther("/items?done=1" + (visit.query("incident").map { "&incident=\($0)" } ?? "") + "#i\(id)")
  }

  @Sendable static func export(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("item")) else { throw Failure.notFound }
    let name = visit.form["tracker"]
    _ = try await item(id, visit)
    do {
      _ = try await visit.context.acts.export(item: id, to: name.isEmpty ? nil : name, by: visit.actor)
    } catch let refusal as ExportRefusal {
      return try await page(visit, refused: refusal.words)
    }
    return Reply.seeOther("/items?incident=\(RowID.incident(of: id))&done=1#i\(id)")
  }

  /// Throws `notFound` also where its incident is private to others.
  static func item(_ id: Int64, _ visit: Visit) async throws -> ActionItem {
    guard let item = try await visit.context.database.read(ItemQueries.byId(id)).first,
      let incident = try await visit.site.incident(String(item.incident)),
      incident.isVisible(to: try await visit.viewer())
    else { throw Failure.notFound }
    return item
  }

  static func apply(_ change: ItemChange, to id: Int64, _ visit: Visit, by actor: String) async throws {
    let item = try await item(id, visit)
    try await visit.context.acts.changeItem(item.incident, number: item.number, change, by: actor)
  }

  @Sendable static func csv(_ visit: Visit) async throws -> Response {
    let rows = try await visit.site.items(of: nil, for: try await visit.viewer())
    let head = ["item", "incident", "title", "text", "owner", "priority", "due", "state", "created", "ended"]
    let table = rows.map { row in
      [
        String(row.item.number), row.incident?.name ?? String(row.item.incident), row.incident?.title ?? "",
        row.item.text,
        row.owner, row.item.priority.rawValue, row.item.due.map { CivilTime($0).rfc3339 } ?? "",
        row.item.state.rawValue, CivilTime(row.item.created).rfc3339,
        row.item.doneAt.map { CivilTime($0).rfc3339 } ?? "",
      ]
    }
    return Reply.csv([head] + table, name: "action-items.csv")
  }
}

extension Reply {
  /// A table that the browser keeps as a file.
  static func csv(_ rows: [[String]], name: String) -> Response {
    var response = Reply.bytes(Array(CSV.text(rows).utf8), type: "text/csv; charset=utf-8")
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }
}

/// Why an action item is not in a tracker, in words for people.
package struct ExportRefusal: Error, Sendable, Hashable {
  package var words: String
  package init(_ words: String) { self.words = words }
}

extension Acts {
  package func export(item: Int64, to tracker: String?, by actor: String) async throws -> ItemExport {
    throw ExportRefusal("This server knows no tracker.")
  }
  package var trackers: [String] { [] }
}
