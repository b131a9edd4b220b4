import Engine
import Incidents

/// The branch-free form of dedup-and-open: no index in memory decides, the store does. Several nodes, or several
/// writers, may bring the same key and the same cause at once; exactly one opens.
package struct OpeningUpsert: Sendable {
  /// An alert as if it were new, the incident it opens if nobody has yet, and what is noted where it only joins.
  package struct Attempt: Sendable {
    package var alert: Alert
    package var plan: NumberedPlan
    package var joined: TimelineEntry

    /// The alert's `incident` is the plan's.
    package init(alert: Alert, opening plan: Plan, joined: TimelineEntry) {
      var plan = plan
      plan.incident.entries = 0
      plan.incident.pages = 0
      var numbered = NumberedPlan(plan)
      numbered.incident.entries = numbered.entries.count
      numbered.incident.pages = numbered.pages.count
      self.plan = numbered
      self.alert = alert
      self.alert.incident = numbered.incident.id
      self.joined = joined
    }
  }

  /// Statement 0 returns (id, integration, dedup): the alert that holds each key, in no promised order.
  package static func statements(_ attempts: [Attempt]) -> [Statement] {
    let sorted = attempts.sorted {
      ($0.alert.integration, $0.alert.dedupKey, $0.alert.id) < ($1.alert.integration, $1.alert.dedupKey, $1.alert.id)
    }
    let byCause = sorted.sorted { ($0.plan.incident.cause, $0.alert.id) < ($1.plan.incident.cause, $1.alert.id) }
    return [
      Statement(alert, sorted.map { AlertSQL.values($0.alert) }),
      Statement(seen, sorted.map(seenValues)),
      Statement(incident, byCause.map { IncidentSQL.values($0.plan.incident) + [.int($0.alert.id)] }),
      Statement(adopt, byCause.map(causeValues)),
      Statement(join, byCause.map { causeValues($0) + [.time($0.alert.firstSeen)] }),
      Statement(append, byCause.map { causeValues($0) + TimelineSQL.content($0.joined) }),
      Statement(entry, sorted.flatMap { of in of.plan.entries.map { TimelineSQL.values($0) + [of.id] } }),
      Statement(page, sorted.flatMap { of in of.plan.pages.map { PageSQL.values($0) + [of.id] } }),
    ].filter { !$0.sets.isEmpty }
  }

  private static func seenValues(_ attempt: Attempt) -> [Value] {
    [
      .int(attempt.alert.id), .int(attempt.alert.integration), .text(attempt.alert.dedupKey),
      .time(attempt.alert.firstSeen),
    ]
  }

  private static func causeValues(_ attempt: Attempt) -> [Value] {
    [.int(attempt.alert.id), attempt.id, .text(attempt.plan.incident.cause)]
  }

  private static let alert = """
    \(AlertSQL.insert) ON CONFLICT (integration, dedup) WHERE \(AlertSQL.isFiring) \
    DO UPDATE SET state = alert.state RETURNING id, integration, dedup
    """

  /// Only where another alert holds the key.
  private static let seen = """
    INSERT INTO alert_seen (alert, count, last_seen) \
    SELECT id, 1, $4 FROM alert WHERE integration = $2 AND dedup = $3 AND \(AlertSQL.isFiring) AND id <> $1 \
    ON CONFLICT (alert) DO UPDATE SET count = alert_seen.count + 1, last_seen = excluded.last_seen
    """

  private static let incident = """
    INSERT INTO incident (\(IncidentSQL.columns)) SELECT \(IncidentSQL.placeholders) \
    WHERE EXISTS (SELECT 1 FROM alert WHERE id = $\(IncidentSQL.count + 1)) \
    ON CONFLICT (cause) WHERE \(IncidentSQL.isOpen) DO NOTHING
    """

  /// Whether alert `$1` is new while cause `$3` was open under another incident than `$2`.
  private static let isJoining = """
    cause = $3 AND \(IncidentSQL.isOpen) AND id <> $2 AND EXISTS (SELECT 1 FROM alert WHERE id = $1)
    """

  private static let adopt = """
    UPDATE alert SET incident = (SELECT id FROM incident WHERE cause = $3 AND \(IncidentSQL.isOpen)) \
    WHERE id = $1 AND EXISTS (SELECT 1 FROM incident WHERE \(isJoining))
    """

  private static let join = """
    UPDATE incident SET version = version + 1, entries = entries + 1, next_due = $4 WHERE \(isJoining)
    """

  private static let append = """
    INSERT INTO timeline (\(TimelineSQL.columns)) \
    SELECT id * \(RowID.limit) + entries - 1, $4, $5, $6, $7, $8, $9, $10 FROM incident \
    WHERE \(isJoining) AND entries < \(RowID.limit)
    """

  private static let isOpened = "WHERE EXISTS (SELECT 1 FROM incident WHERE id = "

  private static let entry = """
    INSERT INTO timeline (\(TimelineSQL.columns)) SELECT $1, $2, $3, $4, $5, $6, $7, $8 \(isOpened)$9)
    """

  private static let page = """
    INSERT INTO page (\(PageSQL.columns)) SELECT \(PageSQL.placeholders) \(isOpened)$\(PageSQL.count + 1))
    """
}

extension OpeningUpsert.Attempt {
  /// The incident that it would open.
  fileprivate var id: Value { .int(plan.incident.id) }
}
