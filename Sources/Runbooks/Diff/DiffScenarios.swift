import Incidents

/// Scenarios: which there are, and what of each reads otherwise.
enum DiffScenarios {
  static func changes(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    let pairs = Alignment.named(old.scenarios, new.scenarios) { Tokens.folded($0.title, limit: 200) }
    var (gone, fresh) = (pairs.gone, pairs.fresh)
    var changes: [RunbookChange] = []
    for scenario in pairs.gone {
      guard let i = fresh.firstIndex(where: { isRenamed(scenario, $0) }) else { continue }
      let now = fresh.remove(at: i)
      gone.removeAll { $0 == scenario }
      changes.append(
        RunbookChange("Scenario \(scenario.title) is now called \(now.title)", before: scenario.line, after: now.line))
      changes += fields(scenario, now)
    }
    return gone.map { RunbookChange("Scenario \($0.title) removed", before: $0.line, after: nil) }
      + fresh.map { RunbookChange("Scenario \($0.title) added", before: nil, after: $0.line) }
      + changes + pairs.both.flatMap { fields($0.old, $0.new) }
  }

  /// Most of what it says is what the other said.
  private static func isRenamed(_ old: Scenario, _ new: Scenario) -> Bool {
    let (was, now) = (Set(content(old)), Set(content(new)))
    return !was.isEmpty && was.intersection(now).count * 3 >= max(was.count, now.count) * 2
  }

  private static func content(_ scenario: Scenario) -> [String] {
    scenario.symptoms.map(\.text) + scenario.actions.map(\.text) + scenario.solutions.map(\.title)
  }

  private static func fields(_ old: Scenario, _ new: Scenario) -> [RunbookChange] {
    let name = "Scenario \(new.title)"
    var changes: [RunbookChange] = []
    if old.severity != new.severity {
      changes.append(
        RunbookChange(
          "\(name): severity \(old.severity ?? "none") → \(new.severity ?? "none")", before: old.line, after: new.line))
    }
    changes += listed("\(name): symptom", old.symptoms.map(entry), new.symptoms.map(entry))
    changes += listed("\(name): cause", old.causes.map(entry), new.causes.map(entry))
    changes += listed("\(name): step", old.actions.map(entry), new.actions.map(entry))
    changes += listed("\(name): solution", old.solutions.map(entry), new.solutions.map(entry))
    changes += listed("\(name): prevention", old.prevention.map(entry), new.prevention.map(entry))
    if old.hasVerification, !new.hasVerification {
      changes.append(RunbookChange("\(name) has no verification any more", before: old.line, after: new.line))
    }
    return changes
  }

  /// A numbered entry of a list: its words, and more that may change beside them.
  struct Entry {
    var text: String
    var more: String = ""
    var line: Int
  }

  private static func entry(_ said: Said) -> Entry { Entry(text: said.text, line: said.line) }
  private static func entry(_ action: Action) -> Entry {
    let more = [action.caption, action.target, action.expectation].compactMap { $0 }.joined(separator: "|")
    return Entry(text: action.text, more: more, line: action.line)
  }
  private static func entry(_ solution: Solution) -> Entry {
    Entry(text: solution.title, more: solution.steps.map(\.text).joined(separator: "|"), line: solution.line)
  }

  /// "Scenario X: step 3 changed", with the number that it has in the new revision.
  static func listed(_ what: String, _ old: [Entry], _ new: [Entry]) -> [RunbookChange] {
    Alignment.edits(old.map(\.text), new.map(\.text)).compactMap { edit in
      switch edit {
      case .same(let i, let j) where old[i].more != new[j].more:
        RunbookChange("\(what) \(j + 1) changed", before: old[i].line, after: new[j].line)
      case .same: nil
      case .changed(let i, let j):
        RunbookChange("\(what) \(j + 1) changed", before: old[i].line, after: new[j].line)
      case .removed(let i):
        RunbookChange("\(what) removed: \(DiffWords.short(old[i].text))", before: old[i].line, after: nil)
      case .added(let j):
        RunbookChange("\(what) \(j + 1) added: \(DiffWords.short(new[j].text))", before: nil, after: new[j].line)
      }
    }
  }
}
