import Incidents

/// Two incidents that are one, and one that is two.
extension Engine {
  /// An incident ends as a part of another: its pages and clocks end, its alerts, open action items and legal notices
  /// go along. Both plans belong into one commit.
  package static func merge(
    _ view: IncidentView, into other: IncidentView, by actor: String, now: Timestamp
  ) throws(Refusal) -> (ended: Plan, kept: Plan) {
    guard view.incident.id != other.incident.id else { throw .sameIncident }
    guard other.incident.status.isOpen else { throw .alreadyClosed(other.incident.status) }
    var joined = other
    joined.alerts.firing += view.alerts.firing
    joined.alerts.total += view.alerts.total
    joined.alerts.silenced += view.alerts.silenced
    joined.alerts.lastResolved = [view.alerts.lastResolved, other.alerts.lastResolved].compactMap { $0 }.max()
    let ended = try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      draft.end(into: other.incident, by: actor)
    }
    let kept = try act(joined, now) { (draft: inout Draft) throws(Refusal) in draft.take(in: view, by: actor) }
    return (ended, kept)
  }

  /// An alert gets an incident of its own, with the severity and the scenario of the one that it leaves. Whoever
  /// answered there has it too. Both plans belong into one commit.
  package static func split(
    _ view: IncidentView, _ alert: Alert, id: Int64, name: String, cause: String, by actor: String, now: Timestamp
  ) throws(Refusal) -> (left: Plan, opened: Plan) {
    guard view.alerts.total > 1 else { throw .onlyAlert }
    guard alert.state == .firing else { throw .alertIsOver }
    var rest = view
    rest.alerts.total -= 1
    rest.alerts.firing = max(0, rest.alerts.firing - 1)
    if alert.isSilenced { rest.alerts.silenced = max(0, rest.alerts.silenced - 1) }
    let title = Wording.line(alert.summary)
    let left = try act(rest, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      draft.incident.engagement.room.relate(id)
      draft.note(
        .moved, by: actor, "\(draft.name(of: actor)) moved an alert to \(name): \(title)",
        detail: "It is worked on there.")
    }
    let from = view.incident
    let severity = SeverityChoice(
      name: from.severity, rank: from.severityRank, line: nil, reasons: [Reason("Split off \(from.name).")])
    let opening = Opening(
      id: id, name: name, title: alert.summary, service: from.service, cause: cause, scenario: from.scenario,
      severity: severity, revision: from.runbook, source: actor)
    let counts = AlertCounts(firing: 1, total: 1, silenced: alert.isSilenced ? 1 : 0)
    let opened = begin(opening, view.policy, view.turns, now: now, alerts: counts) { draft in
      draft.incident.isDrill = from.isDrill
      draft.incident.engagement.room.relate(from.id)
      draft.note(.moved, by: actor, "\(draft.name(of: actor)) split it off \(from.name): \(title)")
      if from.acknowledgedAt != nil { draft.acknowledge(by: from.acknowledgedBy ?? actor, via: "\(from.name)") }
    }
    return (left, opened)
  }
}

extension Draft {
  fileprivate mutating func end(into other: Incident, by actor: String) {
    incident.status = .merged
    incident.resolvedAt = now
    incident.resolvedBy = actor
    incident.engagement.handover = nil
    incident.engagement.room.mergedInto = other.id
    cancel { _ in true }
    let items = items.filter { $0.doneAt == nil }
    for item in items {
      var moved = item
      moved.doneAt = now
      moved.doneBy = actor
      keep(moved)
    }
    let along = [
      alerts.total == 0 ? "" : Draft.count(alerts.total, "alert"),
      items.isEmpty ? "" : Draft.count(items.count, "action item"),
    ]
    .filter { !$0.isEmpty }
    note(
      .merged, by: actor, "\(name(of: actor)) merged it into \(other.name)",
      detail: along.isEmpty
        ? "Its clocks and pages end." : "\(Wording.list(along)) went along; its clocks and pages end.")
  }

  fileprivate mutating func take(in view: IncidentView, by actor: String) {
    let other = view.incident
    incident.engagement.room.mergedFrom.append(other.id)
    note(
      .merged, by: actor, "\(name(of: actor)) merged \(other.name) into it: \(Wording.line(other.title))",
      detail: "It was \(other.severity), with \(Draft.count(view.alerts.total, "alert")).")
    for item in view.items where item.doneAt == nil && items.count < Engine.mostItems {
      let number = (items.map(\.number).max() ?? 0) + 1
      keep(
        ActionItem(
          id: RowID.make(incident: incident.id, number: number), text: item.text, owner: item.owner, due: item.due,
          created: item.created, createdBy: item.createdBy))
    }
    guard other.runbook == incident.runbook else { return }
    for (key, state) in other.promises where PromiseKey.isNotice(key) && incident.promises[key] == nil {
      incident.promises[key] = state
    }
    // In doubt the worse of the two.
    guard other.severityRank < incident.severityRank,
      let worse = SeverityWords.find(other.severity, in: policy.runbook.severities)
    else { return }
    change(to: worse, by: actor)
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
