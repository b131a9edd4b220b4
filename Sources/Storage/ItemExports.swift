import Incidents

/// Action items in trackers.
package enum ItemExportQueries {
  private static let columns = "item, tracker, status, reference, url, evidence, attempts, due, asked_by"

  package static func of(_ item: Int64) -> Query<ItemExport> { select("WHERE item = $1", [.int(item)]) }

  /// Of all items of these identifiers' range.
  package static func between(_ first: Int64, _ last: Int64) -> Query<ItemExport> {
    select("WHERE item >= $1 AND item <= $2", [.int(first), .int(last)])
  }

  private static func select(_ tail: String, _ arguments: [Value]) -> Query<ItemExport> {
    Query("SELECT \(columns) FROM item_export \(tail)", arguments) { row throws(StorageError) in
      var export = ItemExport(
        item: try row.int(0), tracker: try row.text(1), due: try row.time(7), askedBy: try row.text(8))
      export.status = try row.named(2)
      export.reference = try row.text(3)
      export.url = try row.text(4)
      export.evidence = try row.text(5)
      export.attempts = try row.count(6)
      return export
    }
  }
}

package enum ItemExportStatements {
  /// Begins a try. Conflicts where the item is in a tracker already or a try is still under way.
  package static func begin(_ export: ItemExport, now: Timestamp) -> Statement {
    Statement(
      """
      INSERT INTO item_export (item, tracker, status, reference, url, evidence, attempts, due, asked_by) \
      VALUES ($1, $2, 'sending', '', '', '', 1, $3, $4) \
      ON CONFLICT (item) DO UPDATE SET tracker = excluded.tracker, status = 'sending', \
      attempts = item_export.attempts + 1, due = excluded.due, asked_by = excluded.asked_by \
      WHERE item_export.status <> 'sent' AND (item_export.status <> 'sending' OR item_export.due <= $5)
      """,
      [[.int(export.item), .text(export.tracker), .time(export.due), .text(export.askedBy), .time(now)]], expect: 1)
  }

  package static func conclude(_ export: ItemExport) -> Statement {
    Statement(
      "UPDATE item_export SET status = $2, reference = $3, url = $4, evidence = $5 WHERE item = $1",
      [
        [
          .int(export.item), .text(export.status.rawValue), .text(export.reference), .text(export.url),
          .text(export.evidence),
        ]
      ], expect: 1)
  }
}
