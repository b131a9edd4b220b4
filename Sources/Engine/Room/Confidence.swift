import Incidents

/// What becomes of an incident's privacy.
package enum PrivacyChange: Sendable, Hashable {
  /// Only whoever has to do with it may see it, and these people.
  case close([String])
  case admit(String)
  case exclude(String)
  case open
}

extension Draft {
  mutating func change(_ change: PrivacyChange, by actor: String) throws(Refusal) {
    switch change {
    case .close(let people): try closeDoor(people, by: actor)
    case .open:
      guard incident.isPrivate else { return }
      incident.engagement.room.privacy = nil
      note(.privacy, by: actor, "\(name(of: actor)) opened it to everybody in the team")
    case .admit(let words):
      let person = try known(words)
      guard incident.isPrivate, admit(person) else { return }
      note(.privacy, by: actor, "\(name(of: actor)) let \(name(of: person)) see it")
    case .exclude(let words):
      let person = try known(words)
      guard let privacy = incident.engagement.room.privacy, privacy.people.contains(person) else { return }
      guard privacy.people.count > 1 else { throw .lastPerson }
      incident.engagement.room.privacy?.people.removeAll { $0 == person }
      note(.privacy, by: actor, "\(name(of: person)) may not see it any more, said \(name(of: actor))")
    }
  }

  /// Whoever closes it, whoever answered, has a role or was paged stays.
  private mutating func closeDoor(_ wanted: [String], by actor: String) throws(Refusal) {
    guard !incident.isPrivate else { return }
    var named: [String] = []
    for words in wanted { named.append(try known(words)) }
    let reached = self.known.filter { $0.status != .cancelled && !$0.isToChannel }.map(\.person)
    let room = incident.engagement.room
    let all =
      [actor] + named + incident.engagement.answers.map(\.person) + [incident.acknowledgedBy].compactMap { $0 }
      + room.roles.map(\.person) + reached
    let people = all.distinct
    incident.engagement.room.privacy = Privacy(people: people, by: actor, since: now)
    note(
      .privacy, by: actor, "\(name(of: actor)) made it private",
      detail: "Seen by \(Wording.list(people.map { name(of: $0) })), and by whoever is paged for it.")
  }

  private func known(_ words: String) throws(Refusal) -> String {
    if let person = team.named(words) { return person.id }
    if incident.engagement.room.privacy?.people.contains(words) == true { return words }
    throw .unknownPerson(Wording.line(words, limit: 60))
  }

  /// Whoever is called to a private incident may see it. False where that was so already.
  @discardableResult
  mutating func admit(_ person: String) -> Bool {
    guard let privacy = incident.engagement.room.privacy, !privacy.people.contains(person) else { return false }
    incident.engagement.room.privacy?.people.append(person)
    return true
  }

  mutating func hold(_ holds: Bool, reason: String, by actor: String) throws(Refusal) {
    guard (incident.engagement.room.hold != nil) != holds else { return }
    let why = Wording.line(try Draft.words(reason, "reason"))
    incident.engagement.room.hold = holds ? LegalHold(reason: why, by: actor, since: now) : nil
    note(
      .hold, by: actor, "\(name(of: actor)) \(holds ? "put it under legal hold" : "ended the legal hold"): \(why)",
      detail: holds ? "Nothing of it is removed." : "")
  }
}
