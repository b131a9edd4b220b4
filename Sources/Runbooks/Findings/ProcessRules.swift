/// R130 to R132: checklists and phases.
enum ProcessRules {
  static let all: [FindingRule] = [
    FindingRule("R130", .warning, why: "A single word says neither what to do nor when it is done.") { document in
      document.runbook.checklistItems.filter { isBare($0.text) }.map {
        Fault(
          "The checklist item \(Quoted.name($0.text)) says nothing to do.",
          hint: "Begin it with a verb, as in \"Post the first update\".", line: $0.line, mark: $0.text)
      }
    },
    FindingRule("R131", .hint, why: "A phase without a length cannot be late.") { document in
      let phases = document.runbook.phases
      let open = phases.filter { $0.startMinutes == nil && $0.endMinutes == nil }
      guard !open.isEmpty, open.count < phases.count, let first = open.first else { return [] }
      return [
        Fault(
          "\(Quoted.list(open.prefix(4).map { Quoted.name($0.title) })) \(open.count == 1 ? "has" : "have") no time.",
          hint: "Add it to the heading, as in \"(5-20 minutes)\".", line: first.line, mark: first.title)
      ]
    },
    FindingRule("R132", .warning, why: "Two phases at one time are nobody's.") { document in
      let timed = document.runbook.phases.filter { $0.startMinutes != nil }
      return zip(timed, timed.dropFirst()).compactMap { before, after in
        guard before.severities == after.severities, let start = after.startMinutes, let earlier = before.startMinutes
        else { return nil }
        let overlaps = before.endMinutes.map { start < $0 } ?? false
        guard start < earlier || overlaps, start > 0 else { return nil }
        let end = before.endMinutes ?? earlier
        return Fault(
          "\(Quoted.name(after.title)) begins at \(Quoted.minutes(start)), before \(Quoted.name(before.title)) ends at \(Quoted.minutes(end)).",
          hint: "Let each phase begin where the one before ends.", line: after.line, mark: after.title)
      }
    },
  ]

  /// One word, or two without a verb in front: "Communication".
  private static func isBare(_ text: String) -> Bool {
    let words = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" })
    return words.count == 1 && text.utf8.allSatisfy { $0 < 0x80 } && (words.first?.utf8.count ?? 0) > 2
  }
}
