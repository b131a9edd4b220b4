import Incidents

/// From burning to watched and back, by what the alerts' sources say.
extension Draft {
  mutating func followAlerts() {
    switch incident.status {
    case .triggered, .acknowledged: beginQuiet()
    case .monitoring:
      if alerts.firing > 0 { burnAgain() } else { endQuiet() }
    case .resolved:
      if alerts.firing > 0, let last = alerts.lastFired, last > incident.resolvedAt ?? now { beginAgain() }
    case .closed, .merged, .cancelled: break
    }
  }

  private mutating func beginQuiet() {
    guard alerts.total > 0, alerts.firing == 0 else { return }
    let since = min(alerts.lastResolved ?? now, now)
    // Quiet from before this climb began was known to whoever reopened it.
    guard incident.round == 1 || since >= incident.roundStart else { return }
    incident.status = .monitoring
    incident.quietSince = since
    cancel { $0.until == .acknowledged }
    let window = deadlines.quietWindow
    let assumed =
      window.line == nil && !window.isHold
      ? " The runbook states no time to watch: \(Wording.span(window.length)) is assumed." : window.words
    note(
      .monitoring, "Quiet: every alert is resolved",
      detail: "Watched until \(Wording.clock(since + window.length)); rungs wait.\(assumed)", line: window.line)
  }

  /// The ladder goes on where it stood: its clock did not run while it was quiet.
  private mutating func burnAgain() {
    if let since = incident.quietSince { incident.roundStart = incident.roundStart + (now - since) }
    incident.quietSince = nil
    incident.status = incident.acknowledgedAt == nil ? .triggered : .acknowledged
    let flapped = flaps
    begin()
    note(
      .firingAgain, flaps && !flapped ? "It fires again, and flaps" : "It fires again",
      detail: alerts.firing == 1 ? "1 alert fires." : "\(alerts.firing) alerts fire.")
    guard incident.acknowledgedAt == nil else { return }
    for step in ladder where stoppedUnsent(step) { incident.served &= ~step.bit }
  }

  /// One of its alerts fires again soon after it was resolved: the same trouble, so the same incident.
  private mutating func beginAgain() {
    let passed = incident.resolvedAt.map { Wording.span(now - $0) } ?? "a while"
    begin()
    reopen(by: TimelineEntry.tocsin, "It fires again \(passed) after it was resolved", detail: flaps ? "It flaps." : "")
  }

  private mutating func begin() {
    incident.engagement.beginnings = (incident.engagement.beginnings + [now]).suffix(GatheringRules.Flapping.kept)
  }

  private var flaps: Bool { team.gathering.flapping.holds(incident.engagement.beginnings, at: now) }

  /// A rung whose pages were all stopped before they left has paged nobody yet.
  private func stoppedUnsent(_ step: LadderStep) -> Bool {
    let own = known.filter { $0.round == incident.round && $0.rung == step.index }
    return !own.isEmpty && own.allSatisfy { $0.status == .cancelled && $0.attempts == 0 }
  }

  private mutating func endQuiet() {
    guard let quiet = deadlines.quiet, quiet.due <= now else { return }
    let length = Wording.span(quiet.interval)
    let assumed =
      deadlines.quietWindow.isHold
      ? "It flapped: so long a quiet ends it."
      : quiet.line == nil ? "The runbook states no time to watch: \(length) is assumed." : ""
    close(
      by: TimelineEntry.tocsin, "Resolved: quiet for \(Wording.span(quiet.interval))", detail: assumed, line: quiet.line
    )
  }

  /// Ends the incident: nothing of it is paged any more, and whoever was paged is told.
  mutating func close(by actor: String, _ text: String, detail: String, line: Int?) {
    incident.status = .resolved
    incident.resolvedAt = now
    incident.resolvedBy = actor
    incident.engagement.handover = nil
    cancel { !$0.reason.outlivesEnd }
    note(.resolved, by: actor, text, detail: detail, line: line)
    tellResolved(besides: actor, text)
  }

  mutating func tellResolved(besides actor: String, _ text: String) {
    let reached: Set<Page.Status> = [.accepted, .delivered, .acknowledged]
    var told: Set<String> = [actor]
    for page in known where reached.contains(page.status) && page.reason.climbs {
      guard told.insert(page.person).inserted, let person = team.receiver(of: page) else { continue }
      let cause = PageCause(
        rung: nil, reason: .resolved, because: text, role: incident.name, until: .resolved, line: nil)
      _ = send(page.method, to: person, cause, due: now)
    }
  }
}
