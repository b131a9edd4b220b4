import Incidents

/// A scale in the team's own words: "Front page", "Section", "Back page". Read only where nothing else states one.
enum OwnScale {
  /// The key of every such severity: its words are found as they stand.
  static let key = "\u{1}"

  /// A list of two to six names under a heading about severities, answered within stated times.
  static func read(_ reading: Reading) -> SeverityReader.Scale? {
    for (index, section) in reading.sections.all.enumerated() {
      guard section.record.isHeading, section.record.headingLevel != 1,
        section.record.meaning.best([.severities, .level]) >= 0.5
      else { continue }
      for collection in section.record.collections where (2...6).contains(collection.count) {
        let members = collection.compactMap(member)
        guard members.count == collection.count, Set(members.map(\.name.name)).count == members.count else { continue }
        let answered = members.count { ResponseTime.read($0) != nil || told($0.name.name, section.record) != nil }
        if answered >= 2 { return SeverityReader.Scale(members: members, score: 1, section: index) }
      }
    }
    return nil
  }

  /// Times that sentences beside the list state: "Front page: someone answers in five minutes."
  static func complete(_ severities: inout [Severity], _ scale: SeverityReader.Scale, _ reading: Reading) {
    guard let record = reading.sections.all[safe: scale.section]?.record else { return }
    for index in severities.indices where severities[index].responseText.isEmpty {
      guard let answer = told(severities[index].name, record) else { continue }
      severities[index].responseMinutes = answer.minutes
      severities[index].responseText = answer.text
      severities[index].responseBusinessDays = answer.businessDays
    }
  }

  private static func member(_ record: Record) -> SeverityReader.Member? {
    let words = record.nameWords.all
    guard (1...4).contains(words.count), words.allSatisfy({ $0.kind == .word }), !People.names(record.nameWords) else {
      return nil
    }
    let name = SeverityName(name: record.name, label: "", keys: [key], rest: "", coded: false)
    return SeverityReader.Member(name: name, record: record)
  }

  /// Behind the name and a colon, the time of a sentence in the same section.
  private static func told(_ name: String, _ section: Record) -> ResponseTime.Answer? {
    for child in section.children where child.shape == .paragraph || child.shape == .label {
      for sentence in Sentences.of(child.text) {
        guard let colon = Labels.colon(in: sentence), sentence[..<colon].trimmed == name else { continue }
        return ResponseTime.value(sentence[sentence.index(after: colon)...].trimmed)
      }
    }
    return nil
  }
}
