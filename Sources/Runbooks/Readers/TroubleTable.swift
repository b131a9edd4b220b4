import Incidents

/// "Symptom | Likely cause | First step": a table each row of which is one kind of incident.
enum TroubleTable {
  private static let naming: [Concept] = [.symptoms, .scenarios, .scenarioWord, .detection]
  private static let working: [Concept] = [.fix, .diagnosis, .actions]
  /// Columns that name a fault; in a heading such a word says less.
  private static let columns: WordSet = [
    "error", "failure", "fault", "symptom", "situation", "storung", "fehler", "panne", "incident", "incidente", "falla",
    "fallo", "falha", "erro", "problema", "probleme", "сбой", "проблема", "ошибка", "инцидент", "авария", "ситуация",
    "故障", "问题", "异常", "障害", "エラー", "現象", "trigger", "situacion", "situacao",
  ]
  private static let people: [Concept] = [.escalateTo, .role, .person, .contacts, .owner]

  /// Whether the rows are named by what is seen and another column says what to do.
  static func reads(_ table: Record) -> Bool {
    guard (2...60).contains(table.children.count), (2...6).contains(table.columns.count),
      let cells = table.children.first?.children, cells.count >= 2
    else { return false }
    guard let named = cells.prefix(2).firstIndex(where: isName) else { return false }
    let others = cells.dropFirst(named + 1)
    return others.contains { $0.meaning.best(working) >= 0.5 && $0.meaning.best(people) < 0.9 }
      && table.children.allSatisfy { $0.name.hasWord }
  }

  static func isName(_ cell: Record) -> Bool {
    let words = cell.nameWords.all.filter { $0.kind == .word }
    return cell.meaning.best(naming) >= 0.5 || words.count <= 3 && isColumn(words)
  }

  private static func isColumn(_ words: [Words.Word]) -> Bool {
    words.contains { columns.contains($0) } || columns.contains(words.map(\.text).joined())
  }

  static func scenario(_ row: Record, _ reading: Reading) -> Scenario {
    let (title, severity) = ScenarioTitle.bare(row.name, reading.scale)
    var scenario = Scenario(title: title, line: row.line, endLine: row.endLine)
    scenario.severity = severity
    for cell in row.children where cell.value.text.hasWord {
      let said = Said(cell.value.text, line: row.line)
      switch part(cell) {
      case .symptoms: scenario.symptoms.append(said)
      case .causes: scenario.causes.append(said)
      case .prevention: scenario.prevention.append(said)
      case .verification: scenario.hasVerification = true
      case .diagnosis: scenario.actions += InlineCommands.actions(in: cell, .diagnosis)
      case .fix:
        ScenarioReader.addSteps([said], &scenario)
        scenario.actions += InlineCommands.actions(in: cell, .fix)
        scenario.hasFix = true
      default: continue
      }
    }
    if scenario.severity == nil { scenario.severity = level(row, reading.scale) }
    return scenario
  }

  private static func part(_ cell: Record) -> ScenarioReader.Part? {
    let part = ScenarioReader.part(cell, after: .opening)
    if part == nil || part == .other, cell.meaning[.actions] >= 0.5 { return .fix }
    return part
  }

  /// The cell of a column of severities.
  private static func level(_ row: Record, _ scale: SeverityScale) -> String? {
    row.children.first { $0.meaning[.severities] >= 0.5 }.flatMap { scale.mentioned(in: $0.value.text).first }
  }
}
