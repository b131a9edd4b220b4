import Incidents

/// Times to acknowledge that the document states apart from the scale: "Target: <5 minutes for P0/P1".
enum AcknowledgeReader {
  private static let cues: WordSet = ["acknowledge", "acknowledgement", "acknowledgment", "ack", "acknowledged"]

  static func read(_ reading: Reading, into runbook: inout Runbook) {
    for statement in reading.statements
    where !statement.durations.isEmpty && !reading.isInside(statement, [.review, .communication, .scenario]) {
      let times = statement.durations.filter { !$0.every && !$0.business }
      // "30-minute response, 2-hour acknowledgment": the time before the word.
      let named = times.first { time in
        statement.words.all[time.words.upperBound...].prefix(2).contains { cues.contains($0) }
      }
      guard let time = named ?? times.first,
        statement.words.containsAny(cues) || owner(statement, reading).containsAny(cues)
      else { continue }
      let moment = isMoment(time, statement.words)
      guard moment || !statement.words.containsAny(["not", "if", "after", "without", "update"]) else { continue }
      for name in names(statement, moment, reading) {
        guard let index = runbook.severities.firstIndex(where: { $0.name == name }),
          runbook.severities[index].ackMinutes == nil
        else { continue }
        runbook.severities[index].ackMinutes = time.limit
        runbook.severities[index].ackLine = statement.line
      }
    }
  }

  /// What the line stands under: the item or label around it.
  private static func owner(_ statement: Statement, _ reading: Reading) -> Words {
    let section = reading.sections.all[safe: statement.section]?.record
    return Words(section.map { $0.isHeading && ($0.headingLevel ?? 1) < 3 ? "" : $0.text } ?? "")
  }

  /// "T+5m: acknowledge; update the incident": the moment stands first and says what is done by then.
  private static func isMoment(_ time: Duration, _ words: Words) -> Bool {
    let behind = words.all[time.words.upperBound...].filter { $0.kind == .word }
    return time.words.lowerBound <= 2 && behind.first.map { cues.contains($0) } ?? false
  }

  /// The severities that the line names, or those of the item or heading over a list of moments.
  private static func names(_ statement: Statement, _ moment: Bool, _ reading: Reading) -> [String] {
    let own = reading.scale.mentioned(in: statement.words)
    guard own.isEmpty, moment else { return own }
    return reading.sections.path(statement.section).prefix(2).lazy
      .map { reading.scale.mentioned(in: $0.record.name.isEmpty ? $0.record.text : $0.record.name) }
      .first { !$0.isEmpty } ?? []
  }
}
