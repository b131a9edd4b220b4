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
        !statement.words.containsAny(["not", "if", "after", "without", "update"]),
        statement.words.containsAny(cues) || Words(owner(statement, reading)).containsAny(cues)
      else { continue }
      for name in reading.scale.mentioned(in: statement.words) {
        guard let index = runbook.severities.firstIndex(where: { $0.name == name }),
          runbook.severities[index].ackMinutes == nil
        else { continue }
        runbook.severities[index].ackMinutes = time.limit
        runbook.severities[index].ackLine = statement.line
      }
    }
  }

  /// What the line stands under: the item or label around it.
  private static func owner(_ statement: Statement, _ reading: Reading) -> String {
    let section = reading.sections.all[safe: statement.section]?.record
    return section.map { $0.isHeading && ($0.headingLevel ?? 1) < 3 ? "" : $0.text } ?? ""
  }
}
