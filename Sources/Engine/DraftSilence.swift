import Incidents

/// Silences hold back paging; they never resolve.
extension Draft {
  mutating func followSilences() {
    let covers = incident.status.isOpen && alerts.firing > 0 && alerts.silenced >= alerts.firing
    guard covers != incident.marks.contains(.silenced) else { return }
    if covers { beginSilence() } else { endSilence() }
  }

  private mutating func beginSilence() {
    incident.marks.insert(.silenced)
    cancel { $0.reason != .resolved }
    note(
      .silenced, "Silenced: nobody is paged while it lasts",
      detail: "A silence covers \(alerts.firing == 1 ? "the alert" : "all \(alerts.firing) alerts") of it.")
  }

  /// What still fires pages at once, from the first rung, unless somebody has it in hand already.
  private mutating func endSilence() {
    incident.marks.remove(.silenced)
    guard alerts.firing > 0, incident.status.isOpen else { return }
    // What was held back is promised from now: nothing of it is late.
    beginPromisesAnew()
    guard incident.acknowledgedAt == nil else {
      note(.firingAgain, "The silence is over, and it still fires", detail: "It is acknowledged already.")
      return
    }
    note(.firingAgain, "The silence is over, and it still fires", detail: "The ladder begins again.")
    beginRound(at: now, .silenceOver)
  }
}
