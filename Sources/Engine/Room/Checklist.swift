import Incidents
import Runbooks

/// A list of the runbook that people tick off in an incident, as it stands.
package struct Checklist: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case phase, symptoms, causes, solution, verification, health, afterRollback, other
  }

  package struct Item: Sendable, Hashable {
    /// Names the step for as long as its words stay.
    package var key: String
    package var text: String
    /// The part of the words that is a command; they begin with it.
    package var command: String?
    package var line: Int?
    /// Who did it and when; nil while it is open.
    package var tick: Tick?
  }

  package var kind: Kind
  /// The document's words for it.
  package var title: String
  package var line: Int
  package var items: [Item]

  package var done: Int { items.count { $0.tick != nil } }
  package var isDone: Bool { done == items.count }

  /// The same list as it stands in another incident.
  func ticked(in incident: Incident) -> Checklist {
    var list = self
    for index in list.items.indices {
      list.items[index].tick = incident.engagement.room.tick(title, list.items[index].text)
    }
    return list
  }

  /// FNV-1a of 64 bits over the list's title and the step's words: the same on every machine.
  package static func key(_ list: String, _ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in (list + "\u{1F}" + text).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 36)
  }
}

/// Every list of the runbook that is meant for one incident.
package struct Checklists: Sendable {
  /// In the document's order within each kind.
  package private(set) var all: [Checklist] = []

  private let incident: Incident
  private let runbook: Runbook
  /// More than any list that a person would tick off.
  private static let most = 60

  package init(_ incident: Incident, _ runbook: Runbook) {
    self.incident = incident
    self.runbook = runbook
    addPhases()
    addScenario()
    addRest()
  }

  /// A step by its key; nil where no list has it.
  func find(_ key: String) -> (list: Checklist, item: Checklist.Item)? {
    for list in all {
      if let item = list.items.first(where: { $0.key == key }) { return (list, item) }
    }
    return nil
  }

  private struct Step {
    var text: String
    var command: String?
    var line: Int?

    init(_ text: String, command: String? = nil, line: Int?) {
      (self.text, self.command, self.line) = (text, command, line)
    }
  }

  private mutating func add(_ kind: Checklist.Kind, _ title: String, line: Int, _ steps: [Step]) {
    var items: [Checklist.Item] = []
    for step in steps.prefix(Self.most) where all.count < Self.most {
      let text = Wording.line(step.text, limit: 500)
      let key = Checklist.key(title, text)
      guard !text.isEmpty, !items.contains(where: { $0.key == key }) else { continue }
      let command = step.command.map { Wording.line($0, limit: 500) }.flatMap { text.hasPrefix($0) ? $0 : nil }
      items.append(
        Checklist.Item(
          key: key, text: text, command: command, line: step.line, tick: incident.engagement.room.tick(title, text)))
    }
    if !items.isEmpty { all.append(Checklist(kind: kind, title: title, line: line, items: items)) }
  }

  /// Those for the incident's severity. A phase's items have no line of their own: a list of boxes may give it, else
  /// the first line of the phase that holds their words.
  private mutating func addPhases() {
    for phase in runbook.phases
    where SeverityWords.cover(phase.severities, incident.severity, in: runbook.severities) {
      let text = plainLines(of: phase)
      let steps = phase.items.map { words in
        let box = runbook.checklistItems.first { $0.line >= phase.line && $0.text == words }?.line
        return Step(words, line: box ?? text.firstIndex { $0.contains(words) }.map { phase.line + $0 })
      }
      add(.phase, phase.title, line: phase.line, steps)
    }
  }

  /// From a phase's line to the next one's, without what only sets words off.
  private func plainLines(of phase: Phase) -> [String] {
    let end = runbook.phases.map(\.line).filter { $0 > phase.line }.min() ?? phase.line + 200
    return runbook.lines.dropFirst(max(0, phase.line - 1)).prefix(max(0, min(end - phase.line, 400)))
      .map { String(decoding: $0.utf8.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`") }, as: UTF8.self) }
  }

  private mutating func addScenario() {
    guard let scenario = runbook.scenarios.first(where: { $0.title == incident.scenario }) else { return }
    add(
      .symptoms, "Symptoms of \(scenario.title)", line: scenario.line,
      scenario.symptoms.map { Step($0.text, line: $0.line) })
    add(
      .causes, "Causes of \(scenario.title)", line: scenario.line, scenario.causes.map { Step($0.text, line: $0.line) })
    for solution in scenario.solutions {
      add(.solution, solution.title, line: solution.line, solution.steps.map { Step($0.text, line: $0.line) })
    }
    let checks = scenario.actions.filter { $0.phase == .verification }
    add(
      .verification, "Verification of \(scenario.title)", line: checks.first?.line ?? scenario.line,
      checks.map { check in
        let words = Self.words(of: check)
        let isCommand = check.kind == .command && check.caption?.isEmpty != false
        return Step(words, command: isCommand ? words : nil, line: check.line)
      })
  }

  /// Boxes that stand in no phase and no template, the checks of health, and what follows a rollback.
  private mutating func addRest() {
    let inPhases = Set(runbook.phases.flatMap(\.items))
    let boxes = runbook.checklistItems.filter { box in
      !inPhases.contains(box.text) && !runbook.templates.contains { $0.holds(box.line) }
    }
    for section in boxes.map(\.section).distinct {
      let own = boxes.filter { $0.section == section }
      add(.other, section, line: own.first?.line ?? 1, own.map { Step($0.text, line: $0.line) })
    }
    add(
      .health, "Health checks", line: runbook.healthChecks.first?.line ?? 1,
      runbook.healthChecks.prefix(20).map { check in
        Step(
          check.expectation.map { "\(check.target): \($0)" } ?? check.target,
          command: [.command, .sql].contains(check.kind) ? check.target : nil, line: check.line)
      })
    if let rollback = runbook.rollback {
      add(
        .afterRollback, "After a rollback", line: rollback.line,
        rollback.afterwards.map { Step($0.text, line: $0.line) })
    }
  }

  /// What a person checks, in the document's words for it, else the command's.
  static func words(of action: Action) -> String {
    if let caption = action.caption, !caption.isEmpty { return caption }
    return action.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? action.text
  }
}

extension Template {
  /// Whether a line of the document is one of the message: its boxes are ticked in what is written by it.
  fileprivate func holds(_ line: Int) -> Bool {
    line >= self.line && line < self.line + body.split(separator: "\n", omittingEmptySubsequences: false).count
  }
}
