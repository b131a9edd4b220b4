import Incidents

/// Ladders laid out with a row per moment: "T+15 | Engineering Manager".
enum LadderTimeTables {
  static func isOne(_ rows: [Record]) -> Bool {
    rows.filter { row in
      let words = Words(row.children.first.map(moment) ?? "")
      return words.all.count <= 8 && (!Durations.all(in: words).isEmpty || Durations.isImmediate(words))
    }.count * 2 > rows.count
  }

  static func read(_ table: Record, _ rows: [Record], _ scale: SeverityScale) -> [LadderReader.Step] {
    let columns = calleeColumns(rows)
    var steps: [LadderReader.Step] = []
    for row in rows {
      guard let head = row.children.first else { continue }
      var text = RungText(moment(head), scale)
      if head.value.text.trimmed == "0" { text.after = 0 }
      if text.sla != nil { text.after = text.sla }
      guard text.after != nil else { continue }
      let silent = columns.allSatisfy { LadderTables.isNone(row.children[safe: $0]?.value.text ?? "") }
      if silent, let (cell, name) = alerted(row) {
        let rung = Rung(target: name, afterMinutes: text.after, severities: text.severities, line: cell.line)
        steps.append(LadderReader.Step(rung: rung, tag: nil, text: text))
        continue
      }
      for (index, cell) in row.children.enumerated().dropFirst() where !LadderTables.isNone(cell.value.text) {
        let severities = scale.mentioned(in: cell.name)
        guard !severities.isEmpty || columns.contains(index) else { continue }
        steps += called(in: cell, text, severities, row.line, after: steps, sure: columns.count > 1)
      }
    }
    return steps
  }

  /// "On-call engineer alerted | —": nobody in the column for it, and a person in the one beside.
  private static func alerted(_ row: Record) -> (Record, String)? {
    row.children.dropFirst().lazy.compactMap { cell in
      let words = Words(cell.value.text)
      guard let verb = words.all.firstIndex(where: { LadderPassive.calls($0) }), verb > 0 else { return nil }
      let end = words.all[verb - 1].text == "is" ? verb - 1 : verb
      let name = words.slice(0, words.all[end].start)
      return People.names(name) && name.utf8.count < 60 ? (cell, name) : nil
    }.first
  }

  /// The time in the first cell; under "Minute" a number needs no unit.
  private static func moment(_ cell: Record) -> String {
    let text = cell.value.text
    guard let unit = Words(cell.name).all.first(where: { DurationWords.units[$0] != nil }), text.utf8.count <= 8,
      Words(text).all.allSatisfy({ $0.kind != .word }), text.utf8.contains(where: \.isDigit)
    else { return text }
    return text + " " + unit.text
  }

  /// The people of a cell; who was called in the row above is not called anew.
  private static func called(
    in cell: Record, _ head: RungText, _ column: [String], _ line: Int, after steps: [LadderReader.Step], sure: Bool
  ) -> [LadderReader.Step] {
    let said = behindVerb(withoutCondition(cell.value.text)).replaced("; ", with: " + ")
    let sure = sure || !column.isEmpty || cell.meaning.best(callees) >= 0.5
    let severities = column.isEmpty ? head.severities : column
    var text = head
    if RungText.isOverdue(Words(cell.value.text)) { text.until = RungText(cell.value.text, SeverityScale()).until }
    var found: [LadderReader.Step] = []
    for target in People.targets(said).map(LadderReader.cut) where sure || People.names(target) {
      let before = steps.last { $0.rung.severities == severities }
      if !column.isEmpty, before?.rung.target == target { continue }
      let same = (steps + found).contains {
        $0.rung.target == target && $0.rung.line == line && $0.rung.severities == severities
      }
      if same { continue }
      let rung = Rung(target: target, afterMinutes: text.after, severities: severities, until: text.until, line: line)
      found.append(LadderReader.Step(rung: rung, tag: nil, text: text))
    }
    return found
  }

  /// "PagerDuty pages the duty engineer": the alerting says itself whom it calls.
  private static func behindVerb(_ text: String) -> String {
    let words = Words(text)
    guard
      let verb = words.all.firstIndex(where: {
        !$0.joined && (LadderSentences.verbs.contains($0) || $0.text == "pages")
      }), verb > 0, verb <= 3, words.all[verb - 1].text != "on",
      !words.all[..<verb].contains(where: { People.nouns.contains($0) })
    else { return text }
    let who = words.slice(words.all[verb].start, Int.max)
    return People.names(who) ? who : text
  }

  /// "No ack → Team lead": who stands behind the arrow of a condition.
  private static func withoutCondition(_ text: String) -> String {
    guard let arrow = text.firstRange(of: "→") ?? text.firstRange(of: "->") else { return text }
    let head = String(text[..<arrow.lowerBound])
    let names = People.names(head) && !RungText.isOverdue(Words(head))
    return names ? text : text[arrow.upperBound...].trimmed
  }

  private static let callees: [Concept] = [.escalateTo, .role, .person, .firstContact, .onCall, .contacts]

  /// Of the columns behind the time, those that say whom: by their titles, and by how many of their cells name people.
  /// A column for the day and one for the night are both it.
  private static func calleeColumns(_ rows: [Record]) -> Set<Int> {
    let count = rows.map(\.children.count).max() ?? 0
    let scores = (1..<max(2, count)).map { index -> (Int, Double, Bool) in
      let cells = rows.compactMap { $0.children[safe: index] }
      let named = cells.filter { People.names($0.value.text) }.count
      let ways = cells.filter { Reach.looksLike($0.value.text) }.count
      let meaning = cells.first?.meaning ?? Meaning()
      let title = meaning.best(callees) + 0.4 * meaning.best([.escalation, .actions])
      let turns = isTurn(cells.first?.name ?? "")
      guard title >= 0.1 || named * 2 > cells.count || turns else { return (index, 0, false) }
      return (index, title + 2 * Double(named - ways) / Double(max(1, cells.count)), turns)
    }
    let turns = scores.filter { $0.2 && $0.1 > 0 }
    if turns.count >= 2 { return Set(turns.map(\.0)) }
    return Set(scores.filter { $0.1 > 0.3 }.max { $0.1 < $1.1 }.map { [$0.0] } ?? [])
  }

  /// A column for a part of the day or the week.
  private static func isTurn(_ title: String) -> Bool {
    Words(title).containsAny([
      "day", "daytime", "night", "weekend", "weekday", "hour", "tag", "tagsuber", "nacht", "nachts", "wochenende",
      "jour", "nuit", "dia", "noche", "noite", "день", "днём", "ночь", "ночью", "giorno", "notte",
    ])
  }
}
