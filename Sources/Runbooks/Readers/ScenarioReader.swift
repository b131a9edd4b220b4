import Incidents

/// The incident scenarios of the document's body.
enum ScenarioReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    for (index, section) in reading.sections.all.enumerated() where section.role == .scenario {
      guard !reading.sections.path(index).dropFirst().contains(where: { $0.role == .scenario }) else { continue }
      runbook.scenarios.append(scenario(section.record, index, reading, &runbook))
    }
    if runbook.scenarios.isEmpty { runbook.scenarios = listed(reading) }
    if runbook.scenarios.isEmpty {
      let unheaded = unheaded(reading)
      let troubles = unheaded.isEmpty ? troubles(reading) : unheaded
      for (index, record) in troubles { runbook.scenarios.append(scenario(record, index, reading, &runbook)) }
      if troubles.isEmpty { runbook.scenarios = alerts(reading) }
    } else {
      for (index, record) in cousins(reading) + neighbours(reading) {
        runbook.scenarios.append(scenario(record, index, reading, &runbook))
      }
      runbook.scenarios.sort { $0.line < $1.line }
    }
  }

  private static func scenario(_ record: Record, _ index: Int, _ reading: Reading, _ runbook: inout Runbook) -> Scenario
  {
    let (title, named) = ScenarioTitle.bare(record.name.isEmpty ? record.text : record.name, reading.scale)
    var scenario = Scenario(title: title, line: record.line, endLine: record.endLine)
    scenario.severity = named ?? severity(record, index, reading)
    var part = Part.opening
    for child in record.children { take(child, &part, &scenario, reading, &runbook) }
    let working: Set<Part> = [.fix, .diagnosis, .rollback, .verification]
    if !record.fields.contains(where: {
      $0.shape != .row && self.part($0, after: .opening).map(working.contains) ?? false
    }) {
      unlabelled(&scenario)
      if !scenario.hasFix { toldFix(record, &scenario) }
      drawn(record, &scenario)
      numbered(record, &scenario)
      fenced(record, &scenario)
    }
    scenario.actions = scenario.actions.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    .map(\.element)
    dropSignals(record, &scenario)
    scenario.hasFix = scenario.hasFix || scenario.actions.contains { $0.phase == .fix }
    // Where all that is done is to go back, that is the fix.
    scenario.hasFix = scenario.hasFix || scenario.actions.contains { $0.phase == .rollback && $0.effect == .write }
    scenario.hasVerification = scenario.hasVerification || verifiesAfterChange(scenario.actions)
    return scenario
  }

  /// Which part of the scenario the reading is in.
  enum Part {
    case opening, symptoms, causes, diagnosis, fix, verification, prevention, escalation, rollback, other
  }

  private static let meanings: [(Part, Concept, Double)] = [
    (.symptoms, .symptoms, 1), (.symptoms, .detection, 0.9), (.causes, .causes, 1), (.fix, .fix, 0.95),
    (.diagnosis, .diagnosis, 1),
    (.verification, .verification, 1), (.prevention, .prevention, 1.1), (.escalation, .escalation, 1.1),
    (.rollback, .rollback, 0.9), (.other, .impact, 0.9), (.other, .severities, 1), (.other, .communication, 0.7),
    (.other, .notes, 1), (.other, .overview, 0.9), (.other, .definition, 0.8), (.other, .review, 1),
  ]

  static func part(_ record: Record, after part: Part) -> Part? {
    var best: (Part, Double)?
    let meaning = record.ownMeaning
    for (candidate, concept, weight) in meanings {
      let score = meaning[concept] * weight
      if score >= 0.45, score > best?.1 ?? 0 { best = (candidate, score) }
    }
    return best?.0
  }

  private static func take(
    _ record: Record, _ part: inout Part, _ scenario: inout Scenario, _ reading: Reading, _ runbook: inout Runbook
  ) {
    switch record.shape {
    case .label, .heading:
      section(record, &part, &scenario, reading, &runbook)
      // "Symptom: red banner" is over with its line; the list behind it is what to do.
      if part == .symptoms || part == .causes, record.children.isEmpty, !record.value.isEmpty { part = .opening }
    case .table where [.opening, .diagnosis].contains(part) && !isFacts(record) && tabled(record, &scenario): return
    case .list, .table, .quote:
      if part == .opening, isFields(record) {
        for child in record.children {
          if self.part(child, after: part) != nil || FixVerbs.begin(child.name) {
            section(child, &part, &scenario, reading, &runbook)
          } else if child.name.isEmpty || child.isItem && part == .fix {
            add(child, to: part, &scenario)
          }
          // A row of facts says nothing of the rows behind it.
          if child.shape == .row { part = .opening }
        }
      } else {
        // A list with no label above it is what to do.
        let target = part == .opening && record.isList ? Part.fix : part
        add(record, to: target, &scenario)
        for label in hanging(record) { section(label, &part, &scenario, reading, &runbook) }
      }
    default: add(record, to: part, &scenario)
    }
  }

  /// "Step | Action": a row for each part of the scenario, whatever the columns are called.
  private static func isFacts(_ table: Record) -> Bool {
    let parts = table.children.compactMap { row in
      part(row, after: .opening) ?? (FixVerbs.begin(row.name) ? .fix : nil)
    }
    return table.columns.count == 2 && Set(parts).count >= 2 && parts.count * 2 >= table.children.count
  }

  /// Whether the members of a list are the scenario's parts; of numbered steps, one may sound like a part by chance.
  private static func isFields(_ list: Record) -> Bool {
    let parts = list.children.filter { self.part($0, after: .opening) != nil && !$0.name.isEmpty }
    if case .list(true) = list.shape { return parts.count * 2 > list.children.count }
    return parts.count >= 2 || parts.count * 2 >= list.children.count && !parts.isEmpty
  }

  /// The part that a label without a known name begins, or the one that goes on.
  private static func opened(by record: Record, in part: Part) -> Part {
    if part != .fix, FixVerbs.begin(record.name) || answers(record) { return .fix }
    if let first = record.nameWords.all.first(where: { $0.kind == .word }) {
      // "Diagnosis with the trace id" is one, whatever it is done with.
      let meaning = Lexicon.meaning(of: first.text)
      if meaning[.diagnosis] >= 0.9 { return .diagnosis }
      if meaning[.causes] >= 0.9 { return .causes }
    }
    return part == .opening || part == .symptoms || part == .other ? unnamed(record) : part
  }

  private static func section(
    _ record: Record, _ part: inout Part, _ scenario: inout Scenario, _ reading: Reading, _ runbook: inout Runbook
  ) {
    let before = part
    let own = self.part(record, after: part)
    part = own == .symptoms ? noticed(record, scenario) : own ?? opened(by: record, in: part)
    // "Check: ..." behind the fix looks whether it helped.
    if part == .diagnosis, before == .fix, scenario.hasFix, looksAgain(record) { part = .verification }
    // An option such as "A. Container crashed" belongs to the part above it.
    let option = own == nil || isOption(record)
    if option, before == .fix || before == .causes || before == .rollback, part == before || own == nil {
      part = before
      return self.option(record, part, &scenario)
    }
    switch part {
    case .escalation:
      runbook.escalationRules += SituationReader.scenario(record, reading.scale, title: scenario.title)
      part = before == .opening ? .opening : before
    case .fix where record.children.contains(where: \.isSection):
      if !record.value.isEmpty {
        scenario.solutions.append(solution(record, [Said(record.value.text, line: record.line)]))
        scenario.actions += InlineCommands.actions(under: valueRecord(record), .fix)
      }
      parts(record, &part, &scenario, reading, &runbook)
    case .fix:
      fix(record, &scenario)
      for label in record.children.flatMap(hanging) { section(label, &part, &scenario, reading, &runbook) }
    default:
      if !record.value.isEmpty { add(valueRecord(record), to: part, &scenario) }
      parts(record, &part, &scenario, reading, &runbook)
    }
    if part == .verification { scenario.hasVerification = true }
    if part == .causes, record.meaning[.fix] >= 0.25 || isAnswered(record) { arrows(in: record, &scenario) }
    if part == .fix { scenario.hasFix = true }
  }

  private static func parts(
    _ record: Record, _ part: inout Part, _ scenario: inout Scenario, _ reading: Reading, _ runbook: inout Runbook
  ) {
    // The cells of a row with a value of its own say the same again.
    if record.shape == .row, !record.value.isEmpty { return }
    var inner = part
    for child in record.children { take(child, &inner, &scenario, reading, &runbook) }
    if record.shape == .label { part = inner }
  }

  static func valueRecord(_ record: Record) -> Record {
    var said = Record(.paragraph, line: record.line)
    said.value = record.value
    said.text = record.value.text
    return said
  }

  private static func isOption(_ record: Record) -> Bool {
    if record.meaning[.option] >= 0.3 { return true }
    let words = Words(record.name).all
    guard let first = words.first, words.count > 1 else { return false }
    return first.text.utf8.count == 1 && [".", ")", ":"].contains(words[1].text)
  }

  /// A label that no word of the lexicon knows: with something to do under it, a fix.
  private static func unnamed(_ record: Record) -> Part {
    record.fences.isEmpty && !record.members.contains(where: { $0.isItem }) ? .other : .fix
  }

  /// Something without a name of its own, under the part that is open.
  private static func add(_ record: Record, to part: Part, _ scenario: inout Scenario) {
    let said = (record.shape == .fence ? [] : record.statements).filter { $0.text.hasWord }.map {
      Said($0.text, line: $0.line)
    }
    if record.shape == .paragraph, tells(.verification, record.text) { scenario.hasVerification = true }
    scenario.actions += ActionReader.all(under: record, phase(part))
    if InlineCommands.mayStand(in: part) { scenario.actions += InlineCommands.actions(under: record, phase(part)) }
    switch part {
    case .symptoms: scenario.symptoms += record.shape == .paragraph ? said.flatMap(listed) : said
    case .causes:
      scenario.causes += said
      fixes(in: record, &scenario)
    case .prevention: scenario.prevention += said
    case .fix:
      if !said.isEmpty { addSteps(said, &scenario) }
      if record.isList, FixVerbs.confirms(record) { scenario.hasVerification = true }
      if !said.isEmpty || record.shape == .fence { scenario.hasFix = true }
    case .verification: scenario.hasVerification = true
    case .opening:
      if record.shape == .paragraph, tells(.symptoms, record.text) { scenario.symptoms += said }
    default: break
    }
  }

  /// "Timeouts; error rate above 5%" on one line is a list of two.
  private static func listed(_ said: Said) -> [Said] {
    let parts = Phrases.list(said.text)
    return parts.count > 1 ? parts.map { Said($0, line: said.line) } : [said]
  }

  static func phase(_ part: Part) -> Action.Phase {
    switch part {
    case .symptoms, .causes, .diagnosis, .opening: .diagnosis
    case .fix: .fix
    case .verification: .verification
    case .rollback: .rollback
    case .prevention, .escalation, .other: .other
    }
  }
}
