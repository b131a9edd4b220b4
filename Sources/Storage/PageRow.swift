import Incidents

/// A page as a row. Its incident is in its id.
enum PageSQL {
  /// Something may still happen to it by itself; the words of the partial index on the due time. A query that is
  /// to use that index repeats them.
  static let isUnfinished = "status IN ('pending', 'sending')"

  static let columns = """
    id, round, rung, person, channel, address, method_after, reason, status, due, until, epoch, claim_until, owner, \
    attempts, evidence, may_be_repeat, why, line, created, concluded, assumption
    """

  static let count = 22

  /// `$1` to `$22`, in the order of `columns`.
  static let placeholders = (1...count).map { "$\($0)" }.joined(separator: ", ")

  static let insert = "INSERT INTO page (\(columns)) VALUES (\(placeholders))"

  /// `owner` names the process that holds the page while it is being sent.
  static func values(_ page: Page, owner: String? = nil) -> [Value] {
    [
      .int(page.id), .count(page.round), .count(page.rung), .text(page.person), .text(page.method.channel),
      .text(page.method.address), .int(page.method.after.microseconds), .text(page.reason.rawValue),
      .text(page.status.rawValue), .time(page.due), .text(page.until.rawValue), .int(page.epoch),
      .time(page.claimUntil), .text(page.status == .sending ? owner : nil), .count(page.attempts),
      .text(page.evidence), .bool(page.mayBeRepeat), .text(page.why), .count(page.line), .time(page.created),
      .time(page.concluded), .text(page.assumption),
    ]
  }

  @Sendable static func decode(_ row: RowReader) throws(StorageError) -> Page {
    let id = try row.int(0)
    let method = ContactMethod(
      channel: try row.text(4), address: try row.text(5), after: Span(microseconds: try row.int(6)))
    var page = Page(
      id: id, incident: RowID.incident(of: id), round: try row.count(1),
      rung: try row.optionalInt(2).map(Int.init(clamping:)), person: try row.text(3), method: method,
      reason: try row.named(7), status: try row.named(8), due: try row.time(9), until: try row.named(10),
      why: try row.text(17), line: try row.optionalInt(18).map(Int.init(clamping:)), created: try row.time(19))
    page.epoch = try row.int(11)
    page.claimUntil = try row.optionalTime(12)
    page.attempts = try row.count(14)
    page.evidence = try row.text(15)
    page.mayBeRepeat = try row.bool(16)
    page.concluded = try row.optionalTime(20)
    page.assumption = try row.optionalText(21)
    return page
  }
}
