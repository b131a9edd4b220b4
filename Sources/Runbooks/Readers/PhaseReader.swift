/// The course of an incident: phases and steps with their windows.
enum PhaseReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    // A procedure for one kind of incident is no part of any incident's course.
    let scenarios = Set(runbook.scenarios.map(\.line) + reading.sections.with(.scenario).map(\.record.line))
    for (index, section) in reading.sections.all.enumerated() {
      let away: [SectionRole] = [.scenario, .severities, .review, .rollback, .contacts, .scenarioGroup, .escalation]
      if isInside(reading, index, away) { continue }
      let process = isProcess(section.record)
      for collection in section.record.collections {
        // Among other headings, "Phase 1" and "Phase 2" are phases by their names alone.
        let steps = collection.filter { !scenarios.contains($0.line) }
        let named = steps.filter { $0.isHeading && isStep($0.nameWords) }
        let phases = named.count >= 2 ? named : steps.filter { isPhase($0, process: process) }
        guard phases.count >= 2, named.count >= 2 || phases.count * 2 > collection.count else { continue }
        runbook.phases += phases.map { phase($0, section, reading) }
      }
    }
    dropNested(&runbook.phases)
  }

  private static func isInside(_ reading: Reading, _ index: Int, _ roles: [SectionRole]) -> Bool {
    reading.sections.path(index).contains { section in
      guard let role = section.role, roles.contains(role), section.record.headingLevel != 1 else { return false }
      return !((role == .scenarioGroup || role == .severities) && isProcess(section.record))
    }
  }

  private static func isProcess(_ record: Record) -> Bool {
    record.isHeading && record.headingLevel != 1 && record.meaning[.process] >= 0.3 && !isStep(record.nameWords)
  }

  private static func isPhase(_ record: Record, process: Bool) -> Bool {
    guard !record.name.isEmpty, record.shape != .row || record.children.count >= 2 else { return false }
    if isStep(record.nameWords) { return true }
    guard record.isHeading || process else { return false }
    if window(record) != nil { return true }
    guard process, record.isHeading, record.meaning.best([.escalation, .contacts, .severities]) < 0.9 else {
      return false
    }
    return ScenarioTitle.withoutNumber(record.name) != record.name || hasChecklist(record)
  }

  private static func phase(_ record: Record, _ section: Section, _ reading: Reading) -> Phase {
    let window = window(record)
    var phase = Phase(title: title(record.name), line: record.line)
    phase.startMinutes = window?.start
    phase.endMinutes = window?.end
    phase.severities = severities(section, reading, record)
    phase.items = items(record)
    phase.actions = ActionReader.all(under: record, .other)
    return phase
  }

  /// "Phase 2: ...", "Step 3 ...".
  private static func isStep(_ name: Words) -> Bool {
    let words = Array(name.all.lazy.filter { $0.kind != .mark }.prefix(2))
    return words.count == 2 && words[1].kind == .number && ["phase", "step", "stage"].contains(words[0].text)
  }

  /// What is to be done or asked; the labels over lists are no items.
  private static func items(_ record: Record) -> [String] {
    if record.shape == .row {
      let cells = record.children.dropFirst().filter { $0.meaning[.time] < 0.5 }
      return cells.map(\.value.text).filter { $0.hasWord }
    }
    let headings = Set(record.children.filter { $0.isHeading }.map(\.text))
    let said = asides(record)
    return record.statements.filter { !said.contains($0.line) }.map(\.text).filter {
      $0.hasWord && $0 != record.text && !$0.hasSuffix(":") && !headings.contains($0)
    }
  }

  /// No steps: "Goal: stop the bleeding", and lines under "Update frequency" that say for each severity how often.
  private static func asides(_ record: Record) -> Set<Int> {
    var lines: Set<Int> = []
    record.walk { part in
      if !part.name.isEmpty, !part.isHeading, !part.isItem, part.value.text.hasWord, part.meaning[.overview] >= 0.9 {
        lines.insert(part.line)
      }
      guard part.shape == .label || part.isHeading, part.meaning[.updates] >= 0.5 else { return }
      let members = part.members
      if members.allSatisfy({ $0.isItem && SeverityNames.read($0.nameWords) != nil }) {
        lines.formUnion(members.map(\.line))
      }
    }
    return lines
  }

  private static func hasChecklist(_ record: Record) -> Bool {
    record.members.contains { $0.isItem } || !record.fences.isEmpty
  }

  private static func severities(_ section: Section, _ reading: Reading, _ record: Record) -> [String] {
    let own = reading.scale.mentioned(in: record.name)
    return own.isEmpty && section.record.headingLevel != 1 ? reading.scale.mentioned(in: section.record.name) : own
  }

  /// "(0-5 minutes)", "(First 15 Minutes)", "(30+ minutes)", "T+10", "(< 10 minutes)".
  private static func window(_ record: Record) -> (start: Double?, end: Double?)? {
    var text = record.nameWords
    if Durations.all(in: text).isEmpty {
      guard let cell = record.children.first(where: { $0.shape == .cell && $0.meaning[.time] >= 0.5 }) else {
        return nil
      }
      text = Words(cell.value.text)
    }
    guard let time = Durations.all(in: text).first(where: { !$0.every }) else { return nil }
    if time.moment { return (time.low, time.high) }
    if let high = time.high { return (time.low, high) }
    if time.open || time.comparator == ">" { return (time.low, nil) }
    let before = time.words.lowerBound > 0 ? text.all[time.words.lowerBound - 1].text : ""
    return before == "first" || before == "<" || before == "within" ? (0, time.low) : (nil, time.low)
  }

  private static func title(_ name: String) -> String {
    var text = ScenarioTitle.withoutNumber(name)
    let words = Words(text)
    if let first = words.all.first, ["phase", "step", "stage"].contains(first.text), words.all.count > 2,
      words.all[1].kind == .number
    {
      text = words.slice(words.all[1].end, Int.max).stripped(":-–—. ")
    }
    guard let open = text.lastIndex(where: { $0 == "(" }), open > text.startIndex else { return text }
    let inside = String(text[open...])
    return Durations.all(in: inside).isEmpty && !inside.lowercased().holds("ongoing") ? text : text[..<open].trimmed
  }

  /// A phase inside a phase is a step of it.
  private static func dropNested(_ phases: inout [Phase]) {
    var seen: Set<Int> = []
    phases = phases.filter { seen.insert($0.line).inserted }.sorted { $0.line < $1.line }
  }
}
