import Incidents
import Runbooks

/// What speaks for a severity, each kind of evidence apart.
struct SeverityEvidence {
  let scale: ScaleBook
  let scenario: String?
  /// The alert's own words for how bad it is.
  let said: [String]
  /// What the alert says in a sentence.
  let text: String

  /// The severity that the scenario's section states.
  func stated() -> SeverityChoice? {
    guard let scenario, let fact = scale.stated[scenario] else { return nil }
    return choice(fact.severity, "The runbook rates \(scenario) \(fact.severity.name).", fact.line)
  }

  /// A severity of the runbook that the alert calls by its code: "P0", "sev1".
  func named() -> SeverityChoice? {
    worst { word in
      guard word.utf8.contains(where: { $0 >= 48 && $0 <= 57 }), let severity = scale.severity(word),
        SeverityWords.fold(severity.name) == SeverityWords.fold(word)
      else { return nil }
      return severity
    }
  }

  /// A word that every tool has: the runbook's own label for it, else its place in the scale.
  func generic() -> SeverityChoice? {
    worst { word in
      if let severity = scale.severity(word) { return severity }
      guard let grade = Self.grades[word.lowercased()], let last = scale.ranked.indices.last else { return nil }
      return scale.ranked[min(grade, last)]
    }
  }

  /// An example of the scale that the alert, or a scenario that states no severity, names.
  func example() -> SeverityChoice? {
    guard !scale.examples.isEmpty else { return nil }
    let subject = stated() == nil ? (scenario ?? "") + " " + text : text
    let said = Matter.words(of: subject)
    let found = scale.examples.first { $0.alternatives.contains { $0.isSubset(of: said) } }
    return found.map { example in
      choice(
        example.severity,
        "The runbook's examples of \(example.severity.name) hold “\(Wording.line(example.text, limit: 120))”.",
        example.severity.line)
    }
  }

  private func worst(_ read: (String) -> Severity?) -> SeverityChoice? {
    let found = said.compactMap { word in read(word).map { (word, $0) } }
    return found.min { $0.1.rank < $1.1.rank }.map { word, severity in
      choice(severity, "The alert calls itself \(Wording.line(word, limit: 40)).", severity.line)
    }
  }

  private func choice(_ severity: Severity, _ why: String, _ line: Int) -> SeverityChoice {
    SeverityChoice(name: severity.name, rank: severity.rank, line: line, reasons: [Reason(why, line: line)])
  }

  /// Words of monitoring tools by how bad they are; 0 is the worst of any scale.
  private static let grades = [
    "critical": 0, "crit": 0, "fatal": 0, "emergency": 0, "emerg": 0, "disaster": 0, "page": 0, "alert": 0,
    "error": 1, "err": 1, "high": 1, "major": 1, "urgent": 1, "severe": 1,
    "warning": 2, "warn": 2, "medium": 2, "moderate": 2, "average": 2, "minor": 3,
    "low": 3, "info": 3, "informational": 3, "information": 3, "notice": 3, "debug": 3,
  ]
}
