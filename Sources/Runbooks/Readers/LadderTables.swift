import Incidents

/// Ladders laid out as tables, told apart by what their columns hold.
enum LadderTables {
  /// The rungs of a table; empty where it is a table of situations or of something else.
  static func read(_ table: Record, _ scale: SeverityScale) -> [[LadderReader.Step]] {
    let rows = table.children.filter { $0.shape == .row }
    guard rows.count >= 1, table.columns.count >= 2 else { return [] }
    if let columns = LadderMatrix.columns(table, rows, scale) { return [columns] }
    if let matrix = LadderMatrix.read(table, rows, scale) { return [matrix] }
    if isBySeverity(rows, scale) { return [bySeverity(table, rows, scale)] }
    if LadderTimeTables.isOne(rows) { return [LadderTimeTables.read(table, rows, scale)] }
    if SituationReader.isSituations(table) { return [] }
    return [opened(shifted(rows.enumerated().compactMap { rung($1, scale, opens: $0 == 0) }, table.columns))]
  }

  /// Where the first row has a time to "escalate after" and the last has none, each time is when the next row is called.
  static func shifted(_ steps: [LadderReader.Step], _ columns: [String]) -> [LadderReader.Step] {
    let waits = columns.contains { Words($0).containsAny(waiting) }
    guard
      waits || columns.contains(where: { $0.lowercased().holds("escalat") && Lexicon.meaning(of: $0)[.after] >= 0.5 }),
      let first = steps.first?.rung.afterMinutes, first > 0, let last = steps.last, last.rung.afterMinutes == nil,
      steps.count > 1
    else { return steps }
    var result = steps
    var waited = 0.0
    for index in result.indices {
      var after = index == 0 ? nil : steps[index - 1].rung.afterMinutes
      // What each waits adds up; a time to escalate counts from the start.
      if waits, let own = after {
        waited += own
        after = waited
      }
      result[index].rung.afterMinutes = after
      result[index].text.after = after
    }
    return result
  }

  private static let waiting: WordSet = [
    "wait", "wartezeit", "warten", "espera", "attente", "attesa", "ожидание", "ждать", "等",
  ]

  private static func isBySeverity(_ rows: [Record], _ scale: SeverityScale) -> Bool {
    let named = rows.filter { SeverityReader.member($0) != nil && !scale.mentioned(in: $0.name).isEmpty }
    return named.count >= 2 && named.count * 2 >= rows.count
  }

  /// A row per severity: first contact, then whom after how long.
  private static func bySeverity(_ table: Record, _ rows: [Record], _ scale: SeverityScale) -> [LadderReader.Step] {
    var steps: [LadderReader.Step] = []
    for row in rows {
      let severities = scale.mentioned(in: row.name)
      let times = row.children.filter { isTime($0, row) }.compactMap(delay)
      var place = 0
      for cell in row.children where cell.value.text != row.name && !isTime(cell, row) {
        let text = cell.value.text
        let head = Durations.all(in: cell.name).first?.low
        let callee =
          cell.meaning.best([.escalateTo, .firstContact, .role, .person, .onCall, .escalation]) >= 0.34 || head != nil
          || cell.nameWords.containsAny(told) && People.names(text)
        guard callee, !isNone(text) else { continue }
        // "Create a ticket" comes first and calls nobody.
        if LadderReader.isTask(text) {
          place += 1
          continue
        }
        // The first is called at once; the next ones after the times of the row, in order.
        let own = Durations.all(in: text).first?.low ?? (Durations.isImmediate(Words(text)) ? 0 : nil)
        let after = own ?? head ?? (place == 0 ? nil : times[safe: place - 1])
        for target in People.targets(text) {
          var step = LadderReader.Step(
            rung: Rung(target: target, afterMinutes: after, severities: severities, line: row.line), tag: nil,
            text: RungText(), follows: place > 0)
          step.text.after = after
          steps.append(step)
        }
        place += 1
      }
    }
    return steps
  }

  /// "Leadership notification" in a table of escalation.
  private static let told: WordSet = ["notification", "notify", "notified"]

  /// A cell that says how long, not whom.
  private static func isTime(_ cell: Record, _ row: Record) -> Bool {
    guard cell.value.text != row.name, cell.meaning.best([.after, .escalation, .time]) >= 0.34 else { return false }
    return delay(cell) != nil && !People.names(cell.value.text)
  }

  private static func delay(_ cell: Record) -> Double? {
    let words = Words(cell.value.text)
    return Durations.all(in: words).first?.low ?? (Durations.isImmediate(words) ? 0 : nil)
  }

  static func isNone(_ text: String) -> Bool {
    !text.hasWord || ["none", "n/a", "na"].contains(text.lowercased())
  }

  /// A row per rung; one with neither a time nor a way of contact is none, unless `bare`.
  static func rung(_ row: Record, _ scale: SeverityScale, bare: Bool = false, opens: Bool = false) -> LadderReader.Step?
  {
    guard let (target, tag, column) = target(row) else { return nil }
    let ways = row.children.enumerated().filter { $0.offset != column && isWay($0.element) }
    let via = ways.map(\.element.value.text).filter { $0.hasWord }.flatMap {
      $0.split(separator: "+").map { $0.trimmed }
    }
    let when = row.children.enumerated().filter { offset, cell in
      offset != column && !ways.contains { $0.offset == offset } && (tag == nil || People.step(cell.value.text) == nil)
        && cell.meaning.best([.after, .when, .situation, .time, .escalation, .severities, .response]) >= 0.34
    }.map(\.element)
    guard bare || !when.isEmpty || !via.isEmpty else { return nil }
    var text = RungText(when.map(\.value.text).filter { $0.hasWord }.joined(separator: "; "), scale)
    if let told = overdue(when, scale) {
      text = told
    } else if text.sla != nil || when.contains(where: isPromise) {
      text.sla = text.sla ?? text.after
      text.after = nil
    }
    if when.contains(where: { $0.meaning[.after] >= 0.9 && $0.name.lowercased().holds("escalat") }), text.end == nil {
      text.until = .acknowledged
    }
    // Somebody called for a kind of incident is no rung of the ladder.
    if text.after == nil, text.severities.isEmpty, tag == nil || !opens, let condition = text.condition,
      condition.hasWord
    {
      return nil
    }
    let rung = Rung(
      target: target, via: via, afterMinutes: text.after, severities: text.severities, until: text.until,
      condition: text.condition, line: row.line)
    let isOverdue = when.contains { RungText.isOverdue(Words($0.value.text)) } && text.after ?? 0 > 0
    return LadderReader.Step(rung: rung, tag: tag, text: text, follows: tag != nil && isOverdue)
  }

  /// "L1 | first look, solves P3/P4", "L2 | P1/P2 not solved in 30 min": whom the second waits for is called for those too.
  private static func opened(_ steps: [LadderReader.Step]) -> [LadderReader.Step] {
    guard let first = steps.first, first.tag != nil, !first.rung.severities.isEmpty,
      let next = steps.dropFirst().first(where: \.follows), !next.rung.severities.isEmpty,
      !next.rung.severities.contains(where: first.rung.severities.contains)
    else { return steps }
    var steps = steps
    steps[0].rung.severities = []
    return steps
  }

  /// "Response time | 2 hours | Not resolved in 1 hour": the last says when, the time to answer is its own.
  private static func overdue(_ when: [Record], _ scale: SeverityScale) -> RungText? {
    let late = when.filter { !isPromise($0) && isTimedOverdue($0) }
    guard let promise = when.first(where: isPromise), !late.isEmpty else { return nil }
    var text = RungText(late.map(\.value.text).joined(separator: "; "), scale)
    text.sla = RungText(promise.value.text, scale).after
    return text
  }

  private static func isTimedOverdue(_ cell: Record) -> Bool {
    let words = Words(cell.value.text)
    return RungText.isOverdue(words) && !Durations.all(in: words).isEmpty
  }

  private static func isPromise(_ cell: Record) -> Bool {
    cell.meaning[.response] >= 0.6 && cell.meaning[.after] < 0.9 && !Durations.all(in: cell.value.text).isEmpty
  }

  static func isWay(_ cell: Record) -> Bool {
    let weight = cell.meaning[.via]
    return weight >= 0.5 && cell.meaning.best([.after, .when, .situation]) < max(0.6, weight)
  }

  /// The cell that says who: a role rather than a name, and not merely "L1".
  static func target(_ row: Record) -> (String, String?, Int)? {
    var tag: String?
    for (index, cell) in row.children.enumerated() {
      let text = cell.value.text
      if let step = People.step(text) {
        tag = step
        continue
      }
      // "External | Card network": the column of levels names nobody.
      if index == 0, cell.meaning[.level] >= 0.9, !People.names(text), People.splitStep(text).step == nil,
        row.children.dropFirst().contains(where: { $0.meaning.best([.role, .person]) >= 0.9 })
      {
        continue
      }
      if index == 0 || cell.meaning.best([.role, .person, .escalateTo, .via]) >= 0.5 {
        let (step, name) = People.splitStep(text)
        guard name.hasWord else { continue }
        return (LadderReader.cut(name), tag ?? step, index)
      }
    }
    return nil
  }
}
