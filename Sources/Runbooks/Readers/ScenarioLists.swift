/// Scenarios of one line each: "- Key leaked: rotate it at once, then look at what it was used for".
extension ScenarioReader {
  /// Those of the first list, table or row of labels under a heading about scenarios, each a name with what to do.
  static func listed(_ reading: Reading) -> [Scenario] {
    for section in reading.sections.all where section.role == .scenarioGroup {
      guard section.record.isHeading, section.record.headingLevel != 1 else { continue }
      for child in section.record.children {
        if child.shape == .table, TroubleTable.reads(child) {
          return child.children.map { TroubleTable.scenario($0, reading) }
        }
        let found = lines(child, reading)
        if !found.isEmpty { return found }
      }
      let labels = section.record.children.filter { $0.shape == .label }
      if labels.count >= 2, !section.record.children.contains(where: \.isHeading), labels.allSatisfy(isWhole) {
        return labels.map { line($0, $0.name, $0.value.text, reading) }
      }
    }
    return []
  }

  /// The items of a list, where most are a name with what to do behind it and all have a name.
  private static func lines(_ list: Record, _ reading: Reading) -> [Scenario] {
    guard list.isList, (2...40).contains(list.children.count) else { return [] }
    let whole = list.children.count(where: isWhole)
    if whole >= 2, whole * 3 >= list.children.count * 2, list.children.allSatisfy({ !$0.name.isEmpty }) {
      return list.children.map { line($0, $0.name, $0.value.text, reading) }
    }
    let led = list.children.compactMap { item in arrow(item).map { (item, $0) } }
    guard led.count >= 2, led.count == list.children.count else { return [] }
    return led.map { line($0, $1.name, $1.step, reading) }
  }

  /// "Queue overflows → purge it and restart the workers".
  private static func arrow(_ item: Record) -> (name: String, step: String)? {
    guard item.name.isEmpty, item.children.isEmpty,
      let arrow = item.text.firstRange(of: "→") ?? item.text.firstRange(of: "->")
    else { return nil }
    let name = item.text[..<arrow.lowerBound].trimmed
    let step = item.text[arrow.upperBound...].trimmed
    guard name.hasWord, name.utf8.count <= 120, step.hasWord else { return nil }
    return (name, step)
  }

  /// "Alert | Threshold | Primary action": where a document has nothing else, each row is one kind of incident.
  static func alerts(_ reading: Reading) -> [Scenario] {
    for (index, section) in reading.sections.all.enumerated()
    where section.record.isHeading && section.record.headingLevel != 1 && section.record.meaning[.detection] >= 0.3 {
      guard !away.contains(where: { reading.sections.isInside(index, $0) }),
        let table = section.record.children.first(where: { $0.shape == .table && TroubleTable.reads($0) }),
        let named = table.children.first?.children.first, named.meaning[.detection] >= 0.9
      else { continue }
      return table.children.map { TroubleTable.scenario($0, reading) }
    }
    return []
  }

  private static let away: [SectionRole] = [.review, .contacts, .severities, .communication, .escalation, .team]

  /// Headings named by faults right over commands or steps, where nothing says that they are scenarios: two at least.
  /// Beside them those of their level that are named by something weaker: "Jobs not processed", "DNS issues".
  static func troubles(_ reading: Reading) -> [(Int, Record)] {
    let told = reading.sections.all.enumerated().filter { index, section in
      let record = section.record
      guard let level = record.headingLevel, level > 1, FaultNames.suggests(record),
        !record.children.contains(where: \.isHeading), Durations.all(in: record.nameWords).isEmpty
      else { return false }
      let told = record.children.contains { child in
        child.code.map(ActionReader.isActions)
          ?? (child.shape == .list(ordered: true)
            || child.isList && child.children.contains { FixVerbs.begin($0.text) })
      }
      // "Database issues" sounds like a group of scenarios; over nothing but commands it is one.
      let above = reading.sections.path(index).dropFirst()
      return told && !above.contains { $0.role == .scenarioGroup && $0.record.headingLevel != 1 }
        && !away.contains { reading.sections.isInside(index, $0) }
    }
    let sure = told.filter { FaultNames.name($0.element.record) }
    guard sure.count >= 2 || sure.contains(where: { isUnderCondition($0.element.record) }) else { return [] }
    let places = Set(sure.map { [$0.element.parent, $0.element.record.headingLevel] })
    return told.filter { entry in
      places.contains([entry.element.parent, entry.element.record.headingLevel])
        || sure.contains { $0.offset == entry.offset }
    }.map { ($0.offset, $0.element.record) }
  }

  /// "Queue backlog" over "If the lag exceeds 100,000 messages:" and numbered steps: one alone is enough.
  private static func isUnderCondition(_ record: Record) -> Bool {
    guard let first = record.children.first(where: { $0.shape == .paragraph || $0.shape == .label }) else {
      return false
    }
    let text = first.name.isEmpty ? first.text : first.name
    return LadderReader.opens(text) && (first.shape == .label || text.hasSuffix(":"))
  }

  /// Where one heading of several holds scenarios, what is named by faults under those beside it is a scenario too.
  static func cousins(_ reading: Reading) -> [(Int, Record)] {
    func place(_ index: Int) -> Int? {
      reading.sections.all[safe: index]?.parent.flatMap { reading.sections.all[safe: $0]?.parent }
    }
    let known = Set(
      reading.sections.all.indices.filter { reading.sections.all[$0].role == .scenario }.compactMap(place))
    guard !known.isEmpty else { return [] }
    return troubles(reading).filter { index, record in
      guard !reading.sections.isInside(index, .scenario), let place = place(index) else { return false }
      return known.contains(place) && reading.sections.all[place].record.headingLevel != 1
    }
  }

  /// "Log shipper unavailable" over numbered steps, beside the heading that holds the scenarios.
  static func neighbours(_ reading: Reading) -> [(Int, Record)] {
    let all = reading.sections.all
    let groups = all.indices.filter { all[$0].role == .scenario }.compactMap { all[$0].parent }.filter {
      all[$0].record.isHeading && all[$0].record.headingLevel != 1
    }
    let places = Set(groups.map { [all[$0].parent, all[$0].record.headingLevel] })
    guard !places.isEmpty else { return [] }
    return all.enumerated().filter { index, section in
      let record = section.record
      let taken = section.role.map {
        away.contains($0) || [.scenario, .scenarioGroup, .process, .rollback].contains($0)
      }
      guard taken != true, record.isHeading, places.contains([section.parent, record.headingLevel]) else {
        return false
      }
      return FaultNames.name(record) && !record.children.contains(where: \.isHeading)
        && record.children.contains { $0.shape == .list(ordered: true) }
    }.map { ($0.offset, $0.element.record) }
  }

  /// A name and a sentence; a link leads to another page and a part such as "Symptoms" is none.
  private static func isWhole(_ item: Record) -> Bool {
    !item.name.isEmpty && item.name.utf8.count <= 80 && item.value.text.hasWord && item.value.links.isEmpty
      && item.children.isEmpty && item.task == nil && !isPart(item) && !isStep(item.name)
      && SeverityNames.read(item.nameWords) == nil && !People.names(item.nameWords)
  }

  /// Nothing but the name of a part, "Symptoms", or of a fact about the document, "Next review".
  static func isPart(_ item: Record) -> Bool {
    item.meaning.best([.symptoms, .detection, .causes, .diagnosis, .fix, .verification, .prevention, .impact]) >= 0.9
      || item.meaning.best([.lastUpdated, .nextReview, .owner, .changelog, .notes, .links, .contacts]) >= 0.5
      || item.nameWords.containsAny(["version", "status", "author"]) && item.nameWords.all.count == 1
  }

  private static func line(_ item: Record, _ name: String, _ step: String, _ reading: Reading) -> Scenario {
    let (title, severity) = ScenarioTitle.bare(name, reading.scale)
    var scenario = Scenario(title: title, line: item.line, endLine: item.endLine)
    scenario.severity = severity
    if step.hasWord { addSteps([Said(step, line: item.line)], &scenario) }
    scenario.actions = ActionReader.all(under: item, .fix) + InlineCommands.actions(under: item, .fix)
    scenario.hasFix = true
    return scenario
  }
}
