import Incidents
import Runbooks

/// A runbook's severities with the words of their examples, worked out once.
struct ScaleBook: Sendable {
  struct Example: Sendable {
    var severity: Severity
    var text: String
    /// Each alternative of "a or b" counts alone.
    var alternatives: [Set<String>]
  }

  let severities: [Severity]
  /// From the worst down.
  let ranked: [Severity]
  let examples: [Example]
  /// Severity and line by the title of the scenario that states one.
  let stated: [String: (severity: Severity, line: Int)]
  private let keys: [String: Severity]

  init(_ runbook: Runbook) {
    severities = runbook.severities
    let ranked = runbook.severities.sorted { $0.rank < $1.rank }
    self.ranked = ranked
    keys = Dictionary(
      ranked.map { (SeverityWords.fold($0.name), $0) } + ranked.map { (SeverityWords.fold($0.label), $0) },
      uniquingKeysWith: { first, _ in first })
    examples = ranked.flatMap { severity in
      severity.examples.map {
        Example(severity: severity, text: $0, alternatives: ScaleBook.alternatives($0))
      }
    }
    stated = Dictionary(
      runbook.scenarios.compactMap { scenario in
        scenario.severity.flatMap { SeverityWords.find($0, in: ranked) }.map { (scenario.title, ($0, scenario.line)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The severity that a word names, by name or label.
  func severity(_ word: String) -> Severity? {
    let key = SeverityWords.fold(word)
    return key.isEmpty ? nil : keys[key]
  }

  /// Two words at least, unless the one word names a security matter.
  private static func alternatives(_ example: String) -> [Set<String>] {
    example.lowercased().replacing(",", with: " or ").split(separator: " or ").compactMap { part in
      let words = Matter.words(of: String(part)).subtracting(weak)
      return words.count > 1 || Matter.isSecurity(words) ? words : nil
    }
  }

  private static let weak: Set<String> = [
    "the", "a", "an", "of", "and", "in", "is", "are", "for", "all", "completely", "entire",
  ]
}
