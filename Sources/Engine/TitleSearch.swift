import Incidents

/// How a person's words name one of several titles.
package enum TitleSearch {
  /// What came of looking by words.
  package enum Found: Sendable, Hashable {
    case one(String)
    /// The words fit these.
    case several([String])
    case none
  }

  /// The title that a person means: the same letters, else the beginning of one, else words of it,
  /// else a heading that holds it.
  package static func find(_ words: String, in titles: [String]) -> Found {
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
}
