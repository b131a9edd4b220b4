import Engine
import Incidents
import Storage

/// Which incident an alert belongs to that is open already, or was until lately.
extension IntakeRound {
  struct Found {
    var incident: Int64
    /// For the alert's path; nil where it has the same cause.
    var why: String?
    /// How its joining is told.
    var words = "Another alert of this cause"
  }

  /// nil where it opens an incident of its own.
  mutating func gathered(_ sorted: inout Triage) -> Found? {
    if let incident = state.index.incident(cause: sorted.cause), isInTime(incident, sorted) {
      noteLikeness(sorted, incident)
      return Found(incident: incident)
    }
    if let reopened = reopened(sorted) { return reopened }
    guard sorted.isCommon else { return nil }
    if !sorted.isWorst, let alike = alike(sorted) { return alike }
    return storm(&sorted)
  }

  /// A route may say that only what comes soon after the last one joins.
  private func isInTime(_ incident: Int64, _ sorted: Triage) -> Bool {
    guard let within = sorted.within, let last = state.index.lastJoined(incident) else { return true }
    return now - last <= within
  }

  private mutating func reopened(_ sorted: Triage) -> Found? {
    let window = shelf.configuration.team.gathering.reopen
    guard window > .zero, let over = state.index.resolved(cause: sorted.cause), now - over.at <= window else {
      return nil
    }
    state.index.reopen(over, cause: sorted.cause, at: now)
    return Found(
      incident: over.incident, why: "Its incident was resolved \(Wording.span(now - over.at)) before: it burns again.",
      words: "It fires again")
  }

  private mutating func alike(_ sorted: Triage) -> Found? {
    let window = shelf.configuration.team.gathering.alike
    guard window > .zero, let likeness = sorted.likeness,
      let incident = state.gathering.incident(like: likeness, within: window, at: now), state.index.isOpen(incident)
    else { return nil }
    noteLikeness(sorted, incident)
    return Found(
      incident: incident, why: "It is like one that came less than \(Wording.span(window)) before: one incident.",
      words: "Another alert like it")
  }

  mutating func noteLikeness(_ sorted: Triage, _ incident: Int64) {
    guard sorted.isCommon, let likeness = sorted.likeness else { return }
    state.gathering.note(likeness, in: incident, at: now)
  }

  /// Too many incidents of one key in a short time are one: it opens as such, or joins the one that is open.
  private mutating func storm(_ sorted: inout Triage) -> Found? {
    let rule = shelf.configuration.team.gathering.storm
    guard !sorted.isWorst || rule.takesWorst, state.gathering.isStorm(sorted.integration, rule, at: now) else {
      return nil
    }
    let words = "more than \(rule.after) new incidents in \(Wording.span(rule.within))"
    sorted.cause = Cause.storm(of: sorted.integration, runbook: sorted.runbook)
    if let incident = state.index.incident(cause: sorted.cause) {
      return Found(incident: incident, why: "By its key came \(words): one storm.", words: "Gathered in the storm")
    }
    sorted.event.summary = "Storm by \(keyName(sorted.integration) ?? "one key"): \(words). \(sorted.event.summary)"
    sorted.severity.reasons.append(Reason("By one key came \(words): all further ones are this one."))
    return nil
  }
}

// MARK: what is told

extension IntakeRound {
  /// Of a crowd only the first are told one by one, then how many there are: 50, 100, 200, 500 and so on. Each entry
  /// makes decisions that are being taken on the incident stale, so a storm must have few.
  func joinedEntries(_ event: AlertEvent, _ found: Found) -> [TimelineEntry] {
    let count = state.index.size(of: found.incident) + 1
    guard count <= 20 || Self.isRound(count) else { return [] }
    let text = count <= 20 ? "\(found.words): \(event.summary)" : "\(count) alerts so far; the latest: \(event.summary)"
    return [
      TimelineEntry(
        incident: found.incident, at: now, kind: .alert, actor: event.source.isEmpty ? "alert" : event.source,
        text: text)
    ]
  }

  /// One, two or five of some power of ten.
  static func isRound(_ count: Int) -> Bool {
    var count = count
    while count > 9, count % 10 == 0 { count /= 10 }
    return [1, 2, 5].contains(count)
  }

  static func resolvedEntry(_ event: AlertEvent, _ incident: Int64, _ now: Timestamp) -> TimelineEntry {
    TimelineEntry(
      incident: incident, at: now, kind: .alertResolved, actor: event.source.isEmpty ? "alert" : event.source,
      text: event.summary.isEmpty ? "An alert was resolved by its source" : "Resolved by its source: \(event.summary)")
  }
}
