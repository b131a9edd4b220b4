import Incidents

package enum SelfTestStatements {
  /// One row of no incident, used again and again: whatever became of the last test, it is pending anew.
  package static func page(due: Timestamp) -> Statement {
    var page = Page(
      id: RowID.make(incident: 0, number: 0), incident: 0, round: 1, rung: nil, person: "tocsin",
      method: ContactMethod(channel: "self-test"), reason: .notice, due: due, why: "Self-test", line: nil, created: due)
    page.until = .resolved
    return Statement(
      """
      \(PageSQL.insert) ON CONFLICT (id) DO UPDATE SET status = excluded.status, due = excluded.due, \
      created = excluded.created, epoch = page.epoch + 1, attempts = 0, claim_until = NULL, owner = NULL
      """, [PageSQL.values(page)], expect: 1)
  }
}
