import Incidents

extension Draft {
  /// At most this often is the ladder climbed for one incident before the fault is raised and it rests.
  static let rounds = 3

  /// A ladder that nobody answered begins again; after the last time the fallback is paged and the fault is raised. It
  /// does not rest as long as no page of a climb gets through: there is nobody yet who could have answered.
  mutating func climbAgain() {
    if fallback() == nil { return nobody() }
    guard let end = deadlines.roundEnd, end.due <= now else { return }
    let passed = Wording.span(now - incident.opened)
    let climb = incident.round - incident.engagement.firstRound + 1
    guard climb >= Draft.rounds else {
      note(
        .exhausted, "Nobody answered in \(passed): the ladder begins again",
        detail: "Round \(climb + 1) of \(Draft.rounds).", line: end.line)
      return beginRound(at: now, .nobodyAnswered)
    }
    guard isUnheard else { return giveUp(passed) }
    note(
      .fault, "No page got through in the last round of the ladder, \(passed) after the start: it begins again",
      detail: "Whatever carries pages refuses them or says nothing. Somebody must look.", line: end.line)
    beginRound(at: now, .nobodyAnswered)
    pageFallback(passed)
  }

  /// This climb has paged people, and not one page is known to have arrived.
  private var isUnheard: Bool {
    let climbed = known.filter { $0.round == incident.round && $0.reason.climbs && $0.status != .cancelled }
    return !climbed.isEmpty
      && !climbed.contains { $0.status == .accepted || $0.status == .delivered || $0.status == .acknowledged }
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
    pageFallback(passed)
  }

  private mutating func pageFallback(_ passed: String) {
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
