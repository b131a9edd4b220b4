import Incidents
import Runbooks

/// Which of the runbook's templates fits a message.
package enum TemplateChoice {
  package enum Audience: String, Sendable, Hashable, CaseIterable { case `internal`, external }

  /// Those for the audience, the ones for this state and severity first.
  package static func fitting(
    _ runbook: Runbook, _ audience: Audience, state: PublicState, severity: String
  ) -> [Template] {
    let kinds: Set<Template.Kind> = audience == .external ? [.statusPage, .customer] : [.internal]
    let known = runbook.templates.enumerated().filter { kinds.contains($1.kind) }
    let fits = known.filter { _, template in
      (template.severities.isEmpty || SeverityWords.cover(template.severities, severity, in: runbook.severities))
        && (template.state == nil || template.state?.rawValue == state.rawValue)
    }
    return fits.sorted { ($0.element.order(state), $0.offset) < ($1.element.order(state), $1.offset) }.map(\.element)
  }

  /// Minutes to the next word outside, by the strictest cadence that speaks of people outside; nil: none is set.
  package static func cadence(_ runbook: Runbook, _ severity: String) -> (minutes: Int, line: Int)? {
    let outside = runbook.cadence.filter { cadence in
      cadence.audience != .internal && (cadence.minutes ?? 0) >= 1
        && (cadence.severity.map { SeverityWords.cover([$0], severity, in: runbook.severities) } ?? true)
    }
    let own = outside.filter { $0.severity != nil }
    let best = (own.isEmpty ? outside : own).min { ($0.minutes ?? 0) < ($1.minutes ?? 0) }
    return best.map { (Int(min($0.minutes ?? 0, 10_080)), $0.line) }
  }
}

extension Template {
  /// The page's own before mails, a fitting state before none.
  fileprivate func order(_ wanted: PublicState) -> Int {
    (kind == .customer ? 2 : 0) + (state?.rawValue == wanted.rawValue ? 0 : 1)
  }
}
