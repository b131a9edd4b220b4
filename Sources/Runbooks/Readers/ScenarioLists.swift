/// Scenarios of one line each: "- Key leaked: rotate it at once, then look at what it was used for".
extension ScenarioReader {
  /// Those of the first list under a heading about scenarios, whose every item is a name with what to do behind it.
  static func listed(_ reading: Reading) -> [Scenario] {
    for section in reading.sections.all where section.role == .scenarioGroup {
      guard section.record.isHeading, section.record.headingLevel != 1 else { continue }
      for list in section.record.children where list.isList && (2...40).contains(list.children.count) {
        let whole = list.children.count(where: isWhole)
        if whole >= 2, whole * 4 >= list.children.count * 3, list.children.allSatisfy({ !$0.name.isEmpty }) {
          return list.children.map { line($0, reading) }
        }
      }
    }
    return []
  }

  /// Headings named by faults right over commands or steps, where nothing says that they are scenarios: two at least.
  /// Beside them those of their level that are named by something weaker: "Jobs not processed", "DNS issues".
  static func troubles(_ reading: Reading) -> [(Int, Record)] {
    let away: [SectionRole] = [.review, .contacts, .severities, .communication, .escalation, .team]
    let told = reading.sections.all.enumerated().filter { index, section in
      let record = section.record
      guard let level = record.headingLevel, level > 1, FaultNames.suggests(record),
        !record.children.contains(where: \.isHeading), Durations.all(in: record.nameWords).isEmpty
      else { return false }
      let told = record.children.contains { $0.code.map(ActionReader.isActions) ?? ($0.shape == .list(ordered: true)) }
      // "Database issues" sounds like a group of scenarios; over nothing but commands it is one.
      let above = reading.sections.path(index).dropFirst()
      return told && !above.contains { $0.role == .scenarioGroup && $0.record.headingLevel != 1 }
        && !away.contains { reading.sections.isInside(index, $0) }
    }
    let sure = told.filter { FaultNames.name($0.element.record) }
    guard sure.count >= 2 else { return [] }
    let places = Set(sure.map { [$0.element.parent, $0.element.record.headingLevel] })
    return told.filter { entry in
      places.contains([entry.element.parent, entry.element.record.headingLevel])
        || sure.contains { $0.offset == entry.offset }
    }.map { ($0.offset, $0.element.record) }
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

  /// A name and a sentence; a link leads to another page and a part such as "Symptoms" is none.
  private static func isWhole(_ item: Record) -> Bool {
    !item.name.isEmpty && item.name.utf8.count <= 80 && item.value.text.hasWord && item.value.links.isEmpty
      && item.children.isEmpty && item.task == nil && !isPart(item)
      && SeverityNames.read(item.nameWords) == nil && !People.names(item.nameWords)
  }

  /// Nothing but the name of a part: "Symptoms", "Fix".
  private static func isPart(_ item: Record) -> Bool {
    item.meaning.best([.symptoms, .detection, .causes, .diagnosis, .fix, .verification, .prevention, .impact]) >= 0.9
  }

  private static func line(_ item: Record, _ reading: Reading) -> Scenario {
    let (title, severity) = ScenarioTitle.bare(item.name, reading.scale)
    var scenario = Scenario(title: title, line: item.line, endLine: item.endLine)
    scenario.severity = severity
    addSteps([Said(item.value.text, line: item.line)], &scenario)
    scenario.actions = InlineCommands.actions(under: item, .fix)
    scenario.hasFix = true
    return scenario
  }
}
