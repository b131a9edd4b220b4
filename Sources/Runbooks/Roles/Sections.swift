/// What a part of the document is for.
enum SectionRole: String, Sendable, Hashable {
  case severities, cadence, escalation, team, process, scenarioGroup, scenario, rollback
  case communication, health, review, contacts, links, services, changelog, commands, contents
}

/// A heading, label or item with something under it, in its place.
///
/// A class, because every reader walks paths of sections and copying records along them would cost more than reading.
final class Section: Sendable {
  let record: Record
  /// Index of the section around it.
  let parent: Int?
  let role: SectionRole?
  /// How sure the role is, 0…1.
  let score: Double
  /// Role of the nearest section around it that has one.
  let inherited: SectionRole?

  init(record: Record, parent: Int?, role: SectionRole?, score: Double, inherited: SectionRole?) {
    self.record = record
    self.parent = parent
    self.role = role
    self.score = score
    self.inherited = inherited
  }
}

/// All sections in the order of the document, each with its role.
struct Sections: Sendable {
  /// More sections than this are no runbook; what stands below them is not read.
  static let most = 2_500

  private(set) var all: [Section] = []
  /// Of each section, itself and those around it, innermost first.
  private var paths: [[Section]] = []
  /// Line of the first section that was left out.
  private(set) var leftOutLine: Int?

  /// Roles by the concepts that a name speaks of, with the weight of each.
  private static let naming: [(SectionRole, Concept, Double)] = [
    (.severities, .severities, 1), (.cadence, .updates, 0.8), (.escalation, .escalation, 1),
    (.escalation, .onCall, 0.6),
    (.team, .roles, 0.95), (.process, .process, 0.9), (.scenarioGroup, .scenarios, 0.91), (.rollback, .rollback, 1),
    (.communication, .communication, 0.85), (.communication, .templates, 0.8), (.health, .healthCheck, 1),
    (.health, .verification, 0.85), (.review, .review, 1), (.contacts, .contacts, 0.95), (.links, .links, 0.9),
    (.services, .services, 0.8), (.changelog, .changelog, 1), (.commands, .commands, 0.9),
    (.contents, .contentsList, 1),
  ]

  init(_ root: Record) { add(root, parent: nil, inherited: nil) }

  private mutating func add(_ record: Record, parent: Int?, inherited: SectionRole?) {
    guard all.count < Self.most else {
      leftOutLine = leftOutLine ?? record.line
      return
    }
    var parent = parent
    var inherited = inherited
    if record.isSection || (record.isItem && !record.children.isEmpty) {
      let (role, score) = Self.role(record, inherited: inherited)
      let section = Section(record: record, parent: parent, role: role, score: score, inherited: inherited)
      all.append(section)
      paths.append([section] + (parent.map { paths[$0] } ?? []))
      parent = all.count - 1
      // The title of the document says what all of it is about, not what its parts are for.
      let isTitle = record.headingLevel == 1 || record.shape == .document
      if let role, !isTitle, score >= 0.4 { inherited = role }
    }
    var group: (level: Int, role: SectionRole)?
    for child in record.children where !child.children.isEmpty || child.isSection {
      let joins = group.map { $0.level == child.headingLevel && !Self.isOther(child) } ?? false
      if !joins { group = nil }
      add(child, parent: parent, inherited: joins ? group?.role : inherited)
      if let level = child.headingLevel, level > 1, Self.isEmptyGroup(child, all[safe: all.count - 1]) {
        group = (level, .scenarioGroup)
      }
    }
  }

  /// A heading "Common incidents" with nothing under it opens the headings beside it.
  private static func isEmptyGroup(_ record: Record, _ section: Section?) -> Bool {
    !record.children.contains { $0.isHeading || $0.isList || $0.shape == .table || $0.shape == .fence }
      && section?.record.line == record.line && section?.role == .scenarioGroup
  }

  /// Whether a heading beside scenarios begins another part of the document.
  private static func isOther(_ record: Record) -> Bool {
    let parts: [Concept] = [
      .severities, .escalation, .roles, .contacts, .process, .communication, .templates, .review, .rollback, .links,
      .changelog, .commands, .overview, .contentsList, .services, .prevention, .onCall, .healthCheck, .verification,
    ]
    return record.meaning.best(parts) >= 0.6
  }

  private static let incidentWords: WordSet = [
    "incident", "scenario", "playbook", "issue", "alert", "runbook", "problem", "outage",
  ]

  /// "P0 critical incidents": incidents of one severity, each under a heading of its own.
  private static func isGroupBySeverity(_ record: Record) -> Bool {
    guard record.isHeading, record.children.contains(where: \.isHeading),
      !isTimed(record), let name = SeverityNames.read(record.nameWords)
    else { return false }
    let words = record.nameWords.all.filter { $0.kind == .word }
    return words.contains { incidentWords.contains($0) }
      && words.allSatisfy { word in
        incidentWords.contains(word) || SeverityNames.grades[word.text] != nil
          || name.keys.contains { $0.hasPrefix(word.text) }
      }
  }

  private static func role(_ record: Record, inherited: SectionRole?) -> (SectionRole?, Double) {
    if inherited == .scenario { return (nil, 0) }
    if ScenarioShape.isScenario(record, inside: inherited) { return (.scenario, 1) }
    if inherited != .severities, isGroupBySeverity(record) { return (.scenarioGroup, 1) }
    var best: (SectionRole?, Double) = (nil, 0)
    for (role, concept, weight) in naming {
      // "Detection and alerts" is how incidents are found.
      if role == .scenarioGroup, record.meaning[.detection] > record.meaning[.scenarios] || isTimed(record) { continue }
      let score = record.meaning[concept] * weight
      if score > best.1 { best = (role, score) }
    }
    if isGroupOfFaults(record) { return (.scenarioGroup, 0.7) }
    if best.1 < 0.25, holdsScenarios(record) { return (.scenarioGroup, 0.5) }
    if best.0 == nil || best.0 == .process, FaultNames.isGroup(record) { return (.scenarioGroup, 0.6) }
    return best.1 >= 0.25 ? best : (nil, 0)
  }

  /// "Symptoms and fixes", "Problems & solutions" over a heading for each.
  private static func isGroupOfFaults(_ record: Record) -> Bool {
    guard let level = record.headingLevel, level > 1, record.meaning[.fix] >= 0.3,
      record.meaning.best([.symptoms, .scenarios, .causes]) >= 0.3,
      record.nameWords.all.contains(where: { ["and", "&", "/", "+"].contains($0.text) })
    else { return false }
    let headings = record.children.filter(\.isHeading)
    return headings.count >= 2
      && !headings.contains { isOther($0) || $0.meaning.best([.symptoms, .fix, .diagnosis]) >= 0.9 }
  }

  /// "P1 critical incidents" over "Immediate (0-15 minutes)" and "Recovery (1-24 hours)" is a course, no group.
  private static func isTimed(_ record: Record) -> Bool {
    let headings = record.children.filter(\.isHeading)
    return headings.count >= 2 && headings.allSatisfy { !Durations.all(in: $0.nameWords).isEmpty }
  }

  /// A heading that no word of the lexicon knows, over headings most of which are scenarios by what they hold.
  private static func holdsScenarios(_ record: Record) -> Bool {
    guard let level = record.headingLevel, level > 1, record.meaning[.phaseWord] == 0,
      Durations.all(in: record.nameWords).isEmpty
    else { return false }
    let headings = record.children.filter(\.isHeading)
    guard (2...64).contains(headings.count) else { return false }
    let scenarios = headings.count { ScenarioShape.isScenario($0, inside: nil) }
    return scenarios >= 2 && scenarios * 2 >= headings.count
  }

  /// Sections of a role, the surest first.
  func with(_ role: SectionRole, least: Double = 0.3) -> [Section] {
    all.filter { $0.role == role && $0.score >= least }.sorted { $0.score > $1.score }
  }

  /// Whether a section stands inside one of a role, or is one.
  func isInside(_ index: Int, _ role: SectionRole) -> Bool {
    path(index).contains { $0.role == role && ($0.record.headingLevel != 1 || role == .scenario) }
  }

  /// The section and those around it, innermost first.
  func path(_ index: Int) -> [Section] { paths[safe: index] ?? [] }
}
