import Incidents

/// R020 to R027: the severity scale.
enum SeverityRules {
  static let all: [FindingRule] = [
    FindingRule("R020", .error, why: "Without severities no clock can be set.", source: .pagerDuty) { document in
      guard document.runbook.severities.isEmpty else { return [] }
      let hint = "Add a table with a name, a definition and a response time per level."
      return [Fault("No severities were found.", hint: hint, line: 1)]
    },
    FindingRule("R021", .error, why: "The response time is the promise that the first clock keeps.", source: .pagerDuty)
    { document in
      document.runbook.severities.filter {
        $0.responseMinutes == nil && $0.ackMinutes == nil && $0.responseText.isEmpty
      }
      .map {
        Fault(
          "\($0.name) has no response time.", hint: "Say within how many minutes somebody answers.", line: $0.line,
          mark: $0.name)
      }
    },
    FindingRule("R022", .error, why: "A graver level must not be answered later than a milder one.") { document in
      let ordered = document.runbook.severities.sorted { $0.rank < $1.rank }.filter { $0.responseMinutes != nil }
      return zip(ordered, ordered.dropFirst()).compactMap { graver, milder in
        guard let first = graver.responseMinutes, let second = milder.responseMinutes, first > second else {
          return nil
        }
        let message =
          "\(graver.name) is answered within \(Quoted.minutes(first)), the milder \(milder.name) within \(Quoted.minutes(second))."
        return Fault(message, hint: "Let the times grow from the gravest level down.", line: graver.line)
      }
    },
    FindingRule("R023", .warning, why: "\"Immediate\" sets no clock that can be missed.") { document in
      document.runbook.severities.filter { $0.responseMinutes == 0 }.map {
        Fault(
          "\($0.name) says \(Quoted.name($0.responseWords)) without a number.",
          hint: "Add the minutes, as in \"Immediate (5 min)\".",
          line: $0.line, mark: $0.responseText)
      }
    },
    FindingRule("R025", .error, why: "A level that is not defined has no times.") { document in
      let known = Set(document.runbook.severities.flatMap { [$0.name.lowercased(), $0.label.lowercased()] })
      guard !document.runbook.severities.isEmpty else { return [] }
      var seen: Set<String> = []
      let read = uses(document.runbook).filter { !known.contains($0.name.lowercased()) }
        .map { (name: $0.name, line: $0.line, level: Finding.Level.error) }
      let written = ScaleRules.undefined(document).sorted { ($0.level, $0.line) < ($1.level, $1.line) }
      return (read + written).filter { seen.insert($0.name.uppercased()).inserted }.map {
        Fault(
          "\($0.name) is used but not defined.", hint: "Define it with the other severities or use one of them.",
          line: $0.line, mark: $0.name, level: $0.level)
      }
    },
    FindingRule("R027", .warning, why: "Two times for one promise: responders cannot know which holds.") { document in
      document.runbook.severities.compactMap { level in
        guard let ack = level.ackMinutes, let response = level.responseMinutes, ack != response,
          let ackLine = level.ackLine, ackLine != level.line, let stricter = level.answerTarget
        else { return nil }
        let message =
          "\(level.name): acknowledge within \(Quoted.minutes(ack)) here, respond within \(Quoted.minutes(response)) there."
        let hint =
          "\"There\" is line \(level.line). Tocsin keeps \(Quoted.minutes(stricter.minutes)); say which one is meant."
        return Fault(message, hint: hint, line: ackLine, mark: level.name)
      }
    },
  ]

  private static func uses(_ runbook: Runbook) -> [(name: String, line: Int)] {
    var result: [(String, Int)] = []
    for scenario in runbook.scenarios { if let name = scenario.severity { result.append((name, scenario.line)) } }
    for entry in runbook.cadence { if let name = entry.severity { result.append((name, entry.line)) } }
    for rung in runbook.escalation { result += rung.severities.map { ($0, rung.line) } }
    for rule in runbook.escalationRules { result += rule.severities.map { ($0, rule.line) } }
    return result
  }
}
