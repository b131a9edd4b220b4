import Incidents
import Runbooks

/// Pages that wait for the end of a person's quiet hours. They are stored like any other and cannot be lost; the
/// ladder goes on meanwhile, and a climb is not over before they have gone out.
extension Draft {
  /// Until when a page to somebody waits; nil where it goes out at once. What a person asks for, a situation calls for
  /// or stands in for somebody else never waits, nor does the worst severity.
  func held(_ person: Person, _ reason: Page.Reason, at: Timestamp) -> Timestamp? {
    let waiting: Set<Page.Reason> = [.first, .escalated, .reminder, .repeated, .severityRaised]
    guard let quiet = person.quiet, waiting.contains(reason),
      QuietRules.waits(quiet, incident.severity, policy.runbook)
    else { return nil }
    return quiet.end(at: at)
  }

  mutating func noteHeld(_ person: Person, _ cause: PageCause, until: Timestamp) {
    let clock = person.quiet.map { $0.zone.local(until).civil.clock + ($0.zone == .utc ? "" : " \($0.zone.name)") }
    pagedNow[person.id] = note(
      .held, "\(person.name) is quiet until \(clock ?? Wording.clock(until)) and paged then",
      detail: "\(cause.role). The ladder goes on.", line: cause.line)
  }

  /// What waited under another severity and would not under this one goes out at once.
  mutating func releaseHeld() {
    for page in known where page.isHeld && !cancelled.contains(page.id) {
      guard let person = team.person(page.person), held(person, page.reason, at: now) == nil else { continue }
      cancelled += known.filter {
        $0.status == .pending && $0.person == page.person && $0.rung == page.rung && !cancelled.contains($0.id)
      }.map(\.id)
      let cause = PageCause(
        rung: page.rung, reason: .severityRaised, because: "raised to \(incident.severity)", role: person.name,
        until: page.until, line: page.line, assumption: page.assumption)
      self.page(person, cause)
    }
  }
}

extension Page {
  /// It waits for the end of quiet hours: every other page but a reminder is due when it is made.
  package var isHeld: Bool {
    status == .pending && attempts == 0 && due > created && reason.climbs && !reason.isReminder
  }
}
