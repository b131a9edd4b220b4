import Incidents
import Runbooks

extension SeverityChoice {
  /// What a route of the team file makes of it. A name that the runbook does not have changes nothing; such a team
  /// file is refused when it is loaded.
  package func ruled(by route: AlertRoute, in severities: [Severity]) -> SeverityChoice {
    guard let rule = route.severity, let wanted = SeverityWords.find(rule.name, in: severities) else { return self }
    var choice = self
    switch rule {
    case .fixed:
      choice.reasons = []
    case .atLeast:
      guard wanted.rank < rank else { return self }
    }
    (choice.name, choice.rank, choice.line) = (wanted.name, wanted.rank, wanted.line)
    let words = if case .fixed = rule { "says" } else { "says at least" }
    choice.reasons.append(Reason("The route \(route.name) of the team file \(words) \(wanted.name)."))
    return choice
  }
}
