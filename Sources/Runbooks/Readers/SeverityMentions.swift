import Incidents

/// A scale that the document only mentions: "Classify as Sev1, Sev2 or Sev3", the columns of a ladder, a list that is
/// about something else. Names without times, read only where nothing states a scale.
enum SeverityMentions {
  static func read(_ reading: Reading) -> [Severity] {
    listed(reading.scales) ?? named(reading)
  }

  /// The longest list whose records begin with codes, whatever it says of them.
  private static func listed(_ scales: [SeverityReader.Scale]) -> [Severity]? {
    let coded = scales.filter { scale in
      scale.members.allSatisfy(\.name.coded)
        && Set(scale.members.map { $0.name.keys.first ?? "" }).count == scale.members.count
    }
    guard let best = coded.max(by: { $0.members.count < $1.members.count }), best.members.count >= 2 else { return nil }
    return SeverityReader.ordered(best.members).enumerated().map { rank, member in
      Severity(name: member.name.name, label: member.name.label, rank: rank, line: member.record.line)
    }
  }

  private struct Mention {
    var name: String
    var line: Int
  }

  private static let families: WordSet = ["p", "sev", "severity", "prio", "priority"]

  /// Codes of one family in headings, sentences, columns and drawn ladders: two at least.
  private static func named(_ reading: Reading) -> [Severity] {
    var found: [String: [Int: Mention]] = [:]
    for (text, line) in places(reading) {
      let words = Words(text)
      for code in SeverityNames.codes(in: words) where families.contains(String(code.key.dropLast())) {
        let last = words.all[code.range.upperBound - 1].end
        let name = words.slice(words.all[code.range.lowerBound].start, last)
        if found[String(code.key.dropLast())]?[code.number] == nil {
          found[String(code.key.dropLast()), default: [:]][code.number] = Mention(name: name, line: line)
        }
      }
    }
    guard let family = found.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }), family.value.count >= 2
    else { return [] }
    return filled(family.value).enumerated().map { Severity(name: $1.name, rank: $0, line: $1.line) }
  }

  /// "P0 to P3" names those between as well.
  private static func filled(_ found: [Int: Mention]) -> [Mention] {
    guard let first = found.keys.min(), let last = found.keys.max(), let model = found[first] else { return [] }
    return (first...last).map { number in
      found[number] ?? Mention(name: String(model.name.dropLast()) + String(number), line: model.line)
    }
  }

  private static func places(_ reading: Reading) -> [(String, Int)] {
    let told = reading.statements.filter { !reading.isInside($0, [.review, .changelog]) }.map { ($0.text, $0.line) }
    let sections = reading.sections.all.enumerated().filter { !reading.sections.isInside($0.offset, .review) }
    let parts = sections.flatMap { index, section -> [(String, Int)] in
      let record = section.record
      let columns = record.children.filter { $0.shape == .table }.flatMap { table in
        table.columns.map { ($0, table.line) }
      }
      let drawn = reading.sections.isInside(index, .escalation) ? record.children.compactMap(\.code) : []
      return [(record.name, record.line)] + columns
        + drawn.flatMap { code in code.text.split(separator: "\n").prefix(24).map { (String($0), code.firstLine) } }
    }
    return told + parts
  }
}
