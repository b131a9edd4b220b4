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
    return graded(reading)
  }

  /// "An incident is critical when ...: we answer in 5 minutes. It is minor ...": a grade and a time in each sentence.
  private static func graded(_ reading: Reading) -> [Severity] {
    for statement in reading.statements where !reading.isInside(statement, [.review, .scenario, .communication]) {
      guard statement.words.all.count < 200, !statement.durations.isEmpty,
        statement.words.all.contains(where: { SeverityNames.grades[$0] != nil })
      else { continue }
      let told = reading.isInside(statement, [.severities])
      var found: [(Int, Severity)] = []
      for saying in statement.sayings {
        let words = saying.words
        guard let word = words.all.first(where: { SeverityNames.grades[$0] != nil }),
          let grade = SeverityNames.grades[word], !found.contains(where: { $0.0 == grade }),
          let answer = ResponseTime.spoken(saying.text)
        else { continue }
        var severity = Severity(
          name: words.slice(word.start, word.end), rank: 0, line: reading.line(of: saying.text, in: statement))
        severity.responseMinutes = answer.minutes
        severity.responseText = answer.text
        severity.responseBusinessDays = answer.businessDays
        found.append((grade, severity))
      }
      let answered = found.count { $0.1.responseMinutes != nil }
      guard told ? found.count >= 2 && answered > 0 : found.count >= 3 && answered >= 2 else { continue }
      return ranked(found)
    }
    return []
  }

  private static func ranked(_ found: [(Int, Severity)]) -> [Severity] {
    found.sorted { $0.0 < $1.0 }.enumerated().map { rank, entry in
      var severity = entry.1
      severity.rank = rank
      return severity
    }
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
    return ranked(found)
  }
}
