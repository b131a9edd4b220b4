import Incidents

/// One thing to be sent to one subscriber: stored with what it tells, sent later, tried again.
package struct Bulletin: Sendable, Hashable {
  package enum Subject: String, Sendable, Hashable { case confirm, update, maintenance }

  package var subscriber: Int64
  package var subject: Subject
  /// Number of the message or announcement.
  package var item: Int64
  package var attempts: Int
  package var created: Timestamp
}

package enum BulletinQueries {
  /// When the next one is due; no row where none waits.
  package static let earliestDue = Query(
    "SELECT due FROM bulletin WHERE status IN ('pending', 'sending') AND status = 'pending' ORDER BY due LIMIT 1"
  ) { row throws(StorageError) in try row.time(0) }

  /// One row: how many were being sent when their time ran out.
  package static func staleClaims(before now: Timestamp) -> Query<Int> {
    Query(
      """
      SELECT count(*) FROM bulletin WHERE status IN ('pending', 'sending') AND status = 'sending' AND claim_until <= $1
      """, [.time(now)]
    ) { row throws(StorageError) in try row.count(0) }
  }

  /// One row a state: how many.
  package static let counts = Query("SELECT status, count(*) FROM bulletin GROUP BY status") {
    row throws(StorageError) in (status: try row.text(0), count: try row.count(1))
  }
}

package enum BulletinStatements {
  static func toAll(_ subject: Bulletin.Subject, _ item: Int64, at now: Timestamp) -> Statement {
    Statement(
      """
      INSERT INTO bulletin (subscriber, subject, item, status, due, attempts, evidence, created) \
      SELECT id, $1, $2, 'pending', $3, 0, '', $3 FROM subscriber \
      WHERE confirmed IS NOT NULL AND ended IS NULL
      """, [[.text(subject.rawValue), .int(item), .time(now)]])
  }

  static func toOne(
    _ subject: Bulletin.Subject, _ item: Int64, _ subscriber: Subscriber, at now: Timestamp
  ) -> Statement {
    Statement(
      """
      INSERT INTO bulletin (subscriber, subject, item, status, due, attempts, evidence, created) \
      SELECT id, $3, $4, 'pending', $5, 0, '', $5 FROM subscriber WHERE kind = $1 AND address = $2
      """,
      [
        [
          .text(subscriber.kind.rawValue), .text(subscriber.address), .text(subject.rawValue), .int(item), .time(now),
        ]
      ], expect: 1)
  }

  /// Takes up to `limit` that are due; the rows returned are they (`bulletins(from:)`).
  package static func claim(due now: Timestamp, limit: Int, until: Timestamp) -> Statement {
    Statement(
      """
      UPDATE bulletin SET status = 'sending', attempts = attempts + 1, claim_until = $3 \
      WHERE (subscriber, subject, item) IN (SELECT subscriber, subject, item FROM bulletin \
      WHERE status IN ('pending', 'sending') AND status = 'pending' AND due <= $1 ORDER BY due LIMIT $2) \
      RETURNING subscriber, subject, item, attempts, created
      """, [[.time(now), .count(limit), .time(until)]])
  }

  package static func bulletins(from outcome: Outcome) throws(StorageError) -> [Bulletin] {
    try Query("") { row throws(StorageError) in
      Bulletin(
        subscriber: try row.int(0), subject: try row.named(1), item: try row.int(2), attempts: try row.count(3),
        created: try row.time(4))
    }.decoded(outcome.rows)
  }

  /// What became of one; `again` is another try.
  package static func conclude(
    _ bulletin: Bulletin, _ status: String, evidence: String, again: Timestamp?, at now: Timestamp
  ) -> Statement {
    Statement(
      """
      UPDATE bulletin SET status = $4, evidence = $5, due = coalesce($6, due), concluded = $7, claim_until = NULL \
      WHERE subscriber = $1 AND subject = $2 AND item = $3 AND status = 'sending'
      """,
      [
        [
          .int(bulletin.subscriber), .text(bulletin.subject.rawValue), .int(bulletin.item), .text(status),
          .text(evidence), .time(again), .time(again == nil ? now : nil),
        ]
      ])
  }

  /// Claims that ran out: of unknown outcome, sent again. A second mail is better than none.
  package static func release(claimedBefore limit: Timestamp, now: Timestamp) -> Statement {
    Statement(
      """
      UPDATE bulletin SET status = 'pending', due = $2, claim_until = NULL \
      WHERE status IN ('pending', 'sending') AND status = 'sending' AND claim_until <= $1
      """, [[.time(limit), .time(now)]])
  }
}
