/// The rules of `tocsin check` that the reading alone can decide.
package enum Findings {
  /// What the reading itself found and what the rules find: errors first, then by line.
  /// - Parameters:
  ///   - today: `YYYY-MM-DD`, for dates that may have passed.
  ///   - surroundings: what lies beside the file; nil leaves out the rules that ask for it.
  package static func check(
    _ runbook: Runbook, today: String, surroundings: DocumentSurroundings? = nil
  ) -> [Finding] {
    let document = CheckedDocument(runbook, today: today, surroundings: surroundings)
    var found = runbook.findings
    for rule in rules { found += rule.run(on: document) }
    found.removeAll { document.ignores($0) }
    return found.sorted { ($0.level, $0.line, $0.rule, $0.column) < ($1.level, $1.line, $1.rule, $1.column) }
  }

  /// Rules that are about one file: of a runbook that is a folder, each page is held against them by itself.
  package static let ofEachPage: Set<String> = ["R005", "R006", "R008", "R009", "R010", "R011", "R014"]

  /// The addresses that a runbook links to, in its order, each once.
  package static func addresses(_ runbook: Runbook) -> [String] {
    var seen: Set<String> = []
    return LinkRules.web(CheckedDocument(runbook, today: "")).map(\.target).filter { seen.insert($0).inserted }
  }

  /// Every rule, in the order of its number.
  package static let rules: [FindingRule] =
    [
      DocumentRules.all, FormRules.all, LinkRules.all, IgnoreRules.all, ReadingRules.all, SeverityRules.all,
      ScaleRules.all, PeopleRules.all, ReachRules.all, CommunicationRules.all, TemplateRules.all, ScenarioRules.all,
      ScenarioLinkRules.all, FenceRules.all, CommandRules.all, ShellRules.all, RiskRules.all, RecoveryRules.all,
      LearningRules.all, ProcessRules.all, ContactRules.all, NoticeRules.all, EvidenceRules.all, AskedRules.all,
      ReviewTimes.all,
    ].flatMap { $0 }.sorted { $0.id < $1.id }
}
