import Incidents

extension Draft {
  /// At most this often is the ladder climbed for one incident before the fault is raised.
  static let rounds = 3

  /// A ladder that nobody answered begins again; after the last time the fallback is paged and the fault is raised.
  mutating func climbAgain() {
    if fallback() == nil { return nobody() }
    guard let end = deadlines.roundEnd, end.due <= now else { return }
    let passed = Wording.span(now - incident.opened)
    let climb = incident.round - incident.engagement.firstRound + 1
    guard climb < Draft.rounds else { return giveUp(passed) }
    note(
      .exhausted, "Nobody answered in \(passed): the ladder begins again",
      detail: "Round \(climb + 1) of \(Draft.rounds).", line: end.line)
    beginRound(at: now, .nobodyAnswered)
  }

  /// A new climb from the first rung. What waits of the old one is superseded. Where it does not follow a climb that
  /// nobody answered, a run of climbs begins with it.
  mutating func beginRound(at start: Timestamp, _ why: Engagement.Beginning) {
    cancel { _ in true }
    incident.round += 1
    incident.engagement.began = why
    if why != .nobodyAnswered { incident.engagement.firstRound = incident.round }
    incident.roundStart = start
    incident.served = 0
    incident.marks.remove(.ladderExhausted)
  }

  private mutating func giveUp(_ passed: String) {
    incident.marks.insert(.ladderExhausted)
    note(
      .fault, "Nobody answered in \(passed), over \(Draft.rounds) rounds of the ladder",
      detail: "Tocsin pages the ladder no more by itself. Somebody must look.")
    guard let person = fallback() else { return }
    page(
      person,
      PageCause(
        rung: nil, reason: .fallback, because: "nobody answered in \(passed)", role: "Fallback", until: .acknowledged,
        line: nil))
  }

  /// Climbing again helps nobody where there is nobody.
  private mutating func nobody() {
    guard incident.status == .triggered, !incident.marks.contains(.ladderExhausted) else { return }
    incident.marks.insert(.ladderExhausted)
    note(
      .fault, "Nobody can be paged",
      detail: team.people.isEmpty
        ? "The team file has nobody." : "Nobody in the team file has a contact method.")
  }
}
