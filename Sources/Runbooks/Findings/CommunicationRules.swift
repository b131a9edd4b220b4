import Incidents

/// R050 to R056: what people are told, and how often.
enum CommunicationRules {
  static let all: [FindingRule] = [
    FindingRule("R050", .error, why: "The gravest levels owe the public an update at known times.", source: .atlassian)
    { document in
      let runbook = document.runbook
      if runbook.cadence.isEmpty, !runbook.severities.isEmpty {
        let hint = "Say per severity how often an update is owed, as in \"P0: every 15 minutes\"."
        return [Fault("No update cadence was found.", hint: hint, line: 1)]
      }
      if let only = onlyInTemplate(runbook) {
        let hint = "State it per severity, as in \"P0: every 15 minutes\"; Tocsin takes the template's time for all."
        return [Fault("No update cadence is stated; only a template names a time.", hint: hint, line: only)]
      }
      let owed = runbook.severities.filter { $0.rank <= 1 }.filter { level in
        !runbook.cadence.contains { $0.severity == nil || $0.severity == level.name }
      }
      return owed.map {
        Fault("\($0.name) has no update cadence.", hint: "Say how often an update is owed.", line: $0.line)
      }
    },
    FindingRule("R051", .warning, why: "A graver incident needs news at least as often.", source: .atlassian) {
      document in
      let runbook = document.runbook
      let ranks = Dictionary(runbook.severities.map { ($0.name, $0.rank) }, uniquingKeysWith: { first, _ in first })
      var faults: [Fault] = []
      for audience in [Cadence.Audience.internal, .external, .both] {
        let entries = runbook.cadence.filter { $0.audience == audience && $0.minutes != nil && $0.severity != nil }
          .sorted { (ranks[$0.severity ?? ""] ?? 99, $0.line) < (ranks[$1.severity ?? ""] ?? 99, $1.line) }
        for (graver, milder) in zip(entries, entries.dropFirst()) {
          guard let first = graver.minutes, let second = milder.minutes, first > second else { continue }
          let message =
            "\(graver.severity ?? "") is updated every \(Quoted.minutes(first)), the milder \(milder.severity ?? "") every \(Quoted.minutes(second))."
          faults.append(Fault(message, hint: "Update the graver level at least as often.", line: graver.line))
        }
      }
      return faults
    },
    FindingRule(
      "R052", .warning, why: "A state without a template is written from nothing at night.", source: .atlassian
    ) { document in
      let runbook = document.runbook
      let states: [Template.State] = [.investigating, .identified, .monitoring, .resolved]
      let missing = states.filter { state in !runbook.templates.contains { $0.state == state } }
      guard !missing.isEmpty else { return [] }
      let names = Quoted.list(missing.map(\.rawValue))
      return [
        Fault(
          "No template for \(names).", hint: "Add one per state to the communication templates.",
          line: runbook.templates.first?.line ?? 1)
      ]
    },
    FindingRule("R056", .warning, why: "Sample names and dates go out to the public when nobody notices them.") {
      document in
      document.runbook.templates.compactMap { template in
        guard let left = SampleValues.first(in: template.body) else { return nil }
        return Fault(
          "The template \(Quoted.name(template.name)) holds a real value: \(left.text).",
          hint: "Write a placeholder such as [date] or [name].", line: template.line + left.offset, mark: left.text)
      }
    },
  ]
}

extension CommunicationRules {
  /// The line of the first cadence where all of them were read out of templates.
  private static func onlyInTemplate(_ runbook: Runbook) -> Int? {
    let spans = runbook.templates.map { template in
      let length = template.body.utf8.count { $0 == Byte.newline }
      return template.line...(template.line &+ length &+ 2)
    }
    let isInside = runbook.cadence.allSatisfy { entry in spans.contains { $0.contains(entry.line) } }
    return isInside ? runbook.cadence.first?.line : nil
  }
}

/// Real dates and people left in a template.
enum SampleValues {
  static func first(in body: String) -> (text: String, offset: Int)? {
    for (i, line) in body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for word in line.split(whereSeparator: { " \t|*(),;\"".contains($0) }) {
        let text = String(word)
        if isDate(text) || isPerson(text) { return (text, i) }
      }
    }
    return nil
  }

  private static func isDate(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count >= 10, bytes[4] == Byte.dash, bytes[7] == Byte.dash else { return false }
    return [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { Byte.isDigit(bytes[$0]) }
  }

  /// `@john.doe`, but not `@your-name` or `@oncall`.
  private static func isPerson(_ word: String) -> Bool {
    guard word.hasPrefix("@") else { return false }
    let parts = word.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { $0.utf8.count > 1 && $0.utf8.allSatisfy(Byte.isLower) }
  }
}
