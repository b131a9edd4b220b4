import Incidents
import Runbooks

/// What the document, or the team file before it, says of pages that nobody answers and of answers that nothing follows.
extension Policy {
  /// When somebody who was paged and has not answered is paged again; nil where the document does not say.
  func repage(for severity: String) -> AnswerRule? { strictest(runbook.repages, severity) }

  /// After how long an answer that nothing follows counts no longer, and the line that says so; nil = it always counts.
  func lapse(for severity: String) -> (after: Span, line: Int?)? {
    if let rule = team.lapse {
      return rule.severities.isEmpty || rule.severities.contains(severity) ? (rule.after, nil) : nil
    }
    return strictest(runbook.lapses, severity).map { (.minutes($0.minutes), $0.line) }
  }

  /// Of the rules for the severity itself, or else of those for all.
  private func strictest(_ rules: [AnswerRule], _ severity: String) -> AnswerRule? {
    let heard = rules.filter { SeverityWords.cover($0.severities, severity, in: runbook.severities) }
    let own = heard.filter { !$0.severities.isEmpty }
    return (own.isEmpty ? heard : own).min { $0.minutes < $1.minutes }
  }
}

extension Draft {
  /// More reminders than these say nothing new; the ladder begins again meanwhile.
  private static let mostRepages = 12

  /// Plans that somebody is paged again the same way where the document says so: once, or again and again while the
  /// climb lasts. Returns how it is told.
  mutating func repage(_ person: Person, _ cause: PageCause, from start: Timestamp) -> String? {
    guard cause.rung != nil, let rule = policy.repage(for: incident.severity), let method = person.methods.first else {
      return nil
    }
    // Raised on the way, somebody is asked again as often as before and not twice as often.
    let planned = known.contains {
      $0.reason == .repeated && $0.person == person.id && $0.rung == cause.rung && $0.round == incident.round
        && $0.status == .pending && !cancelled.contains($0.id)
    }
    guard !planned else { return nil }
    let span = Span.minutes(rule.minutes)
    var cause = cause
    cause.reason = .repeated
    cause.because = "not acknowledged in \(Wording.span(span))"
    cause.line = rule.line
    var first: Timestamp?
    for count in 1...(rule.isRepeated ? Draft.mostRepages : 1) {
      let planned = start + Span(microseconds: span.microseconds &* Int64(count))
      guard count == 1 || planned < deadlines.climbEnd else { break }
      let due = held(person, .reminder, at: planned) ?? planned
      if send(method, to: person, cause, due: due) != nil { first = first ?? due }
    }
    return first.map { "by \(method.channel) at \(Wording.clock($0)) (L\(rule.line))" }
  }
}
