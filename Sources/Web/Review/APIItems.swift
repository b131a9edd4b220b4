import Engine
import Foundation
import Hummingbird
import Incidents

/// Action items of all incidents, for programs.
enum APIItems {
  private struct Row: Encodable {
    var id: String
    var incident: String
    var number: Int
    var text: String
    var owner: String
    var priority: String
    var state: String
    var due: String?
    var created: String
    var doneAt: String?
    /// Where a tracker has it.
    var issue: String?
    var url: String?

    init(_ row: ItemRow) {
      id = String(row.item.id)
      incident = row.incident?.name ?? String(row.item.incident)
      (number, text, owner) = (row.item.number, row.item.text, row.item.owner)
      (priority, state) = (row.item.priority.rawValue, row.item.state.rawValue)
      due = row.item.due.map(rfc3339)
      created = rfc3339(row.item.created)
      doneAt = row.item.doneAt.map(rfc3339)
      if let export = row.export, export.status == .sent { (issue, url) = (export.reference, export.url) }
    }
  }

  @Sendable static func list(_ visit: Visit) async throws -> Response {
    struct Listing: Encodable { var items: [Row] }
    let rows = try await visit.site.items(of: nil, for: try await visit.viewer())
    let wanted = visit.query("state") ?? "open"
    guard ["open", "all"].contains(wanted) else { throw Failure.bad("state: expected open or all.") }
    return try Reply.json(Listing(items: rows.filter { wanted == "all" || !$0.item.state.isOver }.map(Row.init)))
  }

  private struct Wish: Decodable {
    var text: String?
    var owner: String?
    var due: String?
    var priority: ActionItem.Priority?
    var state: ActionItem.State?
    var actor: String?
  }

  @Sendable static func change(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("item")) else { throw Failure.notFound }
    guard let wish = try? JSONDecoder().decode(Wish.self, from: visit.json) else {
      throw Failure.bad(
        "The body may hold text, owner, due, priority (high, medium, low) and state (open, started, done, dropped).")
    }
    let who = try await APIHandlers.actor(wish.actor, visit)
    let change = ItemChange(
      text: wish.text, owner: wish.owner, due: wish.due, priority: wish.priority, state: wish.state)
    try await APIHandlers.refusing { try await ItemHandlers.apply(change, to: id, visit, by: who) }
    return try await row(id, visit)
  }

  private struct ExportWish: Decodable {
    var tracker: String?
    var actor: String?
  }

  @Sendable static func export(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("item")) else { throw Failure.notFound }
    let wish = visit.body.isEmpty ? ExportWish() : try? JSONDecoder().decode(ExportWish.self, from: visit.json)
    guard let wish else { throw Failure.bad("The body may hold tracker.") }
    let who = try await APIHandlers.actor(wish.actor, visit)
    _ = try await ItemHandlers.item(id, visit)
    do {
      _ = try await visit.context.acts.export(item: id, to: wish.tracker, by: who)
    } catch let refusal as ExportRefusal {
      throw Failure(.conflict, "refused", Notice(title: "Not done", words: refusal.words, link: nil))
    }
    return try await row(id, visit)
  }

  private static func row(_ id: Int64, _ visit: Visit) async throws -> Response {
    let rows = try await visit.site.items(of: RowID.incident(of: id), for: try await visit.viewer())
    guard let row = rows.first(where: { $0.item.id == id }) else { throw Failure.notFound }
    return try Reply.json(Row(row))
  }
}
