import Incidents

/// Rules for situations: tables "situation → who", rows of a contact table, lines of a scenario.
enum SituationReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    let ladder = Set(runbook.escalation.map(\.line))
    for (index, section) in reading.sections.all.enumerated() where !reading.sections.isInside(index, .review) {
      if reading.sections.isInside(index, .scenario) { continue }
      for child in section.record.children where child.shape == .table && isSituations(child) {
        for row in child.children { runbook.escalationRules += rules(row, reading.scale) }
      }
      let near = reading.sections.path(index).prefix(2).contains { [.escalation, .contacts].contains($0.role) }
      guard near else { continue }
      for child in section.record.children where child.shape == .table && !isSituations(child) {
        for row in child.children { runbook.escalationRules += conditional(row, reading.scale) }
      }
      if section.record.meaning[.escalation] >= 0.3 {
        runbook.escalationRules += section.record.members.filter {
          $0.isItem && !$0.name.isEmpty && !ladder.contains($0.line)
        }.flatMap { told($0, reading.scale) }
        runbook.escalationRules += section.record.members.flatMap { reasons($0, reading.scale) }
        runbook.escalationRules += section.record.collections.flatMap { LadderAreas.rules($0, reading.scale) }
        runbook.escalationRules += kinds(section.record, ladder, reading.scale)
        // What a row or a rung says is read already.
        let read = ladder.union(section.record.children.filter { $0.shape == .table }.flatMap(\.children).map(\.line))
        for said in section.record.statements.dropFirst() where said.text.holds("→") || said.text.holds("->") {
          if !read.contains(said.line) { runbook.escalationRules += arrow(said, reading.scale, scenario: nil) }
        }
      }
    }
    var seen: Set<EscalationRule> = []
    runbook.escalationRules = runbook.escalationRules.filter { seen.insert($0).inserted }
  }

  /// Items that call somebody for one kind of incident: "VP: [phone] - For major incidents", "For fires, also tell ...".
  private static func kinds(_ section: Record, _ ladder: Set<Int>, _ scale: SeverityScale) -> [EscalationRule] {
    section.members.filter(\.isItem).flatMap { item -> [EscalationRule] in
      if let when = LadderFields.purpose(item) {
        return [EscalationRule(when: when, target: LadderReader.cut(item.name), line: item.line)]
      }
      guard item.name.isEmpty, !ladder.contains(item.line), let said = Sentences.of(item.text).first,
        LadderReader.isFor(Words(said))
      else { return [] }
      return sentence(said, item.line, scale, nil)
    }
  }

  /// A table whose rows are situations, with a column of whom to call.
  static func isSituations(_ table: Record) -> Bool {
    guard let row = table.children.first(where: { $0.shape == .row }), row.children.count >= 2 else { return false }
    let first = row.children[0].meaning
    guard first[.situation] >= 0.5, first.best([.role, .severities, .level]) < first[.situation] else { return false }
    return row.children.dropFirst().contains { callee($0) >= 0.5 }
  }

  private static func rules(_ row: Record, _ scale: SeverityScale) -> [EscalationRule] {
    guard let situation = row.children.first?.value.text, situation.hasWord,
      let to = row.children.dropFirst().max(by: { callee($0) < callee($1) }), callee(to) >= 0.5
    else { return [] }
    let when = row.children.dropFirst().filter {
      $0.name != to.name && $0.meaning.best([.when, .after, .time, .response]) >= 0.34
    }
    // "Can't diagnose in 15 min: immediately" is at once after those 15 minutes.
    let said = time(when.map(\.value.text).joined(separator: "; "))
    let inside = Durations.all(in: situation).first?.low
    let time = inside.map { max($0, said ?? 0) } ?? said
    let severities = scale.mentioned(in: situation)
    return People.targets(to.value.text).map {
      EscalationRule(when: situation, target: $0, afterMinutes: time, severities: severities, line: row.line)
    }
  }

  /// "→ CTO" says itself that somebody is called.
  private static func callee(_ cell: Record) -> Double {
    cell.value.text.hasPrefix("→") ? 0.9 : cell.meaning.best([.escalateTo, .role, .escalation])
  }

  /// A contact that is called for a kind of incident: "Security | Security issues".
  private static func conditional(_ row: Record, _ scale: SeverityScale) -> [EscalationRule] {
    guard let (target, _, column) = LadderTables.target(row) else { return [] }
    for (index, cell) in row.children.enumerated() where index != column {
      guard cell.meaning.best([.when, .situation]) >= 0.5, !LadderTables.isWay(cell) else { continue }
      let text = RungText(cell.value.text, scale)
      guard let condition = text.condition, condition.hasWord else { continue }
      return [
        EscalationRule(when: condition, target: target, afterMinutes: nil, severities: text.severities, line: row.line)
      ]
    }
    return []
  }

  /// "Customer data at risk: page the security team immediately".
  private static func told(_ item: Record, _ scale: SeverityScale) -> [EscalationRule] {
    let words = Words(item.value.text)
    guard let verb = words.all.indices.prefix(3).first(where: { calls(words.all, $0) }) else { return [] }
    let target = People.bare(words.slice(words.all[verb].start, Int.max))
    guard target.hasWord, People.names(target), target.utf8.count < 60 else { return [] }
    return [
      EscalationRule(
        when: item.name, target: target, afterMinutes: time(item.text), severities: scale.mentioned(in: item.name),
        line: item.line)
    ]
  }

  /// "Escalate to the security team if:" over a list: each item is a situation.
  private static func reasons(_ head: Record, _ scale: SeverityScale) -> [EscalationRule] {
    guard let target = LadderFields.reasons(head) else { return [] }
    return head.members.filter(\.isItem).prefix(Reading.mostMembers).map { item in
      EscalationRule(
        when: item.text, target: target, afterMinutes: time(item.text), severities: scale.mentioned(in: item.text),
        line: item.line)
    }
  }

  private static func calls(_ words: [Words.Word], _ index: Int) -> Bool {
    LadderSentences.calls(words, index) || verbs.contains(words[index]) && words[index].text != "call"
  }

  private static func time(_ text: String) -> Double? {
    let words = Words(text)
    return Durations.all(in: words).first?.low ?? (Durations.isImmediate(words) ? 0 : nil)
  }

  /// "If not resolved in 30 min → Escalate to L2".
  static func arrow(_ said: Phrase, _ scale: SeverityScale, scenario: String?) -> [EscalationRule] {
    var text = said.text
    if let split = Labels.split(said), split.value.text.hasWord, split.name.lowercased().hasPrefix("escalat") {
      text = split.value.text
    }
    guard let range = text.firstRange(of: "→") ?? text.firstRange(of: "->") else { return [] }
    let when = text[..<range.lowerBound].stripped("-:* ")
    let told = text[range.upperBound...].trimmed
    // "→ Safety lead, and stop the trucks": what is to be done is nobody.
    let targets = People.targets(told).enumerated().filter {
      // "P0 → P1" is another severity.
      ($0.offset == 0 || !FixVerbs.begin($0.element)) && !(SeverityNames.read($0.element)?.coded ?? false)
    }
    let after = time(when) ?? time(told)
    return targets.map(\.element).map {
      EscalationRule(
        when: when, target: $0, afterMinutes: after, severities: scale.mentioned(in: when), scenario: scenario,
        line: said.line)
    }
  }

  /// Names of the ladder's rungs for their places: "L2" → "Team lead".
  static func resolve(_ places: [String: String], in runbook: inout Runbook) {
    for index in runbook.escalationRules.indices {
      guard let step = People.step(runbook.escalationRules[index].target), let name = places[step] else { continue }
      runbook.escalationRules[index].target = name
    }
  }

  private static let verbs: WordSet = [
    "notify", "escalate", "page", "call", "contact", "inform", "alert", "engage", "involve", "loop", "add", "bring",
    "pull",
  ]

  /// The lines of a scenario's own escalation part.
  static func scenario(_ part: Record, _ scale: SeverityScale, title: String) -> [EscalationRule] {
    part.statements.flatMap { said -> [EscalationRule] in
      let arrows = arrow(said, scale, scenario: title)
      if !arrows.isEmpty { return arrows }
      return Sentences.of(said.text).flatMap { sentence($0, said.line, scale, title) }
    }
  }

  /// "If it is not back within 5 minutes, page the database lead and the platform lead."
  private static func sentence(
    _ text: String, _ line: Int, _ scale: SeverityScale, _ title: String?
  ) -> [EscalationRule] {
    let words = Words(text)
    guard let verb = words.all.firstIndex(where: { verbs.contains($0) }) else { return [] }
    let before = words.slice(0, words.all[verb].start).stripped(",;:-–— ")
    let condition = before.hasSuffix(", also") ? before.dropLast(6).trimmed : before
    let opens = LadderReader.opens(text) || LadderReader.isFor(words)
    let targets = People.targets(words.slice(words.all[verb].start, Int.max)).filter {
      $0.utf8.count < 60 && (People.names($0) || People.step($0) != nil)
    }
    return targets.map {
      EscalationRule(
        when: opens && condition.hasWord ? condition : text, target: $0, afterMinutes: time(text),
        severities: scale.mentioned(in: words), scenario: title, line: line)
    }
  }
}
