import Incidents

/// The scale of severities, from the collection of records that looks most like one.
enum SeverityReader {
  struct Member: Sendable {
    var name: SeverityName
    var record: Record
  }
  struct Scale: Sendable {
    var members: [Member]
    var score: Double
    /// Index of the section that holds it.
    var section: Int
  }

  static func read(_ reading: inout Reading, into runbook: inout Runbook) {
    let scales = candidates(reading)
    reading.scales = scales
    guard let best = scales.max(by: { $0.score < $1.score }), best.score > 1 else {
      runbook.severities = SeveritySentences.read(reading)
      if runbook.severities.isEmpty, let scale = OwnScale.read(reading) {
        reading.scales.append(scale)
        reading.scale = SeverityScale(scale.members.map { ($0.name.name, $0.name.keys) })
        runbook.severities = scale.members.enumerated().map { severity($1, rank: $0) }
        OwnScale.complete(&runbook.severities, scale, reading)
        return
      }
      if runbook.severities.isEmpty { runbook.severities = SeverityMentions.read(reading) }
      reading.scale = SeverityScale(runbook.severities.map { ($0.name, SeverityNames.read($0.name)?.keys ?? []) })
      AcknowledgeReader.read(reading, into: &runbook)
      return
    }
    var members = ordered(best.members)
    let others = scales.filter { $0.section != best.section || $0.score != best.score }.sorted { $0.score > $1.score }
    for index in members.indices where members[index].name.label.isEmpty { label(&members[index], from: others) }
    reading.scale = SeverityScale(members.map { ($0.name.name, $0.name.keys + [$0.name.label.lowercased()]) })
    runbook.severities = members.enumerated().map { severity($1, rank: $0) }
    for other in others { complete(&runbook.severities, from: other, reading) }
    AcknowledgeReader.read(reading, into: &runbook)
  }

  /// Every collection of the document whose records are named by severities.
  static func candidates(_ reading: Reading) -> [Scale] {
    var found: [Scale] = []
    for (index, section) in reading.sections.all.enumerated() {
      let told = section.role == .severities && section.record.headingLevel != 1
      for whole in section.record.collections where whole.count <= Reading.mostMembers {
        let collection = SeverityLabels.nested(whole)
        let own = told ? OwnCodes.prefix(collection.map { $0.name.isEmpty ? Words($0.text) : $0.nameWords }) : nil
        let members = collection.compactMap { member($0, told: told, own: own) }
        let distinct = Set(members.map { $0.name.keys.first ?? "" }).count
        guard distinct >= 2 || isAlone(members, collection), members.count * 2 >= collection.count else { continue }
        // "Level 1: on-call (0-15 min)" under "Escalation" is a rung.
        let levels = members.contains { $0.name.keys.first.map(SeverityNames.isLevel) ?? false }
        if levels, section.role == .escalation && section.record.headingLevel != 1 || isOfPeople(members) { continue }
        found.append(Scale(members: members, score: score(members, of: collection, in: index, reading), section: index))
      }
    }
    return found
  }

  /// "Level | Role | Person": who is called, not how bad it is.
  private static func isOfPeople(_ members: [Member]) -> Bool {
    members.allSatisfy { member in
      member.record.children.dropFirst().contains { cell in
        cell.shape == .cell && cell.meaning.best([.role, .person]) >= 0.9 && cell.meaning[.definition] < 0.5
          && !cell.nameWords.containsAny(NameColumns.words)
      }
    }
  }

  /// A table of one severity is a scale where its columns say so and how soon somebody answers.
  private static func isAlone(_ members: [Member], _ collection: [Record]) -> Bool {
    guard members.count == 1, collection.count == 1, let row = members.first, row.record.shape == .row,
      row.name.coded, let head = row.record.children.first
    else { return false }
    return head.meaning[.severities] >= 0.5 && row.record.field(.response, least: 0.5) != nil
  }

  /// The severity that a record describes; `told` where its section says that it holds severities.
  static func member(_ record: Record, told: Bool = false, own: String? = nil) -> Member? {
    if record.shape == .row { return row(record, own: own) }
    let name = record.name.isEmpty ? record.text : record.name
    guard name.utf8.count < 160,
      let read = SeverityNames.read(record.name.isEmpty ? Words(name) : record.nameWords, own: own)
        ?? (told ? SeverityNames.bracketed(name) : nil)
    else { return nil }
    return Member(name: read, record: record)
  }

  /// Of a row, the cell in the column of severities, else the first cell; a code and a word may have a column each.
  private static func row(_ record: Record, own: String?) -> Member? {
    let cells = record.children
    let named = cells.enumerated().filter { $1.meaning.best([.severities, .level]) >= 0.5 }.map(\.offset)
    for index in named + [0, 1] {
      guard let cell = cells[safe: index],
        var name = SeverityNames.read(Words(cell.value.text), own: own)
          ?? (named.contains(index) ? SeverityNames.bracketed(cell.value.text) ?? numbered(cell) : nil)
      else { continue }
      if index > 1 && !named.contains(index) { continue }
      if name.label.isEmpty, let word = cells.first(where: { $0.line == cell.line && isLabel($0, not: cell) }) {
        name.label = word.value.text
        name.keys.append(word.value.text.lowercased())
      }
      return Member(name: name, record: record)
    }
    return nil
  }

  /// "Sev | 1": the column says what the digit counts.
  private static func numbered(_ cell: Record) -> SeverityName? {
    let digit = cell.value.text.trimmed
    guard digit.utf8.count == 1, digit.utf8.first?.isDigit ?? false, cell.meaning[.severities] >= 0.9 else {
      return nil
    }
    return SeverityNames.read("\(cell.name) \(digit)")
  }

  private static func isLabel(_ cell: Record, not own: Record) -> Bool {
    guard cell.name != own.name else { return false }
    let text = cell.value.text
    if NameColumns.words.contains(cell.name.lowercased()), text.hasWord, text.utf8.count <= 40 { return true }
    return SeverityNames.read(text).map { !$0.coded } ?? false
  }

  private static func score(
    _ members: [Member], of collection: [Record], in section: Int, _ reading: Reading
  ) -> Double {
    var score = 0.0
    let path = reading.sections.path(section)
    if path.prefix(3).contains(where: { $0.role == .severities && $0.record.headingLevel != 1 }) { score += 4 }
    if members.contains(where: { $0.record.meaning[.severities] >= 0.3 }) { score += 0.3 }
    let away: [SectionRole] = [
      .review, .communication, .escalation, .contacts, .cadence, .scenario, .scenarioGroup, .process,
    ]
    if away.contains(where: { reading.sections.isInside(section, $0) }) { score -= 2.5 }
    let answered = members.filter { ResponseTime.read($0) != nil }.count
    score += 3 * Double(answered) / Double(members.count)
    if members.contains(where: { $0.record.field(.acknowledge) != nil }) { score += 1 }
    if members.contains(where: { $0.record.field(.definition) != nil }) { score += 1 }
    if members.contains(where: { $0.record.field(.examples) != nil }) { score += 0.5 }
    if members.allSatisfy({ $0.name.coded }) { score += 1 }
    // "Level 1" is a rung of a ladder unless the section says what it is.
    let levels = members.contains { $0.name.keys.first.map(SeverityNames.isLevel) ?? false }
    if levels, !path.prefix(3).contains(where: { $0.role == .severities }) { score -= 3 }
    score +=
      0.2 * Double(min(5, members.count)) - 2 * Double(collection.count - members.count) / Double(collection.count)
    let columns = members.first?.record.children.filter { $0.shape == .cell } ?? []
    if columns.contains(where: { $0.meaning.best([.escalateTo, .firstContact]) >= 0.6 }) { score -= 1.5 }
    // A table of alerts or of examples repeats its severities.
    let distinct = Set(members.map { $0.name.keys.first ?? "" }).count
    if distinct < members.count { score -= 4 }
    return score
  }

  /// Worst first: by the digit within one naming scheme, by the word's grade otherwise, by place where neither says.
  static func ordered(_ members: [Member]) -> [Member] {
    var seen: Set<String> = []
    let unique = members.filter { seen.insert($0.name.keys.first ?? $0.name.name).inserted }
    let numbers = unique.map { Words($0.name.name).all.first { $0.kind == .number }?.number }
    if numbers.allSatisfy({ $0 != nil }) {
      return unique.enumerated().sorted { (numbers[$0.offset] ?? 0) < (numbers[$1.offset] ?? 0) }.map(\.element)
    }
    let grades = unique.map { member in
      let key = member.name.keys.first ?? ""
      return SeverityNames.grades[key] ?? SeverityNames.signGrade(key)
    }
    guard grades.allSatisfy({ $0 != nil }) else { return unique }
    return unique.enumerated().sorted { (grades[$0.offset] ?? 0, $0.offset) < (grades[$1.offset] ?? 0, $1.offset) }
      .map(\.element)
  }

  private static func severity(_ member: Member, rank: Int) -> Severity {
    var severity = Severity(
      name: member.name.name, label: member.name.label, rank: rank, line: member.record.line)
    if let response = ResponseTime.read(member) {
      severity.responseMinutes = response.minutes
      severity.responseText = response.text
      severity.responseBusinessDays = response.businessDays
    }
    if let ack = member.record.field(.acknowledge, least: 0.5), let time = ResponseTime.value(ack.value.text) {
      severity.ackMinutes = time.minutes
      if ack.line != member.record.line { severity.ackLine = ack.line }
    }
    severity.definition = definition(member)
    severity.examples = examples(member)
    return severity
  }

  private static func definition(_ member: Member) -> String {
    if let field = member.record.field(.definition), !field.value.isEmpty { return field.value.text }
    if let said = member.record.children.first(where: { $0.shape == .paragraph && $0.name.isEmpty }) {
      return said.text
    }
    if member.record.isItem, !member.record.value.isEmpty, !member.record.name.isEmpty {
      return member.record.value.text
    }
    return ""
  }

  private static func examples(_ member: Member) -> [String] {
    if let field = member.record.field(.examples) {
      let below = field.statements.dropFirst(field.value.isEmpty ? 0 : 1).map(\.text)
      return below.isEmpty ? field.value.text.parts(at: ",") : below
    }
    return member.record.members.filter { $0.isItem && $0.name.isEmpty }.map(\.text)
  }

  /// The word that another list puts beside the same code: "SEV-1 (High)".
  private static func label(_ member: inout Member, from others: [Scale]) {
    guard let key = member.name.keys.first,
      let named = others.flatMap(\.members).first(where: {
        $0.name.keys.first == key && SeverityNames.grades[$0.name.label.lowercased()] != nil
      })
    else { return }
    member.name.label = named.name.label
  }

  /// Response times that another table or list states for the same severities.
  private static func complete(_ severities: inout [Severity], from other: Scale, _ reading: Reading) {
    // A list under "Response times" states them without saying so on each line.
    let told = (reading.sections.all[safe: other.section]?.record.meaning[.response] ?? 0) >= 0.5
    for member in other.members {
      guard let name = reading.scale.mentioned(in: member.name.name).first,
        let index = severities.firstIndex(where: { $0.name == name })
      else { continue }
      if severities[index].definition.isEmpty { severities[index].definition = definition(member) }
      guard severities[index].responseText.isEmpty,
        let time = told
          ? ResponseTime.read(member)
          : member.record.field(.response, least: 0.5).flatMap({ ResponseTime.value($0.value.text) })
      else { continue }
      severities[index].responseMinutes = time.minutes
      severities[index].responseText = time.text
      severities[index].responseBusinessDays = time.businessDays
    }
  }
}
