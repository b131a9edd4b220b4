/// R122 to R124: what the review is made of.
enum LearningRules {
  static let all: [FindingRule] = [
    FindingRule("R122", .warning, why: "A part that the form does not ask for is not written.", source: .atlassian) {
      document in
      guard let form = form(document) else { return [] }
      let missing = parts.filter { part in !part.words.contains { ShellText.contains(form.text, $0) } }.map(\.name)
      guard !missing.isEmpty, missing.count < parts.count else { return [] }
      return [
        Fault(
          "The review's template has no place for \(Quoted.list(missing)).", hint: "Add a heading for each.",
          line: form.line)
      ]
    },
    FindingRule("R123", .error, why: "An action that belongs to nobody is not done.", source: .siteReliability) {
      document in
      guard let form = form(document), ShellText.contains(form.text, "action") else { return [] }
      let owned = ["owner", "assignee", "assigned", "responsible", "who", "@", "verantwort", "responsable", "负责"]
      let dated = [
        "due", "deadline", "target date", "by when", "eta", "when", "by ", "yyyy", " 20", "-20", "fällig",
        "date limite", "截止",
      ]
      let lacks = [("an owner", owned), ("a date", dated)].filter { _, words in
        !words.contains { ShellText.contains(actions(form.text), $0) }
      }.map(\.0)
      guard !lacks.isEmpty else { return [] }
      let hint = "Give the actions a table with Action, Owner and Due."
      return [Fault("The review's actions have no place for \(Quoted.list(lacks)).", hint: hint, line: form.line)]
    },
    FindingRule(
      "R124", .hint, why: "Who fears blame leaves out what the others would learn from.", source: .siteReliability
    ) {
      document in
      let review = document.runbook.review
      let said = ["blameless", "blame", "culprit", "schuld", "sin culp", "sans reproche", "不追责"]
      guard review.present, !document.whole.isEmpty, !said.contains(where: { ShellText.contains(document.whole, $0) })
      else { return [] }
      let hint = "Add a line such as \"The review looks for causes, never for culprits\"."
      return [Fault("Nothing says that the review blames nobody.", hint: hint, line: review.line ?? 1)]
    },
  ]

  private static let parts: [(name: String, words: [String])] = [
    ("a summary", ["summary", "what happened", "overview", "zusammenfassung", "resum", "résumé", "摘要", "概述"]),
    ("the impact", ["impact", "affected", "noticed", "felt", "meant for", "auswirkung", "impacto", "影响"]),
    ("the timeline", ["timeline", "time line", "chronolog", "verlauf", "línea de tiempo", "cronolog", "时间线"]),
    ("the root cause", ["root cause", "cause", "why", "ursache", "causa", "根因", "原因"]),
    ("the actions", ["action", "follow-up", "follow up", "next steps", "maßnahmen", "accion", "ações", "行动"]),
  ]

  /// The template of the review, lower-cased.
  private static func form(_ document: CheckedDocument) -> (text: String, line: Int)? {
    guard document.runbook.review.present,
      let template = document.runbook.templates.first(where: { $0.kind == .postmortem })
    else { return nil }
    return (template.body.lowercased(), template.line)
  }

  /// From the first mention of the actions on.
  private static func actions(_ text: String) -> String {
    guard let at = ShellText.find("action", in: text) else { return text }
    return ShellText.string(text.utf8.dropFirst(at))
  }
}
