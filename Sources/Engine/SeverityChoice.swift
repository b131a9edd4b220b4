import Incidents
import Runbooks

/// The severity of a new incident, with the reasons for it and the lines behind them.
package struct SeverityChoice: Sendable, Hashable {
  /// The runbook's own name.
  package var name: String
  package var rank: Int
  /// The line of the fact that decided; nil for an assumption.
  package var line: Int?
  package var reasons: [Reason]

  package init(name: String, rank: Int, line: Int?, reasons: [Reason]) {
    self.name = name
    self.rank = rank
    self.line = line
    self.reasons = reasons
  }

  /// The severity of an incident that this alert opens: what the scenario states decides, unless the alert names a
  /// worse one by the runbook's own name or by an example of its scale; else the alert's words and the examples of the scale, the worse of them.
  package static func of(_ event: AlertEvent, scenario: String?, runbook: Runbook) -> SeverityChoice {
    of(event, scenario: scenario, ScaleBook(runbook))
  }

  /// The same by a scale that is worked out already.
  package static func of(_ event: AlertEvent, scenario: String?, policy: Policy) -> SeverityChoice {
    of(event, scenario: scenario, policy.book.scale)
  }

  private static func of(_ event: AlertEvent, scenario: String?, _ scale: ScaleBook) -> SeverityChoice {
    let words = [event.severity, event.labels["severity"], event.labels["priority"], event.labels["level"]]
      .compactMap { $0 }.filter { !$0.isEmpty }
    return choose(SeverityEvidence(scale: scale, scenario: scenario, said: words, text: event.summary))
  }

  /// The severity of an incident that a person declares: what the person says, else what the scenario and the title
  /// say. A name that the runbook does not have is refused with those it has.
  package static func declared(
    _ severity: String?, title: String, scenario: String?, runbook: Runbook
  ) throws(Refusal) -> SeverityChoice {
    guard let severity, !severity.isEmpty else {
      return choose(SeverityEvidence(scale: ScaleBook(runbook), scenario: scenario, said: [], text: title))
    }
    if runbook.severities.isEmpty {
      return SeverityChoice(name: Wording.line(severity, limit: 40), rank: 0, line: nil, reasons: [])
    }
    guard let found = SeverityWords.find(severity, in: runbook.severities) else {
      throw .unknownSeverity(severity, known: runbook.severities.map(\.name))
    }
    return SeverityChoice(
      name: found.name, rank: found.rank, line: found.line,
      reasons: [Reason("A person declared it \(found.name).", line: found.line)])
  }

  private static func choose(_ evidence: SeverityEvidence) -> SeverityChoice {
    let named = evidence.named()
    let example = evidence.example()
    if let stated = evidence.stated() {
      return worse(worse(stated, named), example.flatMap { $0.rank < stated.rank ? $0 : nil })
    }
    let found = [named, evidence.generic(), example].compactMap { $0 }
    if let first = found.first { return found.dropFirst().reduce(first) { worse($0, $1) } }
    return assumed(evidence.scale.ranked)
  }

  private static func worse(_ a: SeverityChoice, _ b: SeverityChoice?) -> SeverityChoice {
    guard let b else { return a }
    var chosen = b.rank < a.rank ? b : a
    let other = b.rank < a.rank ? a : b
    if other.rank != chosen.rank {
      chosen.reasons += other.reasons
      chosen.reasons.append(Reason("In doubt the worse of \(chosen.name) and \(other.name) is chosen."))
    } else {
      chosen.reasons += other.reasons
    }
    return chosen
  }

  /// Nothing is known: the second level, so that people are paged without calling it the worst.
  private static func assumed(_ scale: [Severity]) -> SeverityChoice {
    guard let severity = scale.count > 1 ? scale[1] : scale.first else {
      return SeverityChoice(
        name: "Incident", rank: 0, line: nil, reasons: [Reason("The runbook has no severities.")])
    }
    return SeverityChoice(
      name: severity.name, rank: severity.rank, line: nil,
      reasons: [Reason("Neither the runbook nor the alert says how bad it is: \(severity.name) is assumed.")])
  }
}
