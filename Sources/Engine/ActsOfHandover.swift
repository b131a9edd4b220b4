import Incidents

extension Engine {
  /// Offers the incident to somebody, who is paged at once. Whoever has it keeps it until it is taken.
  package static func handOver(
    _ view: IncidentView, to person: String, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      guard let holder = draft.incident.acknowledgedBy else { throw .nobodyHasIt }
      guard let person = draft.team.named(person) else { throw .unknownPerson(Wording.line(person, limit: 60)) }
      guard person.id != holder else { throw .hasItAlready(person.name) }
      guard !person.methods.isEmpty else { throw .unreachable(person.name) }
      draft.offer(to: person, from: holder, by: actor)
    }
  }
}

extension Draft {
  fileprivate mutating func offer(to person: Person, from holder: String, by actor: String) {
    cancel { $0.reason == .handover }
    incident.engagement.handover = Handover(to: person.id, by: actor, at: now)
    let until = deadlines.handover?.due ?? now
    note(
      .handover, by: actor, "\(name(of: actor)) hands it to \(person.name)",
      detail: "\(name(of: holder)) keeps it until \(person.name) takes it, at the latest at \(Wording.clock(until)).")
    page(
      person,
      PageCause(
        rung: nil, reason: .handover, because: "\(name(of: actor)) hands \(incident.name) over", role: "Handover",
        until: .resolved, line: nil))
  }

  /// Whoever it was offered to has it from now on. When it was answered first does not change.
  mutating func take(by actor: String, _ way: String) {
    let before = incident.acknowledgedBy.map { name(of: $0) }
    incident.acknowledgedBy = actor
    incident.engagement.handover = nil
    if !incident.engagement.hasAnswered(actor) {
      incident.engagement.answers.append(Answer(person: actor, at: now))
    }
    cancel { $0.reason == .handover || ($0.person == actor && $0.reason.isReminder) }
    note(
      .handover, by: actor,
      "\(name(of: actor)) took it over\(before.map { " from \($0)" } ?? "")\(way)")
  }

  /// An offer that nobody took in time goes back, and whoever has it is told.
  mutating func returnHandover() {
    guard let deadline = deadlines.handover, deadline.due <= now, let offered = incident.engagement.handover else {
      return
    }
    incident.engagement.handover = nil
    cancel { $0.reason == .handover || $0.reason.isReminder && $0.person == offered.to }
    let holder = incident.acknowledgedBy.map { name(of: $0) } ?? "Nobody"
    note(
      .handover, "\(name(of: offered.to)) has not taken it in \(Wording.span(deadline.interval)): \(holder) keeps it",
      line: deadline.line)
    guard let person = incident.acknowledgedBy.flatMap(team.person) else { return }
    page(
      person,
      PageCause(
        rung: nil, reason: .handover, because: "\(name(of: offered.to)) has not taken \(incident.name)",
        role: "Handover", until: .resolved, line: deadline.line))
  }
}

extension Team {
  /// A person by identifier or by name, however it is spelled.
  func named(_ words: String) -> Person? {
    if let exact = person(words) { return exact }
    let wanted = Tokens.folded(words, limit: 200)
    return people.first { Tokens.folded($0.name, limit: 200) == wanted || Tokens.folded($0.id) == wanted }
  }
}
