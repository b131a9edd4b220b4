import Incidents

/// Who may send a page now. A claim lasts until `until` and bears an epoch; what an older epoch reports is refused,
/// so that two senders never both conclude one page.
package enum Claims {
  /// Takes up to `limit` pages that are due by `now`; the rows returned are the pages (`pages(from:)`). That no page
  /// is taken twice rests on the outer condition; SKIP LOCKED, which SQLite's driver removes, is speed only.
  /// Those of one channel, or of all.
  package static func claim(
    due now: Timestamp, limit: Int, until: Timestamp, owner: String, channel: String? = nil
  ) -> Statement {
    let arguments: [Value] = [.time(now), .count(limit), .time(until), .text(owner)]
    guard let channel else { return Statement(claimDue(""), [arguments]) }
    return Statement(claimDue(" AND channel = $5"), [arguments + [.text(channel)]])
  }

  /// The pages of a claim that can be read, and the identifiers of those that cannot.
  package static func readable(from outcome: Outcome) -> (pages: [Page], unreadable: [Int64]) {
    var (pages, unreadable): ([Page], [Int64]) = ([], [])
    for row in outcome.rows.indices {
      let reader = RowReader(outcome.rows, row: row)
      if let page = try? PageSQL.decode(reader) {
        pages.append(page)
      } else if let id = try? reader.int(0) {
        unreadable.append(id)
      }
    }
    return (pages, unreadable)
  }

  /// Sets claimed rows that cannot be read aside: they are tried no more.
  package static func quarantine(_ pages: [Int64], at now: Timestamp) -> Statement {
    Statement(
      "UPDATE page SET status = 'failed', evidence = 'this row cannot be read', concluded = $2, claim_until = NULL, "
        + "owner = NULL WHERE id = $1 AND status = 'sending'", pages.map { [.int($0), .time(now)] })
  }

  /// The pages that a claim or a release returned, the longest due first.
  package static func pages(from outcome: Outcome) throws(StorageError) -> [Page] {
    try Query("", decode: PageSQL.decode).decoded(outcome.rows).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
  }

  /// Makes a page born claimed: it is stored as being sent already, which saves a commit before its first attempt.
  package static func born(_ page: Page, until: Timestamp) -> Page {
    var page = page
    page.status = .sending
    page.epoch = 1
    page.attempts = 1
    page.claimUntil = until
    return page
  }

  /// What became of attempts, and the look that the engine must take where one says so. Guards come first.
  package static func conclude(_ conclusions: [Conclusion]) -> [Statement] {
    let sorted = conclusions.sorted { $0.page < $1.page }
    var statements = [Statement(concludePage, sorted.map(\.values), expect: sorted.count)]
    var touches = IncidentTouches()
    for conclusion in sorted where conclusion.wake != nil || !conclusion.notes.isEmpty {
      touches.add(RowID.incident(of: conclusion.page), conclusion.notes, due: conclusion.wake)
    }
    statements += touches.updates() + touches.appends()
    return statements
  }

  /// Pages whose claim ran out before `now` become pending again, due at once, marked as possible repeats; their
  /// attempts are kept. At start, when no sender lives, pass the end of time: every claim is stale.
  package static func release(claimedBefore limit: Timestamp, now: Timestamp) -> Statement {
    Statement(releaseStale, [[.time(limit), .time(now)]])
  }

  private static func claimDue(_ which: String) -> String {
    """
    WITH due AS MATERIALIZED (SELECT id FROM page WHERE \(PageSQL.isUnfinished) AND status = 'pending' AND due <= $1\(which) \
    ORDER BY due, id LIMIT $2 FOR UPDATE SKIP LOCKED) \
    UPDATE page SET status = 'sending', epoch = epoch + 1, attempts = attempts + 1, claim_until = $3, owner = $4 \
    WHERE id IN (SELECT id FROM due) AND status = 'pending' RETURNING \(PageSQL.columns)
    """
  }

  private static let concludePage = """
    UPDATE page SET status = $3, evidence = $4, due = coalesce($5, due), concluded = $6, may_be_repeat = $7, \
    claim_until = NULL, owner = NULL WHERE id = $1 AND epoch = $2 AND status = 'sending'
    """

  private static let releaseStale = """
    UPDATE page SET status = 'pending', due = $2, may_be_repeat = true, claim_until = NULL, owner = NULL \
    WHERE \(PageSQL.isUnfinished) AND status = 'sending' AND (claim_until IS NULL OR claim_until <= $1) \
    RETURNING \(PageSQL.columns)
    """
}

/// What became of one attempt, as it is stored.
package struct Conclusion: Sendable, Hashable {
  package var page: Int64
  /// The epoch of the claim that sent it.
  package var epoch: Int64
  /// `pending` with a new `due` is another try later.
  package var status: Page.Status
  package var evidence: String
  package var due: Timestamp?
  package var mayBeRepeat: Bool
  package var concluded: Timestamp?
  /// When the engine must look at the incident because of this; nil where nothing follows.
  package var wake: Timestamp?
  /// To be appended to the incident's timeline.
  package var notes: [TimelineEntry]

  package init(
    page: Int64, epoch: Int64, status: Page.Status, evidence: String, due: Timestamp? = nil,
    mayBeRepeat: Bool = false, concluded: Timestamp? = nil, wake: Timestamp? = nil, notes: [TimelineEntry] = []
  ) {
    self.page = page
    self.epoch = epoch
    self.status = status
    self.evidence = evidence
    self.due = due
    self.mayBeRepeat = mayBeRepeat
    self.concluded = concluded
    self.wake = wake
    self.notes = notes
  }

  fileprivate var values: [Value] {
    [
      .int(page), .int(epoch), .text(status.rawValue), .text(evidence), .time(due), .time(concluded),
      .bool(mayBeRepeat),
    ]
  }
}
