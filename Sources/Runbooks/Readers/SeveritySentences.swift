import Incidents

/// A scale told in a sentence: "A SEV1 is answered in 10 minutes, a SEV2 in 30." Read only where nothing else states one.
enum SeveritySentences {
  static func read(_ reading: Reading) -> [Severity] {
    for statement in reading.statements where !reading.isInside(statement, [.review, .scenario, .communication]) {
      let words = statement.words
      let codes = SeverityNames.codes(in: words)
      guard Set(codes.map(\.key)).count >= 2, words.all.count < 120 else { continue }
      let said = words.containsAny(["severity", "priority", "respond", "response", "answer", "answered", "sla"])
      let severities = severities(codes, words, statement.line)
      guard said, severities.contains(where: { $0.responseMinutes != nil }) else { continue }
      return severities
    }
    return []
  }

  private static func severities(
    _ codes: [(key: String, number: Int, range: Range<Int>)], _ words: Words, _ line: Int
  ) -> [Severity] {
    var found: [(Int, Severity)] = []
    for (index, code) in codes.enumerated() where !found.contains(where: { $0.0 == code.number }) {
      let start = words.all[code.range.upperBound - 1].end
      let end = index + 1 < codes.count ? words.all[codes[index + 1].range.lowerBound].start : Int.max
      let text = words.slice(start, end)
      var severity = Severity(
        name: words.slice(words.all[code.range.lowerBound].start, start), rank: 0, line: line)
      if let answer = ResponseTime.value(text) {
        severity.responseMinutes = answer.minutes
        severity.responseText = text.stripped(",.; ")
        severity.responseBusinessDays = answer.businessDays
      }
      found.append((code.number, severity))
    }
    return found.sorted { $0.0 < $1.0 }.enumerated().map { rank, entry in
      var severity = entry.1
      severity.rank = rank
      return severity
    }
  }
}
