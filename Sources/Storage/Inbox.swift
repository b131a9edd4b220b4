import Foundation
import Incidents

/// What a node that stands by took from a sender, for the node that serves to count. Its sender has its answer, or gets
/// it when this is on disk.
package struct InboxItem: Sendable, Hashable {
  /// What one request held, whatever its protocol.
  package enum Matter: Sendable, Hashable {
    case events([AlertEvent])
    case ping(HeartbeatPing)
    case changes([ChangeEvent])
  }

  /// In the order in which they were committed, over all nodes; 0 before that.
  package var id: Int64
  /// The ingest key that it came by.
  package var integration: Int64
  package var received: Timestamp
  package var kind: String
  /// JSON.
  package var body: String

  /// Bytes of the body.
  package var size: Int { body.utf8.count }

  /// Throws where the matter cannot be coded.
  package init(_ matter: Matter, integration: Int64, received: Timestamp) throws {
    id = 0
    self.integration = integration
    self.received = received
    let coded: (kind: String, body: Data) =
      switch matter {
      case .events(let events): ("events", try JSONEncoder().encode(events))
      case .ping(let ping): ("ping", try JSONEncoder().encode(ping))
      case .changes(let changes): ("changes", try JSONEncoder().encode(changes))
      }
    kind = coded.kind
    body = String(decoding: coded.body, as: UTF8.self)
  }

  init(id: Int64, integration: Int64, received: Timestamp, kind: String, body: String) {
    self.id = id
    self.integration = integration
    self.received = received
    self.kind = kind
    self.body = body
  }

  /// Throws `broken` where another build wrote what this one cannot read.
  package func matter() throws(StorageError) -> Matter {
    let data = Data(body.utf8)
    do {
      switch kind {
      case "events": return .events(try JSONDecoder().decode([AlertEvent].self, from: data))
      case "ping": return .ping(try JSONDecoder().decode(HeartbeatPing.self, from: data))
      case "changes": return .changes(try JSONDecoder().decode([ChangeEvent].self, from: data))
      default: throw StorageError.broken("this build knows no \(kind)")
      }
    } catch {
      throw .broken("what waits in the inbox under \(id) is not readable: \(error)")
    }
  }
}

package enum InboxQueries {
  /// What waits, first come first.
  package static func waiting(after id: Int64, limit: Int) -> Query<InboxItem> {
    Query(
      "SELECT id, integration, received, kind, body FROM inbox WHERE id > $1 ORDER BY id LIMIT $2",
      [.int(id), .count(limit)]
    ) { row throws(StorageError) in
      InboxItem(
        id: try row.int(0), integration: try row.int(1), received: try row.time(2), kind: try row.text(3),
        body: try row.text(4))
    }
  }

  /// Which of these numbers still wait.
  package static func numbers(from first: Int64, to last: Int64) -> Query<Int64> {
    Query("SELECT id FROM inbox WHERE id >= $1 AND id <= $2", [.int(first), .int(last)]) { row throws(StorageError) in
      try row.int(0)
    }
  }

  /// How much waits of each ingest key.
  package static let fill = Query(
    "SELECT integration, count(*), coalesce(sum(size), 0) FROM inbox GROUP BY integration"
  ) { row throws(StorageError) in (integration: try row.int(0), rows: try row.count(1), bytes: try row.count(2)) }
}

package enum InboxStatements {
  /// Keeps them in this order; the second one returns their numbers.
  package static func keep(_ items: [InboxItem]) -> [Statement] {
    [
      Statement(
        """
        INSERT INTO inbox_number (one, last) VALUES (1, $1) \
        ON CONFLICT (one) DO UPDATE SET last = inbox_number.last + excluded.last
        """, [[.count(items.count)]], expect: 1),
      Statement(
        """
        INSERT INTO inbox (id, integration, received, kind, size, body) \
        SELECT last - $1, $2, $3, $4, $5, $6 FROM inbox_number WHERE one = 1 RETURNING id
        """,
        items.enumerated().map { place, item in
          [
            .count(items.count - 1 - place), .int(item.integration), .time(item.received), .text(item.kind),
            .count(item.size), .text(item.body),
          ]
        }, expect: items.count),
    ]
  }

  /// The numbers that `keep` gave, in the order of its items.
  package static func numbers(_ outcomes: [Outcome], of count: Int) throws(StorageError) -> [Int64] {
    guard let rows = outcomes.last?.rows, rows.count == count else { throw .broken("an inbox without numbers") }
    var numbers: [Int64] = []
    for row in rows.indices { numbers.append(try RowReader(rows, row: row).int(0)) }
    return numbers.sorted()
  }

  /// They are counted by the same commit. A conflict where one of them was counted before.
  package static func counted(_ ids: [Int64]) -> Statement {
    Statement("DELETE FROM inbox WHERE id = $1", ids.sorted().map { [.int($0)] }, expect: ids.count)
  }
}
