import Engine
import Incidents

/// A decision and all that follows from it, as one commit.
package enum PlanStatements {
  /// The guard comes first: where another decision was faster, the commit conflicts and nothing of it remains.
  /// `expectedVersion` is the version of the view that the plan was made from.
  package static func of(_ plan: Plan, expectedVersion: Int64) -> [Statement] {
    of(NumberedPlan(plan), expectedVersion: expectedVersion)
  }

  /// The same for a plan that is numbered already, where its pages' identifiers are wanted before the commit.
  package static func of(_ plan: NumberedPlan, expectedVersion: Int64) -> [Statement] {
    var statements = [Statement(update, [values(plan, expectedVersion)], expect: 1)]
    if let move = plan.move { statements += leave(move, plan.incident.id) }
    if !plan.entries.isEmpty {
      statements.append(Statement(TimelineSQL.insert, plan.entries.map(TimelineSQL.values)))
    }
    if !plan.pages.isEmpty {
      statements.append(Statement(insertPage, plan.pages.map { PageSQL.values($0) }))
    }
    if !plan.items.isEmpty { statements.append(ItemStatements.keep(plan.items)) }
    if !plan.cancelled.isEmpty {
      statements.append(Statement(cancelPage, plan.cancelled.sorted().map { [.int($0), .time(plan.at)] }))
    }
    return statements + [TurnStatements.take(plan.turns)].compactMap { $0 }
  }

  private static let update = """
    UPDATE incident SET title = $3, service = $4, cause = $5, severity = $6, severity_rank = $7, scenario = $8, \
    reasons = $9, runbook = $10, status = $11, acknowledged_at = $12, acknowledged_by = $13, resolved_at = $14, \
    resolved_by = $15, quiet_since = $16, last_update_at = $17, promises = $18, round = $19, \
    round_start = $20, served = $21, marks = $22, next_due = $23, \
    version = version + 1, entries = entries + $24, pages = pages + $25, engagement = $26 \
    WHERE id = $1 AND version = $2
    """

  /// The lines of what is stored are those of the former revision; the rungs of its pages bear their new numbers.
  private static func leave(_ move: Plan.Move, _ incident: Int64) -> [Statement] {
    let pages = move.rungs.sorted { $0.key < $1.key }.map { [Value.int($0.key), .count($0.value)] }
    let former = Statement(TimelineSQL.leave, [[.int(move.from)] + RowRange.of(incident)])
    return pages.isEmpty ? [former] : [former, Statement("UPDATE page SET rung = $2 WHERE id = $1", pages)]
  }

  private static let insertPage = PageSQL.insert + " ON CONFLICT (id) DO NOTHING"

  private static let cancelPage = """
    UPDATE page SET status = 'cancelled', concluded = $2 WHERE id = $1 AND status = 'pending'
    """

  private static func values(_ plan: NumberedPlan, _ expectedVersion: Int64) -> [Value] {
    let incident = plan.incident
    return [
      .int(incident.id), .int(expectedVersion), .text(incident.title), .text(incident.service),
      .text(incident.cause), .text(incident.severity), .count(incident.severityRank), .text(incident.scenario),
      .text(StoredJSON.text(of: incident.reasons)), .int(incident.runbook), .text(incident.status.rawValue),
      .time(incident.acknowledgedAt), .text(incident.acknowledgedBy), .time(incident.resolvedAt),
      .text(incident.resolvedBy), .time(incident.quietSince), .time(incident.lastUpdateAt),
      .text(StoredJSON.text(of: incident.promises)), .count(incident.round), .time(incident.roundStart),
      .int(Int64(bitPattern: incident.served)), .int(incident.marks.rawValue), .time(incident.nextDue),
      .count(plan.entries.count), .count(plan.pages.count), .text(StoredJSON.text(of: incident.engagement)),
    ]
  }
}

extension NumberedPlan {
  /// When it was decided, as far as it says: the time of its last entry.
  fileprivate var at: Timestamp? { entries.last?.at }
}
