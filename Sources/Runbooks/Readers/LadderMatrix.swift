import Incidents

/// A ladder as a matrix: a row per role, a column per severity, the time in the cell.
enum LadderMatrix {
  /// The rungs, severity by severity; nil where the table is no such matrix.
  static func read(_ table: Record, _ rows: [Record], _ scale: SeverityScale) -> [LadderReader.Step]? {
    let columns = table.columns.enumerated().dropFirst().compactMap { index, title -> (Int, [String])? in
      let names = scale.mentioned(in: title)
      return names.isEmpty ? nil : (index, names)
    }
    guard Set(columns.map(\.1)).count >= 2, isByRole(rows, columns.map(\.0)) else { return nil }
    return columns.flatMap { index, names in rows.compactMap { step($0, index, names, scale) } }
  }

  /// A column for each severity and nothing else: who is called stands in the cells, one below the other.
  static func columns(_ table: Record, _ rows: [Record], _ scale: SeverityScale) -> [LadderReader.Step]? {
    let severities = table.columns.map { scale.mentioned(in: $0) }
    let cells = rows.flatMap { $0.children.map(\.value.text) }.filter(\.hasWord)
    guard severities.count >= 2, severities.allSatisfy({ $0.count == 1 }), Set(severities).count == severities.count,
      cells.filter(People.names).count * 2 > cells.count
    else { return nil }
    return severities.indices.flatMap { index in
      rows.compactMap { row -> LadderReader.Step? in
        guard let cell = row.children[safe: index], cell.value.text.hasWord else { return nil }
        let text = RungText(cell.value.text, scale)
        let rung = Rung(
          target: LadderReader.cut(cell.value.text), afterMinutes: text.after ?? text.sla,
          severities: severities[index],
          until: text.until, line: row.line)
        return LadderReader.Step(rung: rung, tag: nil, text: text, follows: text.after != nil)
      }
    }
  }

  /// Rows are named by people, and most cells say when.
  private static func isByRole(_ rows: [Record], _ columns: [Int]) -> Bool {
    guard rows.count >= 2 else { return false }
    let roles = rows.filter { row in
      let head = row.children.first
      let text = head?.value.text ?? ""
      return (People.names(text) || (head?.meaning[.role] ?? 0) >= 0.5) && Durations.all(in: text).isEmpty
    }
    let cells = rows.flatMap { row in columns.compactMap { row.children[safe: $0]?.value.text } }
    let timed = cells.filter { !Durations.all(in: $0).isEmpty || Durations.isImmediate(Words($0)) }
    return roles.count * 2 > rows.count && timed.count * 3 >= cells.count
  }

  private static func step(
    _ row: Record, _ index: Int, _ severities: [String], _ scale: SeverityScale
  ) -> LadderReader.Step? {
    guard let who = row.children.first?.value.text, who.hasWord, let when = row.children[safe: index]?.value.text,
      when.hasWord, !["no", "none", "n/a", "na", "never"].contains(when.lowercased())
    else { return nil }
    var text = RungText(when, scale)
    text.after = text.after ?? text.sla
    text.sla = nil
    // "Next day", "business hours": called, but not by the clock.
    let timed = Durations.all(in: when).first
    if timed?.business ?? false { text.after = nil }
    text.vague = text.after == nil && when.hasWord
    let rung = Rung(
      target: LadderReader.cut(who), afterMinutes: text.after, severities: severities, until: text.until,
      line: row.line)
    return LadderReader.Step(rung: rung, tag: nil, text: text, follows: true)
  }
}
