/// What a scenario says of itself between its lines: its severity, its fix without a label, its verification.
extension ScenarioReader {
  /// A scenario written whole into a Markdown fence: its headings say whether there is a fix.
  static func fenced(_ record: Record, _ scenario: inout Scenario) {
    for code in record.fences.compactMap(\.code) where code.language == "markdown" || code.language == "md" {
      for line in code.text.split(separator: "\n") where line.hasPrefix("#") {
        let meaning = Lexicon.meaning(of: line.stripped("# "))
        if meaning[.fix] >= 0.45 { scenario.hasFix = true }
        if meaning[.verification] >= 0.9 { scenario.hasVerification = true }
      }
    }
  }

  /// Steps in plain words in a fence: "1. Check the database server".
  static func numbered(_ record: Record, _ scenario: inout Scenario) {
    guard !scenario.hasFix, scenario.actions.allSatisfy({ $0.kind != .command }) else { return }
    for code in record.fences.compactMap(\.code) where ["", "text", "txt"].contains(code.language) {
      let steps = code.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(200).enumerated().compactMap
      {
        offset, line -> Said? in
        let text = line.trimmed
        let step = ScenarioTitle.withoutNumber(text)
        return step.utf8.count < text.utf8.count && step.hasWord ? Said(step, line: code.firstLine + offset) : nil
      }
      guard steps.count >= 2 else { continue }
      addSteps(steps, &scenario)
      scenario.hasFix = true
    }
  }

  /// "You will see a red banner", "Good again when bags pass": a sentence that opens like a label.
  static func tells(_ concept: Concept, _ text: String) -> Bool {
    let words = Words.head(text, 5)
    return words.indices.dropFirst().contains { last in
      Lexicon.meaning(of: text.withBytes { String(decoding: $0[..<words[last].end], as: UTF8.self) })[concept] >= 0.9
    }
  }

  /// "Verification: ..." right below the last step, without an empty line: Markdown takes it for a part of the step.
  static func hanging(_ list: Record) -> [Record] {
    guard list.isList, let last = list.children.last else { return [] }
    let parts: [Concept] = [.verification, .prevention, .escalation]
    return last.children.filter { $0.shape == .label && $0.meaning.best(parts) >= 0.99 }
  }

  /// "If CPU is saturated:" over something that changes it.
  static func answers(_ record: Record) -> Bool {
    guard LadderReader.opens(record.name) else { return false }
    let actions = ActionReader.all(under: record, .fix) + InlineCommands.actions(under: record, .fix)
    if actions.contains(where: { $0.effect == .write || $0.effect == .destructive }) { return true }
    return actions.isEmpty && record.statements.dropFirst().contains { FixVerbs.begin($0.text) }
  }

  private static let causeSeeking: WordSet = [
    "investigation", "investigate", "analysis", "diagnosis", "diagnostic", "triage", "debug", "debugging", "evidence",
    "analyse", "diagnose", "untersuchung", "investigacion", "investigacao", "analisi", "диагностика", "расследование",
  ]

  static func looksAgain(_ record: Record) -> Bool {
    let words = record.nameWords.all.filter { $0.kind == .word }
    return words.count == 1 && !causeSeeking.contains(words[0])
  }

  /// "Detect and classify" tells to look; "Monitoring" behind the fix looks whether it helped.
  static func noticed(_ record: Record, _ scenario: Scenario) -> Part {
    if record.meaning[.symptoms] >= 0.5 { return .symptoms }
    if record.nameWords.all.first(where: { $0.kind == .word })?.text == "detect" { return .diagnosis }
    return scenario.hasFix && record.nameWords.contains("monitoring") ? .verification : .symptoms
  }

  /// Without any label, a sentence that tells to change something is the fix.
  static func toldFix(_ record: Record, _ scenario: inout Scenario) {
    let said = record.children.flatMap { $0.shape == .label ? [$0] + $0.children : [$0] }
    for child in said where child.shape == .paragraph || child.shape == .label {
      guard let said = sentences(child.text).first(where: { isFix($0, of: child) }) else { continue }
      scenario.solutions.append(
        Solution(title: scenario.title, steps: [Said(said, line: child.line)], line: child.line))
      scenario.hasFix = true
      return
    }
  }

  /// "Restart it.", "Fix: restart it.", "Table missing → run the migration".
  private static func isFix(_ sentence: String, of record: Record) -> Bool {
    if record.shape == .paragraph || record.meaning.weights.isEmpty, FixVerbs.begin(sentence) { return true }
    if let colon = Labels.colon(in: sentence), Lexicon.meaning(of: String(sentence[..<colon]))[.fix] >= 0.9 {
      return sentence[sentence.index(after: colon)...].hasWord
    }
    let sides = sentence.split(separator: "→")
    return sides.count == 2 && sides.allSatisfy { $0.split(separator: " ").count >= 2 }
  }

  private static func sentences(_ text: String) -> [String] {
    text.replaced(". ", with: "\u{0}").replaced("? ", with: "\u{0}").replaced("; ", with: "\u{0}")
      .split(separator: "\u{0}").map { $0.trimmed }
  }

  /// Without any label, the first command that changes something begins the fix.
  static func unlabelled(_ scenario: inout Scenario) {
    guard
      let first = scenario.actions.firstIndex(where: {
        $0.kind == .command && $0.phase == .diagnosis && ($0.effect == .write || $0.effect == .destructive)
          || $0.phase == .diagnosis && (isFixes($0.caption) || $0.kind == .manual && isFixes($0.text))
      })
    else { return }
    for index in scenario.actions.indices[first...] where scenario.actions[index].phase == .diagnosis {
      scenario.actions[index].phase = .fix
    }
  }

  /// "# Common fixes:" over the remarks that tell them, "3. Quick mitigation".
  private static func isFixes(_ caption: String?) -> Bool {
    guard let caption, caption.hasWord, caption.utf8.count <= 60 else { return false }
    let meaning = Lexicon.meaning(of: caption)
    if meaning[.fix] >= 0.99 || FixVerbs.beginAbroad(caption) { return true }
    let title = Words(ScenarioTitle.withoutNumber(caption))
    let own = Lexicon.meaning(of: title)
    return title.text != caption && title.all.count <= 3 && own[.fix] >= 0.5
      && own.best([.diagnosis, .verification, .causes]) < 0.5
  }

  /// Beside symptoms that are called so, the alert's own name is none.
  static func dropSignals(_ record: Record, _ scenario: inout Scenario) {
    let fields = record.fields.filter { $0.meaning.best([.symptoms, .detection]) >= 0.5 }
    let signals = fields.filter { $0.meaning[.symptoms] < 0.5 }
    guard !signals.isEmpty, fields.contains(where: { $0.meaning[.symptoms] >= 0.5 }) else { return }
    scenario.symptoms.removeAll { said in signals.contains { ($0.line...max($0.line, $0.endLine)).contains(said.line) }
    }
  }

  /// A "Severity: P1" line, else the severity that the headings above name.
  /// "Severity: Critical" of a document without a scale, in a table under "Alert information" too.
  private static func unscaled(_ record: Record, _ reading: Reading) -> String? {
    guard reading.scale.names.isEmpty else { return nil }
    let cards = record.children.filter { $0.isHeading && $0.meaning.best([.detection, .overview]) >= 0.3 }
    for holder in [record] + cards {
      guard let field = holder.field(.severities, least: 0.9), let name = SeverityNames.read(field.value.text),
        Words(field.value.text).all.count <= 3
      else { continue }
      return name.name
    }
    return nil
  }

  static func severity(_ record: Record, _ index: Int, _ reading: Reading) -> String? {
    if let field = record.field(.severities, least: 0.5),
      let name = reading.scale.mentioned(in: field.value.text).first
    {
      return name
    }
    if let name = unscaled(record, reading) { return name }
    // "Impact: P1 — nobody can log in".
    if let field = record.field(.impact, least: 0.9), let read = SeverityNames.read(field.value.text), read.coded,
      let name = reading.scale.mentioned(in: read.name).first
    {
      return name
    }
    // "Level: 2" under a name that is also a rung's: the value is a severity and nothing else.
    for field in record.fields where field.shape == .label && Words(field.value.text).all.count <= 3 {
      if let name = told(field.value.text, reading.scale) { return name }
    }
    if let said = record.children.first(where: { $0.shape == .paragraph }), let name = told(said.text, reading.scale) {
      return name
    }
    for section in reading.sections.path(index).dropFirst()
    where section.record.isHeading && section.record.headingLevel != 1 {
      let names = reading.scale.mentioned(in: section.record.name)
      if names.count == 1 { return names[0] }
    }
    return nil
  }

  /// "It is critical.", "Stufe 2": a few words at the start that say nothing else.
  private static func told(_ text: String, _ scale: SeverityScale) -> String? {
    let words = Words(text)
    let end = words.all.first { $0.kind == .mark && [".", ",", ";", "("].contains($0.text) }?.start ?? Int.max
    let clause = Words(words.slice(0, end))
    guard clause.all.count(where: { $0.kind != .mark }) <= 4 else { return nil }
    let names = scale.mentioned(in: clause)
    return names.count == 1 ? names[0] : nil
  }

  private static let verifying: WordSet = [
    "verify", "confirm", "validate", "verificar", "validar", "verifier", "verifizieren", "uberprufen", "prufen",
    "проверить", "验", "verificare", "confirmar",
  ]

  /// A command that checks, behind one that changed something in the same part.
  static func verifiesAfterChange(_ actions: [Action]) -> Bool {
    var changed = false
    for action in actions where action.phase == .fix || action.phase == .verification {
      let caption = Words(action.caption ?? "").all.first { $0.kind == .word }?.text ?? ""
      if changed, action.kind == .command, verifying.contains(caption) { return true }
      if action.effect != .read, action.kind == .command { changed = true }
    }
    return false
  }
}

extension ScenarioReader {
  /// A decision tree drawn in a fence: what stands behind the arrows of its leaves is to be done.
  static func drawn(_ record: Record, _ scenario: inout Scenario) {
    guard !scenario.hasFix else { return }
    for fence in record.fences {
      guard let code = fence.code, code.text.contains("├") || code.text.contains("└") else { continue }
      let leaves = code.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(200).enumerated()
        .compactMap { offset, line -> Said? in
          guard let arrow = line.firstRange(of: "→"), line[arrow.upperBound...].trimmed.hasWord else { return nil }
          return Said(line[arrow.upperBound...].trimmed, line: code.firstLine + offset)
        }
      guard leaves.count >= 2 else { continue }
      addSteps(leaves, &scenario)
      scenario.hasFix = true
    }
  }
}
