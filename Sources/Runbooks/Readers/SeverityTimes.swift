import Incidents

/// Times of one rung that differ by severity: "P0 after 15 min, P1 after 1 hour".
enum SeverityTimes {
  struct Part: Sendable {
    var severities: [String]
    var minutes: Double
  }

  /// Each time with the severities named before it, or else behind it; empty unless every time has its own.
  static func read(_ text: String, _ scale: SeverityScale) -> [Part] {
    let words = Words(text)
    let times = Durations.all(in: words)
    guard (2...5).contains(times.count), times.allSatisfy({ $0.high == nil }) else { return [] }
    let before = parts(times) { index in
      let start = index == 0 ? 0 : words.all[times[index - 1].words.upperBound - 1].end
      return scale.mentioned(in: words.slice(start, words.all[times[index].words.lowerBound].start))
    }
    if !before.isEmpty { return before }
    return parts(times) { index in
      let end = times[safe: index + 1].map { words.all[$0.words.lowerBound].start } ?? Int.max
      return scale.mentioned(in: words.slice(words.all[times[index].words.upperBound - 1].end, end))
    }
  }

  private static func parts(_ times: [Duration], _ named: (Int) -> [String]) -> [Part] {
    let parts = times.indices.map { Part(severities: named($0), minutes: times[$0].low) }
    let all = parts.flatMap(\.severities)
    guard parts.allSatisfy({ !$0.severities.isEmpty }), Set(all).count == all.count else { return [] }
    return parts
  }

  /// The rung once for each severity that has a time of its own.
  static func rungs(_ step: LadderReader.Step, _ text: String, _ scale: SeverityScale) -> [LadderReader.Step] {
    let parts = read(text, scale)
    guard parts.count >= 2 else { return [step] }
    return parts.map { part in
      var own = step
      own.rung.severities = part.severities
      own.rung.afterMinutes = part.minutes
      own.text.severities = part.severities
      own.text.after = part.minutes
      own.text.sla = nil
      own.follows = true
      return own
    }
  }
}
