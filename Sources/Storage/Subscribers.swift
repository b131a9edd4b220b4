import Incidents

/// Somebody who follows the public page. Nothing is sent before they confirmed, and nothing after they left.
package struct Subscriber: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable { case mail, webhook }

  package var id: Int64
  package var kind: Kind
  package var address: String
  package var created: Timestamp
  /// When they were last asked to confirm.
  package var asked: Timestamp
  package var confirmed: Timestamp?
  package var ended: Timestamp?

  package init(
    id: Int64, kind: Kind, address: String, created: Timestamp, asked: Timestamp, confirmed: Timestamp? = nil,
    ended: Timestamp? = nil
  ) {
    self.id = id
    self.kind = kind
    self.address = address
    self.created = created
    self.asked = asked
    self.confirmed = confirmed
    self.ended = ended
  }
}

package enum SubscriberQueries {
  private static let columns = "id, kind, address, created, asked, confirmed, ended"

  package static func byId(_ id: Int64) -> Query<Subscriber> {
    Query("SELECT \(columns) FROM subscriber WHERE id = $1", [.int(id)], decode: decode)
  }

  package static func byAddress(_ kind: Subscriber.Kind, _ address: String) -> Query<Subscriber> {
    Query(
      "SELECT \(columns) FROM subscriber WHERE kind = $1 AND address = $2", [.text(kind.rawValue), .text(address)],
      decode: decode)
  }

  /// One row a kind: how many follow by it.
  package static let counts = Query(
    "SELECT kind, count(*) FROM subscriber WHERE confirmed IS NOT NULL AND ended IS NULL GROUP BY kind"
  ) { row throws(StorageError) in
    (kind: try row.named(0, as: Subscriber.Kind.self), count: try row.count(1))
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> Subscriber {
    Subscriber(
      id: try row.int(0), kind: try row.named(1), address: try row.text(2), created: try row.time(3),
      asked: try row.time(4), confirmed: try row.optionalTime(5), ended: try row.optionalTime(6))
  }
}

package enum SubscriberStatements {
  /// Asks to confirm, the first time or again; one that follows already is left alone by the caller.
  package static func ask(_ subscriber: Subscriber) -> [Statement] {
    let insert = Statement(
      """
      INSERT INTO subscriber (id, kind, address, created, asked) VALUES ($1, $2, $3, $4, $5) \
      ON CONFLICT (kind, address) DO UPDATE SET asked = excluded.asked, confirmed = NULL, ended = NULL
      """,
      [
        [
          .int(subscriber.id), .text(subscriber.kind.rawValue), .text(subscriber.address), .time(subscriber.created),
          .time(subscriber.asked),
        ]
      ], expect: 1)
    return [
      insert, BulletinStatements.toOne(.confirm, subscriber.asked.microseconds, subscriber, at: subscriber.asked),
    ]
  }

  package static func confirm(_ id: Int64, at now: Timestamp) -> Statement {
    Statement(
      "UPDATE subscriber SET confirmed = $2 WHERE id = $1 AND confirmed IS NULL AND ended IS NULL",
      [[.int(id), .time(now)]])
  }

  /// Ends it, and with it everything that was still to be sent there.
  package static func leave(_ id: Int64, at now: Timestamp) -> [Statement] {
    [
      Statement("UPDATE subscriber SET ended = $2 WHERE id = $1 AND ended IS NULL", [[.int(id), .time(now)]]),
      Statement(
        "UPDATE bulletin SET status = 'cancelled', concluded = $2 WHERE subscriber = $1 AND status = 'pending'",
        [[.int(id), .time(now)]]),
    ]
  }

  /// Forgets addresses that never confirmed, so that a stranger's address does not stay here.
  package static func forget(askedBefore limit: Timestamp) -> [Statement] {
    [
      Statement(
        """
        DELETE FROM bulletin WHERE subscriber IN \
        (SELECT id FROM subscriber WHERE (confirmed IS NULL AND asked < $1) OR ended < $1)
        """, [[.time(limit)]]),
      Statement(
        "DELETE FROM subscriber WHERE (confirmed IS NULL AND asked < $1) OR ended < $1", [[.time(limit)]]),
    ]
  }
}
