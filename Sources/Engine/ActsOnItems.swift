import Incidents

/// Action items: what is to be done after an incident, by whom, by when.
extension Engine {
  /// Most items that one incident may have.
  static let mostItems = 200

  package static func addItem(
    _ view: IncidentView, text: String, owner: String, due written: String,
    priority: ActionItem.Priority = .medium, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      guard draft.items.count < mostItems else { throw .empty("room for another action item") }
      let due = try draft.policy.due(written)
      let words = Wording.line(try Draft.words(text, "action item"), limit: 500)
      let number = (draft.items.map(\.number).max() ?? 0) + 1
      let item = ActionItem(
        id: RowID.make(incident: draft.incident.id, number: number), text: words,
        owner: draft.person(owner), due: due, priority: priority, created: now, createdBy: actor)
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

  /// Changes what is said of an item. A new due time is a new promise; an item that is over may be opened again.
  package static func changeItem(
    _ view: IncidentView, number: Int, _ change: ItemChange, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      guard let item = draft.items.first(where: { $0.number == number }) else { throw .unknownItem(number) }
      if change == ItemChange(state: .done), item.doneAt == nil { return draft.finish(item, by: actor) }
      try draft.change(item, change, by: actor)
    }
  }
}

/// What is to be changed of an action item; nil leaves it as it is.
package struct ItemChange: Sendable, Hashable {
  package var text: String?
  package var owner: String?
  /// A date or a moment in RFC 3339; empty: no due time.
  package var due: String?
  package var priority: ActionItem.Priority?
  package var state: ActionItem.State?

  package init(
    text: String? = nil, owner: String? = nil, due: String? = nil, priority: ActionItem.Priority? = nil,
    state: ActionItem.State? = nil
  ) {
    self.text = text
    self.owner = owner
    self.due = due
    self.priority = priority
    self.state = state
  }
}

extension Draft {
  mutating func finish(_ item: ActionItem, by actor: String) {
    var done = item
    done.state = .done
    done.doneAt = now
    done.doneBy = actor
    keep(done)
    incident.promises[PromiseKey.item(item.number)] = nil
    note(.item, by: actor, "\(name(of: actor)) did action item \(item.number): \(Wording.line(item.text))")
  }

  fileprivate mutating func change(
    _ item: ActionItem, _ change: ItemChange, by actor: String
  ) throws(Refusal) {
    var new = item
    if let text = change.text { new.text = Wording.line(try Draft.words(text, "action item"), limit: 500) }
    if let owner = change.owner { new.owner = person(owner) }
    if let due = change.due { new.due = try policy.due(due) }
    if let priority = change.priority { new.priority = priority }
    if let state = change.state { new.state = state }
    guard new != item else { return }
    if new.state.isOver != item.state.isOver {
      new.doneAt = new.state.isOver ? now : nil
      new.doneBy = new.state.isOver ? actor : nil
    }
    if new.due != item.due || new.state.isOver { incident.promises[PromiseKey.item(item.number)] = nil }
    keep(new)
    let said = said(from: item, to: new)
    note(.item, by: actor, "\(name(of: actor)) changed action item \(item.number): \(new.text)", detail: said)
  }

  /// "Owner: Bo Lindqvist. Due: 2026-03-01. Priority: High."
  private func said(from old: ActionItem, to new: ActionItem) -> String {
    var parts: [String] = []
    if new.state != old.state { parts.append("Now \(new.state.label).") }
    if new.owner != old.owner { parts.append("Owner: \(new.owner.isEmpty ? "nobody" : name(of: new.owner)).") }
    if new.due != old.due { parts.append("Due: \(new.due.map { Wording.moment($0) } ?? "no time").") }
    if new.priority != old.priority { parts.append("Priority: \(new.priority.label).") }
    return parts.joined(separator: " ")
  }

  /// The person whom a name means, else the name as it was written.
  fileprivate func person(_ name: String) -> String {
    let wanted = Wording.line(name, limit: 120)
    let bare = wanted.hasPrefix("@") ? String(wanted.dropFirst()) : wanted
    return team.people.first { $0.id == bare || $0.name.lowercased() == bare.lowercased() }?.id ?? wanted
  }
}
