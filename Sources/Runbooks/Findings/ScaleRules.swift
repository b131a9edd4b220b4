import Incidents

/// R024 to R028: how a severity is chosen.
enum ScaleRules {
  static let all: [FindingRule] = [
    FindingRule("R024", .warning, why: "At night a number is agreed on sooner than an adjective.", source: .pagerDuty) {
      document in
      document.runbook.severities.filter { $0.rank <= 1 && isVague($0) }.map {
        Fault(
          "\($0.name) is defined without anything to measure.",
          hint: "Say how many users, how much traffic or for how long, as in \"more than 10 % of requests\".",
          line: $0.line, mark: $0.name)
      }
    },
    FindingRule("R026", .warning, why: "Two names for one level are two levels to whoever is new.") { document in
      let defined = Set(document.runbook.severities.compactMap { family($0.name) })
      guard defined.count == 1, let own = defined.first else { return [] }
      for (line, text) in document.prose {
        guard let other = names(text).first(where: { family($0) != own }) else { continue }
        let hint = "Use the names of the severity table throughout."
        return [
          Fault("\(other) is used beside names such as \(sample(document)).", hint: hint, line: line, mark: other)
        ]
      }
      return []
    },
    FindingRule("R028", .warning, why: "Doubt costs minutes unless the document decides.", source: .pagerDuty) {
      document in
      guard let first = document.runbook.severities.first, !document.whole.isEmpty else { return [] }
      let said = doubts.contains { ShellText.contains(document.whole, $0) }
      let hint = "Add a line such as \"When in doubt, choose the higher severity\"."
      return said ? [] : [Fault("Nothing says which severity to choose when in doubt.", hint: hint, line: first.line)]
    },
  ]

  private static let doubts = [
    "in doubt", "unsure", "not sure", "uncertain", "err on the side", "im zweifel", "en caso de duda",
    "em caso de dúvida",
    "en cas de doute", "nel dubbio", "拿不准", "不确定", "迷ったら",
  ]

  private static let absolute: Set<String> = [
    "all", "any", "nobody", "none", "every", "everyone", "complete", "completely", "total", "entire", "full", "loss",
    "down", "breach", "outage", "unavailable", "cannot", "multiple", "single", "majority", "half", "most",
  ]

  /// Without a number, a per cent or a word that leaves nothing to weigh. A level without any words is another matter.
  private static func isVague(_ level: Severity) -> Bool {
    let text = ([level.definition] + level.examples).joined(separator: " ").lowercased()
    guard !ShellText.trim(text).isEmpty, !text.utf8.contains(where: Byte.isDigit) else { return false }
    let ascii = text.utf8.allSatisfy { $0 < 0x80 }
    return ascii && !text.split(whereSeparator: { !$0.isLetter }).contains { absolute.contains(String($0)) }
  }

  /// Levels that the text names in the scale's own way and the scale does not have: error in a heading, where they
  /// rank a section; elsewhere they may rank something else.
  static func undefined(_ document: CheckedDocument) -> [(name: String, line: Int, level: Finding.Level)] {
    let scale = document.runbook.severities.map(\.name)
    let families = Set(scale.compactMap(family))
    let known = Set(scale.map(digits))
    guard families.count == 1, let own = families.first else { return [] }
    return document.prose.flatMap { line, text in
      names(text).filter { family($0) == own && !known.contains(digits($0)) }
        .map { ($0, line, text.hasPrefix("#") ? .error : .warning) }
    }
  }

  private static func digits(_ name: String) -> String { name.filter { $0.isNumber } }

  private static func sample(_ document: CheckedDocument) -> String { document.runbook.severities.first?.name ?? "" }

  private enum Family { case p, sev }

  private static func family(_ name: String) -> Family? {
    let bytes = Array(name.uppercased().utf8.filter { !Byte.isBlank($0) && $0 != Byte.dash })
    guard let last = bytes.last, Byte.isDigit(last) else { return nil }
    switch ShellText.string(bytes.dropLast()) {
    case "P": return .p
    case "SEV": return .sev
    default: return nil
    }
  }

  /// "P1", "SEV2", "SEV-2" as words of a line.
  private static func names(_ text: String) -> [String] {
    text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }).map(String.init).filter { word in
      (word.hasPrefix("P") || word.uppercased().hasPrefix("SEV")) && word.utf8.count <= 5 && family(word) != nil
    }
  }
}
