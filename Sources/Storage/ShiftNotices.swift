import Incidents

/// Words to people about their shifts, each kept under a key of its own so that none is sent twice.
package struct ShiftNotice: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable {
    case pending, sending, sent, failed
  }

  /// What it is about: the same shift or change has the same key.
  package var key: String
  package var person: String
  package var title: String
  package var text: String
  package var status: Status
  /// When it is to be sent.
  package var due: Timestamp
  package var attempts: Int
  /// It was on its way when a process ended: the person may have it already.
  package var mayBeRepeat: Bool

  package init(
    key: String, person: String, title: String, text: String, status: Status = .pending, due: Timestamp,
    attempts: Int = 0, mayBeRepeat: Bool = false
  ) {
    self.key = key
    self.person = person
    self.title = title
    self.text = text
    self.status = status
    self.due = due
    self.attempts = attempts
    self.mayBeRepeat = mayBeRepeat
  }
}

package enum NoticeQueries {
  /// To be sent by `now`, the longest due first.
  package static func due(_ now: Timestamp, limit: Int) -> Query<ShiftNotice> {
    Query(
      """
      SELECT key, person, title, text, status, due, attempts, may_be_repeat FROM shift_notice \
      WHERE status = 'pending' AND due <= $1 ORDER BY due, key LIMIT $2
      """, [.time(now), .count(limit)], decode: decode)
  }

  /// Every notice of a person, for tests and support.
  package static func of(_ person: String) -> Query<ShiftNotice> {
    Query(
      """
      SELECT key, person, title, text, status, due, attempts, may_be_repeat FROM shift_notice WHERE person = $1 \
      ORDER BY due, key
      """, [.text(person)], decode: decode)
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> ShiftNotice {
    ShiftNotice(
      key: try row.text(0), person: try row.text(1), title: try row.text(2), text: try row.text(3),
      status: try row.named(4), due: try row.time(5), attempts: try row.count(6), mayBeRepeat: try row.bool(7))
  }
}

package enum NoticeStatements {
  /// Plans notices; one whose key is known stays as it is.
  package static func plan(_ notices: [ShiftNotice]) -> Statement {
    Statement(
      """
      INSERT INTO shift_notice (key, person, title, text, status, due, attempts, may_be_repeat) \
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (key) DO NOTHING
      """, notices.map(values))
  }

  /// Before an attempt; conflicts where somebody else took it.
  package static func take(_ notice: ShiftNotice) -> Statement {
    Statement(
      "UPDATE shift_notice SET status = 'sending', attempts = attempts + 1 WHERE key = $1 AND status = 'pending'",
      [[.text(notice.key)]], expect: 1)
  }

  /// What became of the attempt; `pending` with a later `due` is another try.
  package static func conclude(_ notice: ShiftNotice) -> Statement {
    Statement(
      "UPDATE shift_notice SET status = $2, due = $3, may_be_repeat = $4 WHERE key = $1",
      [[.text(notice.key), .text(notice.status.rawValue), .time(notice.due), .bool(notice.mayBeRepeat)]], expect: 1)
  }

  /// At start: what was on its way is sent again and marked.
  package static let release = Statement(
    "UPDATE shift_notice SET status = 'pending', may_be_repeat = true WHERE status = 'sending'", [[]])

  /// What is long past needs no memory.
  package static func forget(before limit: Timestamp) -> Statement {
    Statement("DELETE FROM shift_notice WHERE due < $1 AND status IN ('sent', 'failed')", [[.time(limit)]])
  }

  private static func values(_ notice: ShiftNotice) -> [Value] {
    [
      .text(notice.key), .text(notice.person), .text(notice.title), .text(notice.text), .text(notice.status.rawValue),
      .time(notice.due), .count(notice.attempts), .bool(notice.mayBeRepeat),
    ]
  }
}
