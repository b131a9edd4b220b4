import Incidents
import Runbooks

/// What a drill can be about, and how a person names it.
extension Drill {
  /// Titles of the scenarios, then the situations of the document that page somebody at a stated time, in their order.
  package var titles: [String] {
    var titles = runbook.scenarios.map(\.title)
    for rule in runbook.escalationRules
    where rule.scenario == nil && rule.afterMinutes != nil && !Condition.isDuration(rule.when) {
      if !titles.contains(rule.when) { titles.append(rule.when) }
    }
    return titles
  }

  /// The title that a person means.
  package func find(_ words: String) -> TitleSearch.Found { TitleSearch.find(words, in: titles) }

  /// The people whom a name means: a person by identifier or name, or whoever holds a role at `at`.
  package func people(named words: String, at: Timestamp) -> [Person] {
    let wanted = Tokens.folded(words, limit: 200)
    guard !wanted.isEmpty else { return [] }
    let named = team.people.filter {
      Tokens.folded($0.id, limit: 200) == wanted || Tokens.folded($0.name, limit: 200) == wanted
        || Tokens.of($0.name).first == wanted
    }
    return named.isEmpty ? team.holders(of: words, at: at) : named
  }

  /// The channels by which people of the team are reached.
  package var channels: [String] {
    var names: [String] = []
    for method in team.people.flatMap(\.methods) where !names.contains(method.channel) { names.append(method.channel) }
    return names
  }
}
