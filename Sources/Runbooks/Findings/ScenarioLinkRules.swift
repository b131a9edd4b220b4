/// R065 to R069: how scenarios stand to each other and to the rest of the document.
enum ScenarioLinkRules {
  static let all: [FindingRule] = [
    FindingRule("R065", .warning, why: "Alone with a problem, people try for too long.", source: .wellArchitected) {
      document in
      let silent = document.runbook.scenarios.filter { !says($0, escalating, document) }
      // A chain with times escalates by itself, whatever the scenario says: one remark is enough.
      if document.runbook.escalation.dropFirst().contains(where: { $0.afterMinutes != nil }) {
        guard let first = silent.first, !document.whole.isEmpty else { return [] }
        let count = Quoted.count(silent.count, "scenario does not say", "scenarios do not say")
        return [
          Fault(
            "\(count) when to call somebody else; the general chain holds.",
            hint: "Where a scenario should not wait for it, add \"Escalate to the team lead after 15 minutes\".",
            line: first.line, mark: first.title, level: .hint)
        ]
      }
      return silent.map {
        Fault(
          "\(Quoted.name($0.title)) does not say when to call somebody else.",
          hint: "Add a line such as \"Escalate to the team lead after 30 minutes\".", line: $0.line, mark: $0.title)
      }
    },
    FindingRule("R066", .warning, why: "A change that makes it worse must have a way back.") { document in
      guard document.runbook.rollback == nil, RecoveryRules.labelled(document) == nil else { return [] }
      return document.runbook.scenarios.filter { changes($0) && !says($0, returning, document) }.map {
        Fault(
          "\(Quoted.name($0.title)) changes something and does not say how to undo it, or when to stop.",
          hint: "Name the way back, or the sign at which to stop.", line: $0.line, mark: $0.title)
      }
    },
    FindingRule("R068", .warning, why: "An alert that fits two scenarios alike finds neither.") { document in
      let scenarios = document.runbook.scenarios
      let told = scenarios.prefix(most).map(symptoms)
      return told.indices.compactMap { index in
        let own = told[index]
        guard !own.isEmpty, let first = told[..<index].firstIndex(where: { $0.intersection(own).count * 2 > own.count })
        else { return nil }
        let twin = scenarios[first]
        return Fault(
          "\(Quoted.name(scenarios[index].title)) has the symptoms of \(Quoted.name(twin.title)).",
          hint: "Say what tells the two apart, or join them.", line: scenarios[index].line, mark: scenarios[index].title
        )
      }
    },
    FindingRule("R069", .warning, why: "A step that points at nothing ends there.") { document in
      let headings = document.outline.headings.prefix(2_000).map { $0.text.lowercased() }
      return document.prose.compactMap { line, text in
        guard let name = reference(in: text), !headings.contains(where: { ShellText.contains($0, name.lowercased()) })
        else { return nil }
        return Fault(
          "The section \(Quoted.name(name)) is referred to and is not there.",
          hint: "Write the section or name the one that is meant.", line: line, mark: name)
      }
    },
  ]

  /// Scenarios that are compared with each other; a runbook has dozens.
  private static let most = 300

  private static let escalating = ["escalat", "page ", "call ", "eskal", "escala", "升级", "連絡"]
  private static let returning = [
    "roll back", "rollback", "revert", "undo", "restore", "go back", "stop if", "abort", "if this does not help",
  ]

  private static func says(_ scenario: Scenario, _ words: [String], _ document: CheckedDocument) -> Bool {
    let text = document.lowered(scenario.line, scenario.endLine)
    return words.contains { ShellText.contains(text, $0) }
  }

  private static func changes(_ scenario: Scenario) -> Bool {
    scenario.actions.contains { $0.kind == .command && ($0.effect == .write || $0.effect == .destructive) }
  }

  private static func symptoms(_ scenario: Scenario) -> Set<String> {
    Set(scenario.symptoms.map { $0.text.lowercased().filter { $0.isLetter || $0.isNumber } }.filter { !$0.isEmpty })
  }

  /// "See the Rollback Procedure section", "see section Failover": the name in capitals or quotes.
  private static func reference(in text: String) -> String? {
    guard ShellText.contains(text.lowercased(), "section") else { return nil }
    let words = text.split(whereSeparator: { " \t*_`".contains($0) }).map(String.init)
    guard let at = words.firstIndex(where: { bare($0).lowercased() == "section" }),
      let see = words[..<at].lastIndex(where: { pointers.contains(bare($0).lowercased()) }), at - see <= 7
    else { return nil }
    let between = words[(see + 1)..<at].filter { !["the", "our", "section"].contains($0.lowercased()) }
    let name = between.map(bare).joined(separator: " ")
    let named = between.allSatisfy { bare($0).first.map { $0.isUppercase || $0.isNumber } ?? false }
    return named && name.utf8.contains(where: Byte.isLetter) && !ShellText.contains(name, "](") ? name : nil
  }

  private static let pointers: Set<String> = ["see", "follow", "to", "in"]

  private static func bare(_ word: String) -> String {
    String(word.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
  }
}
