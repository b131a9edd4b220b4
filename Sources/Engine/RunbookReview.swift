import Incidents
import Runbooks

/// The clock of the document itself, which runs outside every incident.
package enum RunbookReview {
  /// By when the runbook is to be reviewed: its own date, else its rhythm from its last update. nil where it says
  /// neither.
  package static func clock(_ runbook: Runbook, now: Timestamp) -> Clock? {
    if let date = runbook.nextReview, let due = end(of: date) {
      let from = runbook.lastUpdated.flatMap(end) ?? due - .days(91)
      return clock(due, from: from, line: runbook.upkeep.nextReviewLine, why: "by its own date", assumption: nil, now)
    }
    guard let days = runbook.upkeep.everyDays, let updated = runbook.lastUpdated, let from = end(of: updated) else {
      return nil
    }
    return clock(
      from + .days(days), from: from, line: runbook.upkeep.everyLine, why: "\(days) days after \(updated)",
      assumption: "The runbook names no date: its rhythm is counted from its last update.", now)
  }

  /// What `tocsin check` and the first page say: "The runbook's review is due on 2026-03-04, in 12 days".
  package static func sentence(_ clock: Clock, now: Timestamp) -> String {
    let days = Int(clamping: abs((clock.due - now).seconds) / 86_400)
    let date = CivilTime(clock.due - .seconds(1)).date
    let count = days == 1 ? "1 day" : "\(days) days"
    guard clock.due > now else { return "The runbook's review was due on \(date), \(count) ago." }
    return "The runbook's next review is due on \(date), in \(count)."
  }

  private static func clock(
    _ due: Timestamp, from: Timestamp, line: Int?, why: String, assumption: String?, _ now: Timestamp
  ) -> Clock {
    let interval = max(due - from, .days(1))
    var clock = Clock(
      kind: .runbookReview, state: Clocks.state(due: due, interval: interval, now: now), what: "Runbook review",
      why: why, due: due, interval: interval, line: line)
    // Ten minutes' warning is none for a review.
    if clock.state == .running, due - now < .days(14) { clock.state = .soon }
    clock.assumption = assumption
    return clock
  }

  /// The midnight after a date.
  private static func end(of date: String) -> Timestamp? {
    BusinessCalendar.day(of: date).map { Timestamp(microseconds: ($0 &+ 1) &* 86_400_000_000) }
  }
}
