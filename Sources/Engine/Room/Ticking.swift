import Incidents

extension Draft {
  /// Ticks a step of the runbook off, or takes that back. `step` is a key of `Checklist`, or words of the step.
  mutating func tick(_ step: String, done: Bool, remark: String, by actor: String) throws(Refusal) {
    guard incident.status != .merged else { throw .alreadyClosed(incident.status) }
    let (list, item) = try find(step)
    guard (item.tick != nil) != done else { return }
    incident.engagement.room.ticks.removeAll { $0.list == list.title && $0.text == item.text }
    let said = Wording.line(remark, limit: 300)
    if done {
      incident.engagement.room.ticks.append(
        Tick(list: list.title, text: item.text, by: actor, at: now, remark: said))
    }
    let words = Wording.line(item.text, limit: 160)
    note(
      .step, by: actor, "\(name(of: actor)) \(done ? "ticked off" : "took back the tick of") \(words)",
      detail: [said, "In \(list.title)."].filter { !$0.isEmpty }.joined(separator: " · "), line: item.line ?? list.line)
  }

  private func find(_ step: String) throws(Refusal) -> (Checklist, Checklist.Item) {
    let lists = Checklists(incident, policy.runbook)
    if let found = lists.find(step) { return found }
    let wanted = Wording.line(step, limit: 120)
    let items = lists.all.flatMap(\.items)
    switch TitleSearch.find(step, in: items.map(\.text)) {
    case .none: throw .unknownCheck(wanted)
    case .several(let found): throw .severalChecks(wanted, found)
    case .one(let text):
      guard let key = items.first(where: { $0.text == text })?.key, let found = lists.find(key) else {
        throw .unknownCheck(wanted)
      }
      return found
    }
  }

  /// A check of the scenario that was run and went well is done.
  mutating func tickRun(_ run: CommandRun, by actor: String) {
    guard run.exit == 0, let scenario = policy.runbook.scenarios.first(where: { $0.title == incident.scenario }),
      let action = scenario.actions.first(where: {
        $0.line == run.line && $0.text == run.text && $0.phase == .verification
      })
    else { return }
    let text = Wording.line(Checklists.words(of: action), limit: 500)
    let list = Checklists(incident, policy.runbook).all.first { $0.kind == .verification }
    guard let item = list?.items.first(where: { $0.text == text && $0.tick == nil }) else { return }
    try? tick(item.key, done: true, remark: "exit 0", by: actor)
  }
}
