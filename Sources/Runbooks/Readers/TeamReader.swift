/// The roles that people take in an incident, with their duties.
enum TeamReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    for section in reading.sections.with(.team, least: 0.5) where section.inherited != .review {
      for collection in section.record.collections { runbook.roles += collection.compactMap(role) }
      if runbook.roles.isEmpty {
        runbook.roles += section.record.children.filter { $0.shape == .label }.compactMap(role)
      }
    }
    for section in reading.sections.all where section.record.isHeading && section.record.meaning[.duties] > 0 {
      let name = withoutDuties(section.record.name)
      guard People.names(name), name != section.record.name, section.role != .team || !hasRoles(section.record) else {
        continue
      }
      runbook.roles.append(Role(name: name, duties: duties(section.record), line: section.record.line))
    }
    var seen: Set<String> = []
    runbook.roles = runbook.roles.filter { seen.insert($0.name.lowercased()).inserted }
  }

  private static func role(_ record: Record) -> Role? {
    if record.isHeading, hasRoles(record) { return nil }
    guard !record.name.isEmpty, record.meaning[.onCall] < 0.9 || People.names(record.name) else { return nil }
    let name = ScenarioTitle.withoutNumber(record.name)
    guard People.names(name) || Words(name).containsAny(["role", "scribe", "liaison", "facilitator"]) else {
      return nil
    }
    if record.meaning[.escalation] >= 0.5 || record.meaning[.contacts] >= 0.9 { return nil }
    let cells = record.children.filter { $0.shape == .cell }
    if !cells.isEmpty {
      let duty = cells.first { $0.meaning[.duties] >= 0.5 && $0.value.text != record.name }
      guard let duty else { return nil }
      return Role(name: name, duties: duty.value.text.parts(at: ";"), line: record.line)
    }
    return Role(name: name, duties: duties(record), line: record.line)
  }

  /// "Roles and Responsibilities" holds roles; "On-Call Engineer Responsibilities" is one.
  private static func hasRoles(_ record: Record) -> Bool {
    record.collections.contains { $0.compactMap(role).count >= 2 }
  }

  private static func duties(_ record: Record) -> [String] {
    record.statements.map(\.text).filter { $0.hasWord && $0 != record.text }
  }

  private static func withoutDuties(_ name: String) -> String {
    let words = Words(name)
    guard let at = words.all.lastIndex(where: { ["responsibility", "duty"].contains($0.text) }) else {
      return name
    }
    return words.slice(0, words.all[at].start).stripped("'s ")
  }
}
