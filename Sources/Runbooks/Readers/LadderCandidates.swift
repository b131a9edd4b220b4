import Incidents

/// Everything in the document that may be its ladder, each with how much it looks like one.
extension LadderReader {
  static func candidates(_ reading: Reading, scaleLines: Set<Int>) -> [Ladder] {
    reading.sections.all.enumerated().flatMap { index, section -> [Ladder] in
      var ladders = maps(section.record, reading.scale)
      guard let weight = weight(reading, index) else { return ladders + told(section.record, reading, index) }
      ladders += listed(section.record, reading.scale, weight, scaleLines)
      ladders += drawn(section.record, reading.scale, weight)
      ladders.append(scored(bySeverity(section.record, reading.scale), weight + 1))
      ladders.append(scored(LadderClauses.read(section.record, reading.scale), weight + 1))
      // Telephone numbers are no ladder until something says who is called when.
      return weight < 1 ? ladders.filter { $0.steps.contains(where: isOrdered) || isRota($0.steps) } : ladders
    } + fields(reading)
  }

  /// What the scale's own members say; a ladder for each of several severities weighs more than one for all.
  private static func fields(_ reading: Reading) -> [Ladder] {
    let steps = LadderClauses.fields(reading)
    let severities = Set(steps.flatMap(\.rung.severities)).count
    return [scored(steps, severities >= 2 ? 5 : 3), scored(LadderClauses.cells(reading), 1.5)]
  }

  /// A table that says itself whom to escalate to and after how long, under a heading that does not.
  private static func told(_ record: Record, _ reading: Reading, _ index: Int) -> [Ladder] {
    let away: [SectionRole] = [.review, .scenario, .communication, .rollback]
    if reading.sections.path(index).contains(where: { $0.role.map(away.contains) ?? false }) { return [] }
    let lists = record.collections.filter(isStaircase).map { list in
      scored(list.compactMap { step($0, reading.scale).map(LadderReasons.withoutHours) }, 1.5)
    }
    return lists
      + record.children.filter { table in
        guard table.shape == .table, let row = table.children.first else { return false }
        if isStaircase(table) { return true }
        let whom = row.children.contains { $0.name.lowercased().holds("escalat") && $0.meaning[.escalateTo] >= 0.6 }
        return whom && row.children.contains { $0.meaning.best([.after, .time]) >= 0.6 }
      }.flatMap { LadderTables.read($0, reading.scale).map { scored($0, 1.5) } }
  }

  /// "1. Level 1 – product support", "2. Level 2 – operations team": levels counted from one, each with a name.
  private static func isStaircase(_ list: [Record]) -> Bool {
    guard (2...8).contains(list.count), list.allSatisfy(\.isItem) else { return false }
    return list.enumerated().allSatisfy { place, item in
      let (step, name) = People.splitStep(ScenarioTitle.withoutNumber(item.name.isEmpty ? item.text : item.name))
      return step == "l\(place + 1)" && People.names(name)
    }
  }

  /// "1 | Team lead | Mara | 0170 ...": steps counted from one, each with a role and a way to reach somebody.
  private static func isStaircase(_ table: Record) -> Bool {
    let rows = table.children.filter { $0.shape == .row }
    guard (2...8).contains(rows.count), let cells = rows.first?.children, let head = cells.first,
      head.meaning[.level] >= 0.9, cells.dropFirst().contains(where: { $0.meaning[.role] >= 0.9 }),
      cells.contains(where: { $0.meaning[.via] >= 0.5 })
    else { return false }
    return rows.enumerated().allSatisfy { place, row in
      row.children.first.flatMap { People.step($0.value.text) }?.hasSuffix(String(place + 1)) ?? false
    }
  }

  /// A map in a fence says itself that it is a ladder, wherever it stands.
  private static func maps(_ record: Record, _ scale: SeverityScale) -> [Ladder] {
    record.children.flatMap { $0.code.map(YAMLRecords.maps) ?? [] }.filter { $0.meaning[.escalation] >= 0.5 }.map {
      scored($0.children.flatMap { rungs($0, scale) }, 4)
    }
  }

  /// Tables, lists, labels and headings. The scale itself is no ladder.
  private static func listed(
    _ record: Record, _ scale: SeverityScale, _ weight: Double, _ scaleLines: Set<Int>
  ) -> [Ladder] {
    var ladders: [Ladder] = []
    for child in record.children where child.shape == .table && child.children.count <= Reading.mostMembers {
      ladders += LadderTables.read(child, scale).map { scored($0, weight) }
    }
    for collection in record.collections
    where collection.first?.shape != .row && collection.count <= Reading.mostMembers
      && !collection.allSatisfy({ scaleLines.contains($0.line) }) && !LadderAreas.isList(collection, scale)
    {
      var steps = left(merged(collection.filter { $0.meaning[.rollback] < 0.9 }.flatMap { rungs($0, scale) }))
      while let last = steps.last, steps.count > 2, isDuty(last) { steps.removeLast() }
      ladders.append(scored(steps, weight - loss(collection)))
    }
    return ladders
  }

  private static func isOrdered(_ step: Step) -> Bool {
    isTimed(step) || step.tag != nil || !step.rung.severities.isEmpty || step.rung.afterMinutes != nil
      || step.rung.condition != nil
  }

  /// "Primary", "Secondary" and nobody else: the names themselves say the order.
  private static func isRota(_ steps: [Step]) -> Bool {
    let places = steps.map { step in Words(step.rung.target).all.first?.text ?? "" }
    return places == ["primary", "secondary"] || places == ["primary", "backup"]
      || places == ["primary", "secondary", "tertiary"]
  }

  /// "Document each escalation action": something to do behind the rungs, no person.
  private static func isDuty(_ step: Step) -> Bool {
    guard !isTimed(step), step.tag == nil, step.rung.severities.isEmpty else { return false }
    let target = Words(step.rung.target)
    return target.all.count >= 4 && !People.names(target)
  }

  /// What stands in fences: arrows, tables set with spaces, YAML.
  private static func drawn(_ record: Record, _ scale: SeverityScale, _ weight: Double) -> [Ladder] {
    var ladders = [scored(LadderFences.read(record, scale), weight)]
    for code in record.children.compactMap(\.code) {
      if let table = AlignedText.table(code) {
        ladders += LadderTables.read(table, scale).map { scored($0, weight + 1) }
      }
      for list in YAMLRecords.lists(code) {
        let steps = list.compactMap { LadderTables.rung($0, scale, bare: true) }
        ladders.append(scored(LadderTables.shifted(steps, list.first?.fields.map(\.name) ?? []), weight))
      }
    }
    return ladders
  }

  /// How likely the section holds the ladder; nil where it cannot.
  private static func weight(_ reading: Reading, _ index: Int) -> Double? {
    let path = reading.sections.path(index)
    if path.contains(where: {
      [.review, .scenario, .communication, .rollback].contains($0.role) && $0.record.headingLevel != 1
    }) {
      return nil
    }
    let near = path.prefix(3).filter { $0.record.headingLevel != 1 }
    let own = path.first?.record.meaning ?? Meaning()
    var weight = 0.0
    for section in near {
      weight = max(weight, section.record.meaning[.escalation] * 3 + (section.record.meaning[.onCall] >= 0.5 ? 1 : 0))
      if section.role == .contacts { weight = max(weight, 0.8) }
    }
    if own[.escalation] >= 0.5 { weight += 1 }
    if own[.contacts] >= 0.9, own[.escalation] < 0.3, path.first?.record.shape == .label { weight = min(weight, 0.8) }
    if let first = path.first?.record, asksWho(first) { weight = max(weight, 2.5) }
    return weight > 0.7 ? weight : nil
  }

  private static let who: WordSet = ["who", "wer", "wen", "qui", "quien", "quem", "кто", "кого", "谁", "chi"]
  /// Vietnamese asks with a word that is also short for artificial intelligence: "Gọi ai".
  private static let whom: WordPhrases = ["gọi ai", "báo ai", "báo cho ai", "ai trực", "ai được gọi"]

  /// A heading that asks whom to call: "Who", "Who to wake", "A quién se llama". Not "Who is who", "Who does what".
  static func asksWho(_ record: Record) -> Bool {
    let words = record.nameWords.all.filter { $0.kind == .word }
    guard record.isHeading, words.count <= 5 else { return false }
    if whom.occur(in: record.nameWords) { return true }
    guard words.count(where: who.contains) == 1 else { return false }
    return words.count == 1 || words.contains { LadderSentences.verbs.contains($0) || waking.contains($0) }
  }

  private static let waking: WordSet = [
    "acordar", "despertar", "reveiller", "wecken", "anrufen", "ruft", "поднимать", "звонить", "будить", "llama",
    "ligar",
    "chamar", "rufen", "avisa", "call",
  ]

  /// A ladder for each severity, under headings, labels or items of their own.
  private static func bySeverity(_ record: Record, _ scale: SeverityScale) -> [Step] {
    let groups = record.members.compactMap { member -> (Record, [String])? in
      guard member.isHeading || member.shape == .label || member.isItem, !member.children.isEmpty else { return nil }
      let names = scale.mentioned(in: member.name.isEmpty ? member.text : member.name)
      return names.isEmpty ? nil : (member, names)
    }
    guard Set(groups.map(\.1)).count >= 2 else { return [] }
    return groups.flatMap { group, names -> [Step] in
      // "Escalation timeline:" beside "Immediate actions:" says itself which of the lists is the ladder.
      let told = group.members.filter { $0.shape == .label && $0.meaning[.escalation] >= 0.5 && $0.value.isEmpty }
      return (told.isEmpty ? [group] : told).flatMap { one($0, scale) }.map { step in
        var step = step
        if step.rung.severities.isEmpty { step.rung.severities = names }
        return step
      }
    }
  }

  /// The longest list, the tables and the drawings right under a record.
  private static func one(_ group: Record, _ scale: SeverityScale) -> [Step] {
    let lists = group.collections.filter { $0.first?.shape != .row && $0.count <= Reading.mostMembers }
    var steps = lists.map { $0.flatMap { rungs($0, scale) } }.max { $0.count < $1.count } ?? []
    steps += group.children.filter { $0.shape == .table }.flatMap { LadderTables.read($0, scale).flatMap { $0 } }
    return steps + LadderFences.read(group, scale)
  }

  private static func loss(_ collection: [Record]) -> Double {
    let named = collection.filter { People.names($0.name.isEmpty ? $0.text : $0.name + " " + $0.value.text) }.count
    return 3 * Double(collection.count - named) / Double(max(1, collection.count))
  }

  private static func scored(_ steps: [Step], _ weight: Double) -> Ladder {
    guard !steps.isEmpty else { return Ladder(steps: [], score: 0) }
    let count = Double(steps.count)
    let timed = Double(steps.filter(isTimed).count)
    let people = Double(steps.filter { People.names($0.rung.target) }.count)
    let tagged = steps.contains { $0.tag != nil } ? 1.0 : 0
    return Ladder(
      steps: steps,
      score: weight + 2 * timed / count + 2 * people / count + tagged + 0.1 * min(count, 6) - (people == 0 ? 3 : 0))
  }
}
