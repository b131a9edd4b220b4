import Foundation
import Incidents

package enum SilenceQueries {
  private static let columns = "id, matchers, integration, starts_at, ends_at, updated_at, created_by, comment"

  /// Those that run, are to come, or ended after `since`; the newest end first.
  package static func all(endedAfter since: Timestamp, limit: Int = 10_000) -> Query<Silence> {
    Query(
      "SELECT \(columns) FROM silence WHERE ends_at > $1 ORDER BY ends_at DESC, id LIMIT $2",
      [.time(since), .count(limit)], decode: decode)
  }

  package static func byId(_ id: String) -> Query<Silence> {
    Query("SELECT \(columns) FROM silence WHERE id = $1", [.text(id)], decode: decode)
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> Silence {
    Silence(
      id: try row.text(0), matchers: try StoredMatcher.read(try row.text(1)), integration: try row.optionalInt(2),
      starts: try row.time(3), ends: try row.time(4), updated: try row.time(5), by: try row.text(6),
      comment: try row.text(7))
  }
}

package enum SilenceStatements {
  package static func keep(_ silences: [Silence]) throws(StorageError) -> Statement {
    var sets: [[Value]] = []
    for silence in silences {
      sets.append([
        .text(silence.id), .text(try StoredMatcher.text(of: silence.matchers)), .int(silence.integration),
        .time(silence.starts), .time(silence.ends), .time(silence.updated), .text(silence.by), .text(silence.comment),
      ])
    }
    return Statement(
      """
      INSERT INTO silence (id, matchers, integration, starts_at, ends_at, updated_at, created_by, comment) \
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET \
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, updated_at = excluded.updated_at, \
      created_by = excluded.created_by, comment = excluded.comment
      """, sets, expect: sets.count)
  }

  /// Silences that ended before are of no use to anybody any more.
  package static func forget(endedBefore time: Timestamp) -> Statement {
    Statement("DELETE FROM silence WHERE ends_at < $1", [[.time(time)]])
  }
}

/// A matcher as it lies in its JSON column.
private struct StoredMatcher: Codable {
  var name: String
  var comparison: String
  var value: String

  static func text(of matchers: [Matcher]) throws(StorageError) -> String {
    let stored = matchers.map { StoredMatcher(name: $0.name, comparison: $0.comparison.rawValue, value: $0.value) }
    do { return String(decoding: try JSONEncoder().encode(stored), as: UTF8.self) } catch {
      throw .broken("matchers cannot be written: \(error)")
    }
  }

  static func read(_ text: String) throws(StorageError) -> [Matcher] {
    do {
      return try JSONDecoder().decode([StoredMatcher].self, from: Data(text.utf8)).map { stored in
        guard let comparison = Matcher.Operator(rawValue: stored.comparison) else {
          throw StorageError.broken("\(stored.comparison) is no comparison")
        }
        return try Matcher(stored.name, comparison, stored.value)
      }
    } catch {
      throw .broken("stored matchers are not readable: \(error)")
    }
  }
}
