import Incidents
import Runbooks

/// What a drill can be about, and how a person names it.
extension Drill {
  /// What came of looking for a scenario by words.
  package enum Found: Sendable, Hashable {
    case one(String)
    /// The words fit these.
    case several([String])
    case none
  }

  /// Titles of the scenarios, then the situations of the document that page somebody at a stated time, in their order.
  package var titles: [String] {
    var titles = runbook.scenarios.map(\.title)
    for rule in runbook.escalationRules
    where rule.scenario == nil && rule.afterMinutes != nil && !Condition.isDuration(rule.when) {
      if !titles.contains(rule.when) { titles.append(rule.when) }
    }
    return titles
  }

  /// The title that a person means: the same letters, else the beginning of one, else words of it,
  /// else a heading that holds it.
  package func find(_ words: String) -> Found {
    let titles = titles
    let wanted = Tokens.folded(words, limit: 200)
    guard !wanted.isEmpty else { return .none }
    let folded = titles.map { Tokens.folded($0, limit: 200) }
    let tokens = Set(Tokens.of(words))
    let ways: [(Int) -> Bool] = [
      { titles[$0] == words }, { folded[$0] == wanted }, { folded[$0].hasPrefix(wanted) },
      { tokens.isSubset(of: Tokens.of(titles[$0])) }, { folded[$0].contains(wanted) },
      // A heading copied with its number or its severity.
      { !folded[$0].isEmpty && wanted.contains(folded[$0]) },
    ]
    for way in ways {
      let hits = titles.indices.filter(way).map { titles[$0] }
      if hits.count == 1 { return .one(hits[0]) }
      if hits.count > 1 { return .several(hits) }
    }
    return .none
  }

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
