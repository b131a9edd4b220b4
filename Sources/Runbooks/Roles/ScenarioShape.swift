/// Whether a section describes one kind of incident: by the labels under it, by its name and by where it stands.
enum ScenarioShape {
  private static let parts: [(Concept, Double)] = [
    (.symptoms, 2), (.causes, 1), (.diagnosis, 1.5), (.fix, 1.5), (.verification, 0.5), (.prevention, 0.7),
    (.detection, 1), (.impact, 0.5), (.escalation, 0.4), (.rollback, 0.3),
    (.severities, 1.5),
  ]
  private static let notScenarios: [Concept] = [
    .severities, .review, .contacts, .roles, .templates, .communication, .contentsList, .changelog, .commands, .links,
    .process, .overview, .healthCheck,
  ]

  static func isScenario(_ record: Record, inside: SectionRole?) -> Bool {
    if record.isItem || record.shape == .label { return inside == .scenarioGroup && isFolded(record) }
    guard record.isHeading else { return false }
    let title = record.headingLevel == 1
    let spoken = spoken(record)
    let shown = spoken.reduce(0) { $0 + $1.value }
    if title { return isWholeFile(record, spoken) }
    if let inside, [.review, .communication, .severities, .contacts, .rollback, .team].contains(inside) {
      return false
    }
    if record.children.contains(where: holdsScenario) || isScale(record) { return false }
    let named = namesScenario(record)
    if !named, isSeveral(record, spoken) { return false }
    if record.meaning.best(notScenarios) >= 0.6 && !named { return false }
    if !named, isCourse(record) || isPhase(record) { return false }
    var score = shown
    if inside == .scenarioGroup { score += record.fences.contains { !isData($0) } ? 2 : 1.2 }
    if named, !record.members.isEmpty { score += 3.5 }
    if inside == nil, isCondition(record) { score += 3.5 }
    if inside == nil, isFault(record, spoken) { score += 1.5 }
    if inside == nil, isCoded(record) { score += coded(record, spoken) }
    // Something seen and something to do, with no label between them.
    if spoken[.symptoms] != nil, inside != .process,
      record.members.contains(where: { $0.shape == .fence || $0.isItem })
        || record.fences.contains(where: { !isData($0) })
    {
      score += 1
    }
    // Under "Procedures" too, what is seen and its fix make a scenario.
    if inside == .process { score -= spoken[.symptoms] != nil && spoken[.fix] != nil ? 0.5 : 2 }
    if shown == 0 { score -= record.members.allSatisfy(isData) ? 5 : 0.5 }
    if isPart(record) && inside != .scenarioGroup { score -= 1.5 }
    return score >= (inside == .scenarioGroup ? 0.7 : 2.9)
  }

  /// A document that is one scenario, by its parts or as the page of an alert.
  private static func isWholeFile(_ record: Record, _ spoken: [Concept: Double]) -> Bool {
    guard !record.children.contains(where: holdsScenario) else { return false }
    // "When to use" over a whole document says when to open it.
    let seen = record.fields.contains {
      $0.meaning[.symptoms] >= 0.5 && !$0.nameWords.contains("use") && $0.children.count(where: \.isHeading) < 2
    }
    let shown = spoken.reduce(0) { $0 + $1.value }
    return seen && (spoken[.symptoms] ?? 0) > 0 && shown >= 4 || isAlertPage(record, spoken)
  }

  /// "Region outage" over "Detect" and "Respond".
  private static func isFault(_ record: Record, _ spoken: [Concept: Double]) -> Bool {
    !spoken.isEmpty && FaultNames.name(record) && record.children.contains(where: \.isHeading)
  }

  /// A heading of several small incidents, or of a part of any.
  private static func isSeveral(_ record: Record, _ spoken: [Concept: Double]) -> Bool {
    spoken.isEmpty && (isGroup(record) || isCoursePart(record)) || spoken[.fix] == nil && holdsTroubles(record)
  }

  /// "Common issues" or "Performance issues" over headings that each name what is wrong.
  private static func isGroup(_ record: Record) -> Bool {
    let headings = record.children.filter(\.isHeading)
    guard headings.count >= 2 else { return false }
    return record.meaning[.scenarios] >= 0.9 || headings.allSatisfy(FaultNames.suggests)
  }

  /// "Mitigation and recovery" beside other parts of any incident's course: no kind of incident.
  private static func isCoursePart(_ record: Record) -> Bool {
    record.meaning.best([.fix, .diagnosis, .detection, .verification, .prevention]) >= 0.99
  }

  /// "Signs of problems" over a table with a fix for each: several small incidents, not one.
  private static func holdsTroubles(_ record: Record) -> Bool {
    record.children.contains { part in
      part.isHeading && part.meaning[.symptoms] >= 0.3 && part.children.contains(where: TroubleTable.reads)
    }
  }

  /// "P1: nothing is traded": a severity in front of what is wrong, not the severity's own heading.
  private static func isCoded(_ record: Record) -> Bool {
    guard let name = SeverityNames.read(record.nameWords), name.coded else { return false }
    let words = record.nameWords.all.prefix { $0.text != "(" }
    guard let mark = words.firstIndex(where: { [":", "-", "]"].contains($0.text) }) else { return false }
    let rest = words[mark...].filter { word in
      word.kind == .word && SeverityNames.grades[word.text] == nil && !SeverityNames.beside.contains(word)
    }
    return rest.count >= 2
  }

  /// Such a heading over commands is a scenario, whatever its steps are called.
  private static func coded(_ record: Record, _ spoken: [Concept: Double]) -> Double {
    if record.fences.contains(where: { $0.code.map(ActionReader.isActions) ?? false }) { return 3.5 }
    // "P0: data breach" over numbered steps.
    let other: [Concept] = [.escalation, .onCall, .response, .fix, .diagnosis, .detection, .verification, .prevention]
    let plain = record.meaning.best(notScenarios + other) < 0.25
    if plain || FaultNames.name(record), record.children.contains(where: { $0.shape == .list(ordered: true) }) {
      return 3.5
    }
    return spoken[.diagnosis] != nil || spoken[.symptoms] != nil ? 2 : 0
  }

  private static let data: WordSet = ["yaml", "yml", "json", "toml", "ini", "xml", "csv", "promql"]

  /// Settings and figures in a fence: nothing that anybody does.
  private static func isData(_ record: Record) -> Bool { record.code.map { data.contains($0.language) } ?? false }

  /// Headings that are severities: what they stand under is the scale.
  private static func isScale(_ record: Record) -> Bool {
    let headings = record.children.filter(\.isHeading)
    return headings.count >= 2 && headings.count <= 8 && headings.allSatisfy { SeverityNames.read($0.nameWords) != nil }
  }

  /// "If the site shows yesterday" over what is seen and done.
  private static func isCondition(_ record: Record) -> Bool {
    let words = record.nameWords.all.filter { $0.kind == .word }
    let other: [Concept] = [.escalation, .rollback, .criteria, .onCall, .contacts, .review, .process, .communication]
    guard words.count >= 3, ["if", "when"].contains(words[0].text),
      !["to", "in", "you", "we", "not"].contains(words[1].text), record.meaning.best(notScenarios + other) < 0.5
    else { return false }
    return record.members.contains { $0.isItem || $0.shape == .fence || $0.shape == .paragraph }
  }

  /// A bullet or label that holds a whole scenario, as note programs export what folds.
  private static func isFolded(_ record: Record) -> Bool {
    let named = record.name.isEmpty ? record.isItem && record.text.utf8.count <= 100 : record.value.isEmpty
    guard named || record.shape == .label, !record.children.isEmpty,
      record.meaning.best(notScenarios + parts.map(\.0)) < 0.6
    else { return false }
    let spoken = spoken(record)
    return spoken.count >= 2 && spoken.reduce(0) { $0 + $1.value } >= 3
  }

  /// "Phase 1: Detect & triage" is a part of any incident's course.
  private static func isPhase(_ record: Record) -> Bool {
    let words = record.nameWords.all
    return words.count >= 2 && words[1].kind == .number && Lexicon.meaning(of: words[0].text)[.phaseWord] >= 0.9
  }

  /// The course of any incident: phases with windows under it, or the parts that a whole process has.
  private static func isCourse(_ record: Record) -> Bool {
    let headings = record.children.filter(\.isHeading)
    let windows = headings.filter { !Durations.all(in: $0.name).isEmpty }
    if windows.count >= 2 { return true }
    let process: [Concept] = [.severities, .roles, .contacts, .templates, .communication, .escalation, .review]
    return process.filter { part in headings.contains { $0.meaning[part] >= 0.6 } }.count >= 2
  }

  /// A page of its own for one alert: Meaning, Impact, Diagnosis, Mitigation, and nothing about the team.
  private static func isAlertPage(_ record: Record, _ spoken: [Concept: Double]) -> Bool {
    let headings = record.children.filter(\.isHeading)
    guard spoken[.diagnosis] != nil || spoken[.causes] != nil, spoken[.fix] != nil, headings.count <= 12 else {
      return false
    }
    // Detection begins the course of any incident; under a title that says what is wrong it is the alert.
    let alerted = spoken[.detection] != nil && (namesScenario(record) || FaultNames.suggests(record))
    let told = spoken[.impact] != nil || spoken[.symptoms] != nil || alerted
    let meant = headings.contains { $0.meaning[.definition] >= 0.9 }
    let team: [Concept] = [.severities, .roles, .contacts, .process, .templates, .communication, .scenarios]
    return (told || meant)
      && !headings.contains { $0.meaning.best(team) >= 0.6 && $0.meaning.best(parts.map(\.0)) < 0.9 }
  }

  /// "Scenario 3: Disk full", "Playbook: ...".
  static func namesScenario(_ record: Record) -> Bool {
    ScenarioTitle.prefix(record.nameWords) != nil
  }

  private static func holdsScenario(_ record: Record) -> Bool {
    guard record.isHeading else { return false }
    let spoken = spoken(record)
    return spoken[.symptoms] != nil && spoken.count >= 2
  }

  /// A heading that is itself a part: "Diagnosis".
  private static func isPart(_ record: Record) -> Bool {
    record.meaning.best(parts.map(\.0)) >= 0.99
  }

  /// The parts that labels and sub-headings under the record speak of.
  private static func spoken(_ record: Record) -> [Concept: Double] {
    var spoken: [Concept: Double] = [:]
    for child in record.fields
    where child.shape != .row || record.children.count <= 2 && child.children.count <= 2 {
      let meaning = child.ownMeaning
      guard !meaning.weights.isEmpty,
        let (concept, weight) = parts.filter({ meaning[$0.0] >= 0.5 })
          .max(by: { meaning[$0.0] * $0.1 < meaning[$1.0] * $1.1 })
      else { continue }
      spoken[concept] = weight
    }
    return spoken
  }
}
