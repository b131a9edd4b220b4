import Incidents
import Runbooks

/// Which severities wait for the end of somebody's quiet hours: never the worst, whatever the team file says.
package enum QuietRules {
  /// A quiet rule that does not do what its words say.
  package struct Fault: Sendable, Hashable {
    /// "Ana Ruiz is paged for P0 at every hour"
    package var text: String
    package var hint: String
  }

  /// Whether a page of this severity waits. One that the scale does not have may be the worst there is.
  static func waits(_ quiet: QuietHours, _ severity: String, _ runbook: Runbook) -> Bool {
    guard let own = runbook.severities.first(where: { $0.name == severity }), !isWorst(own, runbook) else {
      return false
    }
    return SeverityWords.cover(quiet.severities, severity, in: runbook.severities)
  }

  /// What people's rules name in vain: the worst severity of a runbook, or one that no runbook has.
  package static func faults(_ runbooks: [Runbook], _ team: Team) -> [Fault] {
    team.people.flatMap { person in
      (person.quiet?.severities ?? []).compactMap { fault(of: $0, person, runbooks) }
    }
  }

  private static func fault(of word: String, _ person: Person, _ runbooks: [Runbook]) -> Fault? {
    let known = runbooks.compactMap { book in SeverityWords.find(word, in: book.severities).map { ($0, book) } }
    if let (worst, _) = known.first(where: { isWorst($0.0, $0.1) }) {
      return Fault(
        text: "\(person.name) is paged for \(worst.name) at every hour",
        hint: "It is the worst severity, which no quiet hours hold back. Take it out of the quiet rule.")
    }
    guard known.isEmpty, !runbooks.allSatisfy(\.severities.isEmpty) else { return nil }
    return Fault(
      text: "The quiet hours of \(person.name) name \(Wording.line(word, limit: 40)), which no runbook has",
      hint: "The severities are \(Wording.list(runbooks.flatMap { $0.severities.map(\.name) })).")
  }

  private static func isWorst(_ severity: Severity, _ runbook: Runbook) -> Bool {
    severity.rank <= (runbook.severities.map(\.rank).min() ?? 0)
  }
}
