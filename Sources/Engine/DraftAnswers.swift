import Incidents

/// Who has answered, who must answer still, and what an answer stops.
extension Draft {
  mutating func acknowledge(by actor: String, via: String) {
    let way = via.isEmpty ? "" : ", by \(via)"
    if incident.engagement.handover?.to == actor, incident.acknowledgedBy != actor { return take(by: actor, way) }
    guard incident.acknowledgedBy != actor, !incident.engagement.hasAnswered(actor) else { return }
    incident.engagement.answers.append(Answer(person: actor, at: now))
    // Whoever has answered is asked no more, whatever the others do.
    cancel { $0.person == actor && $0.reason.isReminder }
    guard incident.acknowledgedAt == nil else {
      note(.acknowledged, by: actor, "\(name(of: actor)) acknowledged too\(way)")
      return
    }
    if let missing = shortfall() {
      cancel { $0.person == actor && $0.until == .acknowledged }
      note(
        .acknowledged, by: actor, "\(name(of: actor)) acknowledged\(way): \(missing.words)",
        detail: "\(missing.role) has answered when \(missing.need) have. Until then the ladder goes on.")
      return
    }
    accept(by: actor, way)
  }

  private mutating func accept(by actor: String, _ way: String) {
    let before = deadlines.wanted
    incident.acknowledgedAt = now
    incident.acknowledgedBy = actor
    if incident.status == .triggered { incident.status = .acknowledged }
    cancel { $0.until == .acknowledged }
    note(.acknowledged, by: actor, "\(name(of: actor)) acknowledged\(way)", detail: consequence(before))
  }

  /// "Rungs at 45 and 60 min stopped. The 30 min rung goes on until resolved."
  private func consequence(_ before: [LadderStep]) -> String {
    let stopped = before.filter { $0.until == .acknowledged && $0.dueAfter > .zero }.map(minutes)
    let going = before.filter { $0.until == .resolved }.map(minutes)
    let first = stopped.isEmpty ? "" : "\(Wording.rungs(stopped)) stopped."
    let second =
      going.isEmpty ? "" : "\(Wording.rungs(going)) \(Set(going).count == 1 ? "goes" : "go") on until resolved."
    return [first, second].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func minutes(_ step: LadderStep) -> Span { deadlines.due(step) - incident.roundStart }

  /// What the rungs that were paged still lack, where nobody's answer is enough; nil where it is.
  func shortfall() -> Shortfall? { Shortfall.of(incident, ladder, team, at: now) }

  /// Nobody has it any more: the answers are forgotten and the climbs are counted anew.
  mutating func beginAnew() {
    incident.acknowledgedAt = nil
    incident.acknowledgedBy = nil
    incident.engagement.answers = []
    incident.engagement.handover = nil
    // What was asked about is asked again after the next answer.
    incident.engagement.situations.removeAll { $0.state == .asked }
  }
}

/// How many of a role have answered, where one alone is not enough.
package struct Shortfall: Sendable, Hashable {
  package var role: String
  package var have: Int
  package var need: Int

  /// "1 of 2 answered"
  package var words: String { "\(have) of \(need) answered" }

  /// The rung that was paged and lacks least; nil where one has all that it needs. Whoever belongs to none of them,
  /// such as a fallback, counts for each.
  static func of(_ incident: Incident, _ ladder: [LadderStep], _ team: Team, at: Timestamp) -> Shortfall? {
    guard team.roles.contains(where: { $0.need > 1 }) else { return nil }
    let roles = ladder.filter { incident.served & $0.bit != 0 }.flatMap { team.parts(of: $0.target) }
    let groups = roles.map { role in (role, Set(team.holders(of: role, at: at).map(\.id))) }
    let answers = incident.engagement.answers.map(\.person)
    let others = answers.filter { person in !groups.contains { $0.1.contains(person) } }.count
    let lacking = groups.map { role, people in
      Shortfall(
        role: role, have: answers.filter(people.contains).count + others, need: team.binding(for: role)?.need ?? 1)
    }
    if lacking.contains(where: { $0.have >= $0.need }) { return nil }
    return lacking.filter { $0.need > 1 }.min { $0.need - $0.have < $1.need - $1.have }
  }
}
