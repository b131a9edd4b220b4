import Incidents

/// What the words beside a rung, or in the first column of a situation rule, ask for.
enum Condition: Sendable, Hashable {
  /// Nothing that the severities do not say already.
  case nothing
  /// "or security breach": the time, or this, whichever comes first.
  case alternative(String)
  /// "if L1 can't resolve", "lasting >30 min": time alone decides, as long as it is not resolved.
  case lasting
  /// "customer impact": a person must judge it.
  case situation(String)

  init(_ text: String?, severities: [Severity]) {
    guard let text, !text.isEmpty else {
      self = .nothing
      return
    }
    let lower = " " + text.lowercased().replacing("’", with: "'")
    if let range = lower.firstRange(of: " or ") {
      self = .alternative(String(lower[range.upperBound...]))
    } else if Condition.durations.contains(where: { lower.contains($0) }) {
      self = .lasting
    } else {
      let names = severities.flatMap { [$0.name, $0.label] }.map(SeverityWords.fold)
      let rest = Matter.words(of: lower).subtracting(Condition.neutral).filter { !names.contains($0) }
      self = rest.isEmpty ? .nothing : .situation(text)
    }
  }

  /// Whether the words speak of time that passes without a resolution.
  static func isDuration(_ text: String) -> Bool { Condition(text, severities: []) == .lasting }

  private static let durations = [
    "lasting", "lasts", "unresolved", "not resolved", "isn't resolved", "not fixed", "can't resolve", "cannot resolve",
    "can not resolve", "unable to resolve", "can't fix", "cannot fix", "unable to fix", "doesn't resolve",
    "no resolution", "ongoing",
    "longer than", "for more than", "still down", "still failing", "doesn't drop", "does not drop", "doesn't improve",
    "does not improve", "no improvement", "not recovered", "no answer", "no response", "unavailable for",
    "persists for",
  ]
  private static let neutral: Set<String> = [
    "for", "only", "incident", "all", "and", "severity", "any", "always", "in", "on", "of", "the", "case", "sev",
    "after", "within", "min", "minute", "hour", "sla", "immediately", "respond",
  ]
}
