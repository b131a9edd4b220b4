import Incidents

/// Action items: what is to be done after an incident, by whom, by when.
extension Engine {
  /// Most items that one incident may have.
  static let mostItems = 200

  package static func addItem(
    _ view: IncidentView, text: String, owner: String, due written: String, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      guard draft.items.count < mostItems else { throw .empty("room for another action item") }
      let due = try draft.policy.due(written)
      let words = Wording.line(try Draft.words(text, "action item"), limit: 500)
      let number = (draft.items.map(\.number).max() ?? 0) + 1
      let item = ActionItem(
        id: RowID.make(incident: draft.incident.id, number: number), text: words,
        owner: draft.person(owner), due: due, created: now, createdBy: actor)
      draft.keep(item)
      let whose = item.owner.isEmpty ? "" : "For \(draft.name(of: item.owner))"
      let when = due.map { "\(whose.isEmpty ? "Due" : ", due") \(Wording.moment($0))" } ?? ""
      draft.note(
        .item, by: actor, "\(draft.name(of: actor)) added action item \(number): \(words)",
        detail: whose.isEmpty && when.isEmpty ? "" : whose + when + ".")
    }
  }

  package static func finishItem(
    _ view: IncidentView, number: Int, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      guard let item = draft.items.first(where: { $0.number == number && $0.doneAt == nil }) else {
        throw .unknownItem(number)
      }
      draft.finish(item, by: actor)
    }
  }
}

extension Draft {
  mutating func finish(_ item: ActionItem, by actor: String) {
    var done = item
    done.doneAt = now
    done.doneBy = actor
    keep(done)
    incident.promises[PromiseKey.item(item.number)] = nil
    note(.item, by: actor, "\(name(of: actor)) did action item \(item.number): \(Wording.line(item.text))")
  }

  /// The person whom a name means, else the name as it was written.
  fileprivate func person(_ name: String) -> String {
    let wanted = Wording.line(name, limit: 120)
    let bare = wanted.hasPrefix("@") ? String(wanted.dropFirst()) : wanted
    return team.people.first { $0.id == bare || $0.name.lowercased() == bare.lowercased() }?.id ?? wanted
  }
}
