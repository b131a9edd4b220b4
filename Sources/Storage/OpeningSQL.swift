import Incidents

/// The texts by which events change what exists already.
enum OpeningSQL {
  /// `$1` incident, `$2` number of new entries, `$3` when to look or null. Raising the version makes a decision that is
  /// being taken on the older view miss its guard, so that what is new is never overlooked.
  static let join = touch + " AND \(IncidentSQL.isOpen)"
  static let settle = touch

  private static let touch = """
    UPDATE incident SET version = version + 1, entries = entries + $2, \
    next_due = CASE WHEN $3 IS NULL OR next_due <= $3 THEN next_due ELSE $3 END WHERE id = $1
    """

  /// `$1` incident, `$2` how far before the raised counter, then the entry's content. Runs after `join` or `settle`.
  static let append = """
    INSERT INTO timeline (\(TimelineSQL.columns)) \
    SELECT id * \(RowID.limit) + entries - $2, $3, $4, $5, $6, $7, $8, $9 FROM incident \
    WHERE id = $1 AND entries < \(RowID.limit)
    """

  /// `$1` alert, `$2` how often, `$3` last time.
  static let seen = """
    INSERT INTO alert_seen (alert, count, last_seen) VALUES ($1, $2, $3) \
    ON CONFLICT (alert) DO UPDATE SET count = alert_seen.count + excluded.count, last_seen = excluded.last_seen
    """

  /// `$1` alert, `$2` whether a silence covers it.
  static let hush = "UPDATE alert SET silenced = $2 WHERE id = $1"

  /// `$1` alert that a silence held back, `$2` the incident that it belongs to from now on.
  static let adopt = "UPDATE alert SET incident = $2, silenced = $3 WHERE id = $1 AND incident = 0"

  /// `$1` alert, `$2` time.
  static let resolve = """
    UPDATE alert SET state = 'resolved', resolved_at = $2 WHERE id = $1 AND \(AlertSQL.isFiring)
    """
}
