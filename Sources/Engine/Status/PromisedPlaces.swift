import Incidents

/// The places of a message that say when the next one comes. Only what is promised answers them: a time that stands in
/// the words alone would bind nobody, and the page would say that none was promised.
package struct PromisedPlaces: Sendable {
  private let lines: [String]
  /// The longest first.
  private let slots: [String]

  /// - Parameter slots: placeholders of the templates.
  package init(_ text: String, slots: [String]) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.slots = (slots + [FilledTemplate.nextUpdate]).distinct.sorted { $0.count > $1.count }
  }

  /// Each once, in the order of the text. A placeholder that asks for something else as well is not among them.
  package var all: [String] {
    var next: [String] = []
    var others: Set<String> = []
    for line in lines {
      _ = LineFilling.replacing(slots, in: line) { meaning, slot in
        if meaning.isNext { next.append(slot) } else { others.insert(slot) }
        return nil
      }
    }
    return next.distinct.filter { !others.contains($0) }
  }

  /// The text with the promised time in each of them.
  package func answered(_ due: Timestamp, now: Timestamp) -> String {
    let facts = KnownFacts(now: now, opened: now, nextBy: due)
    return lines.map { line in
      LineFilling.replacing(slots, in: line) { meaning, _ in meaning.isNext ? meaning.next(facts) : nil }
    }.joined(separator: "\n")
  }
}
