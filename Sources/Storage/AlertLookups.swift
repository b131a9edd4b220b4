import Incidents

/// Single alerts as their own senders name them.
package enum AlertLookups {
  /// By identifier, whatever its state, where it came in by this key (nil: by any).
  package static func byId(_ id: Int64, of integration: Int64?) -> Query<Alert> {
    Query(
      "\(AlertSQL.select) WHERE alert.id = $1 AND ($2 IS NULL OR integration = $2)", [.int(id), .int(integration)],
      decode: AlertSQL.decode)
  }

  /// The one that fires under this key of the sender's.
  package static func firing(_ dedupKey: String, of integration: Int64?) -> Query<Alert> {
    Query(
      """
      \(AlertSQL.select) WHERE dedup = $1 AND ($2 IS NULL OR integration = $2) AND \(AlertSQL.isFiring) \
      ORDER BY alert.id DESC LIMIT 1
      """, [.text(dedupKey), .int(integration)], decode: AlertSQL.decode)
  }

  /// The newest of that key of a sender's, whatever its state.
  package static func latest(_ dedupKey: String) -> Query<Alert> {
    Query(
      "\(AlertSQL.select) WHERE dedup = $1 ORDER BY alert.id DESC LIMIT 1", [.text(dedupKey)], decode: AlertSQL.decode)
  }

  /// Newest first, of every state.
  package static func recent(of integration: Int64?, limit: Int) -> Query<Alert> {
    Query(
      "\(AlertSQL.select) WHERE ($1 IS NULL OR integration = $1) ORDER BY alert.id DESC LIMIT $2",
      [.int(integration), .count(limit)], decode: AlertSQL.decode)
  }
}

extension AlertStatements {
  /// Its sender calls it otherwise now.
  package static func rename(_ id: Int64, _ summary: String) -> Statement {
    Statement("UPDATE alert SET summary = $2 WHERE id = $1", [[.int(id), .text(summary)]])
  }
}
