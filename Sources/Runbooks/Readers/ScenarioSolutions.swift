/// What a scenario offers to do: options, steps, tables of causes and fixes.
extension ScenarioReader {
  static func option(_ record: Record, _ part: Part, _ scenario: inout Scenario) {
    let phase: Action.Phase = part == .rollback ? .rollback : .fix
    scenario.actions += ActionReader.all(under: record, phase)
    scenario.actions += InlineCommands.actions(under: record, phase)
    var steps = record.value.isEmpty ? [] : [Said(record.value.text, line: record.line)]
    steps += prose(record)
    scenario.solutions.append(Solution(title: title(record.name), steps: steps, line: record.line))
    scenario.hasFix = true
  }

  static func fix(_ record: Record, _ scenario: inout Scenario) {
    scenario.actions += ActionReader.all(under: record, .fix)
    scenario.actions += InlineCommands.actions(under: record, .fix)
    scenario.hasFix = true
    if record.children.contains(where: { $0.isList && FixVerbs.confirms($0) }) { scenario.hasVerification = true }
    var steps = record.value.isEmpty ? [] : [Said(record.value.text, line: record.line)]
    steps += prose(record)
    if !steps.isEmpty { scenario.solutions.append(solution(record, steps)) }
  }

  static func solution(_ record: Record, _ steps: [Said]) -> Solution {
    Solution(title: title(record.name), steps: steps, line: record.line)
  }

  static func title(_ name: String) -> String { ScenarioTitle.withoutNumber(name).stripped(": ") }

  /// Items and paragraphs under a record, deeper ones too.
  static func prose(_ record: Record) -> [Said] {
    record.statements.dropFirst(record.value.isEmpty ? 0 : 1).filter { $0.text.hasWord }.map {
      Said($0.text, line: $0.line)
    }
  }

  /// A table of causes with a column of fixes: each row is a solution.
  static func fixes(in record: Record, _ scenario: inout Scenario) {
    for row in record.children where row.shape == .row {
      guard let fix = row.children.dropFirst().first(where: { $0.meaning[.fix] >= 0.5 && $0.value.text.hasWord }) else {
        continue
      }
      scenario.solutions.append(
        Solution(title: row.name, steps: [Said(fix.value.text, line: row.line)], line: row.line))
      scenario.hasFix = true
    }
  }

  /// A table with columns of symptoms, checks and fixes; false where its columns say nothing of the kind.
  static func tabled(_ table: Record, _ scenario: inout Scenario) -> Bool {
    var found = false
    for row in table.children {
      for cell in row.children where cell.value.text.hasWord {
        let said = Said(cell.value.text, line: row.line)
        switch self.part(cell, after: .opening) {
        case .symptoms: scenario.symptoms.append(said)
        case .causes: scenario.causes.append(said)
        case .fix:
          scenario.solutions.append(Solution(title: row.name, steps: [said], line: row.line))
          scenario.hasFix = true
        case .verification: scenario.hasVerification = true
        default: continue
        }
        found = true
      }
    }
    return found
  }

  /// Causes of which most lead to what is done: "Token expired → make a new one".
  static func isAnswered(_ record: Record) -> Bool {
    let items = record.members.filter(\.isItem)
    let led = items.count { $0.text.contains("→") || $0.text.holds("->") }
    return led >= 2 && led * 2 > items.count
  }

  /// "Common causes and fixes": each line "cause → what to do".
  static func arrows(in record: Record, _ scenario: inout Scenario) {
    for said in record.statements {
      guard let arrow = said.text.firstRange(of: "→") ?? said.text.firstRange(of: "->") else { continue }
      let step = said.text[arrow.upperBound...].trimmed
      guard step.hasWord else { continue }
      let title = said.text[..<arrow.lowerBound].stripped("-: ")
      scenario.solutions.append(Solution(title: title, steps: [Said(step, line: said.line)], line: said.line))
      scenario.hasFix = true
    }
  }

  static func addSteps(_ said: [Said], _ scenario: inout Scenario) {
    if scenario.solutions.isEmpty {
      scenario.solutions.append(Solution(title: scenario.title, steps: [], line: said[0].line))
    }
    scenario.solutions[scenario.solutions.count - 1].steps += said
  }
}
