import Incidents

/// Action items of incidents. An item's incident is in its id.
package enum ItemQueries {
  /// All of one incident, in order of number.
  package static func of(_ incident: Int64) -> Query<ActionItem> {
    select("WHERE id >= $1 AND id < $2 ORDER BY id", RowRange.of(incident))
  }

  /// Those still to be done, of all incidents, the most urgent first.
  package static func open(limit: Int) -> Query<ActionItem> {
    select("WHERE done_at IS NULL ORDER BY CASE WHEN due IS NULL THEN 1 ELSE 0 END, due, id LIMIT $1", [.count(limit)])
  }

  /// Those that are over, the last first.
  package static func over(limit: Int) -> Query<ActionItem> {
    select("WHERE done_at IS NOT NULL ORDER BY done_at DESC, id DESC LIMIT $1", [.count(limit)])
  }

  package static func byId(_ id: Int64) -> Query<ActionItem> { select("WHERE id = $1", [.int(id)]) }

  private static func select(_ tail: String, _ arguments: [Value]) -> Query<ActionItem> {
    Query("SELECT \(ItemStatements.columns) FROM action_item \(tail)", arguments) { row throws(StorageError) in
      var item = ActionItem(
        id: try row.int(0), text: try row.text(1), owner: try row.text(2), due: try row.optionalTime(3),
        priority: try row.named(8),
        created: try row.time(4), createdBy: try row.text(5))
      item.doneAt = try row.optionalTime(6)
      item.doneBy = try row.optionalText(7)
      item.state = try row.named(9)
      return item
    }
  }
}

enum ItemStatements {
  static let columns = "id, text, owner, due, created, created_by, done_at, done_by, priority, state"

  /// New items, and those that were changed.
  static func keep(_ items: [ActionItem]) -> Statement {
    Statement(
      """
      INSERT INTO action_item (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
      ON CONFLICT (id) DO UPDATE SET text = excluded.text, owner = excluded.owner, due = excluded.due, \
      done_at = excluded.done_at, done_by = excluded.done_by, priority = excluded.priority, state = excluded.state
      """,
      items.sorted { $0.id < $1.id }.map { item in
        [
          .int(item.id), .text(item.text), .text(item.owner), .time(item.due), .time(item.created),
          .text(item.createdBy), .time(item.doneAt), .text(item.doneBy), .text(item.priority.rawValue),
          .text(item.state.rawValue),
        ]
      })
  }
}
