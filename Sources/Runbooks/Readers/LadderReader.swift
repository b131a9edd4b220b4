import Incidents

/// The escalation ladder: the collection of records that names people in an order, with times.
enum LadderReader {
  /// One rung with what the ladder's arithmetic needs.
  struct Step: Sendable {
    var rung: Rung
    var tag: String?
    var text: RungText
    /// The text says that somebody was called before.
    var follows = false
    /// Its time is when the next rung is called: "Escalate if not resolved in 30 minutes".
    var leaves = false
  }
  struct Ladder: Sendable {
    var steps: [Step]
    var score: Double
  }

  /// Fills in the ladder; returns its rungs' names by their places ("l2").
  static func read(_ reading: Reading, into runbook: inout Runbook) -> [String: String] {
    let ladders = candidates(reading, scaleLines: Set(runbook.severities.map(\.line)))
    let best = ladders.filter { $0.steps.count >= 2 && $0.score > 2 }.max { $0.score < $1.score }
    var steps = best?.steps ?? []
    // A list of people without times yields to sentences that state them.
    if !steps.contains(where: isTimed) {
      let told = LadderSentences.read(reading)
      if best == nil || told.filter(isTimed).count >= 2 { steps = told }
    }
    LadderTimes.complete(&steps, &runbook)
    runbook.escalation = steps.map(\.rung)
    let places = steps.compactMap { step in step.tag.map { ($0, step.rung.target) } }
    return Dictionary(places, uniquingKeysWith: { first, _ in first })
  }

  static func isTimed(_ step: Step) -> Bool { step.text.after != nil || step.text.sla != nil }

  /// A record as a rung, or as one for each person under "Level 2 (15-30 minutes)".
  static func rungs(_ record: Record, _ scale: SeverityScale) -> [Step] {
    if let steps = LadderClauses.moments(record, scale) { return steps }
    if let step = step(record, scale) {
      let told = LadderReasons.timed(record, scale)
      let below = told ?? record.members.map(\.text).filter { !Durations.all(in: $0).isEmpty }
      return SeverityTimes.rungs(step, ((told == nil ? [record.text] : []) + below).joined(separator: "; "), scale)
    }
    let (tag, rest) = People.splitStep(ScenarioTitle.withoutNumber(record.name))
    guard tag != nil, record.isSection, !Durations.all(in: rest).isEmpty else { return [] }
    let text = RungText(rest, scale)
    return record.members.filter { $0.isItem && $0.task == nil && (People.names($0.text) || $0.text.utf8.count < 32) }
      .map { item in
        let rung = Rung(
          target: cut(item.text), afterMinutes: text.after, severities: text.severities, until: text.until,
          line: item.line)
        return Step(rung: rung, tag: tag, text: text)
      }
  }

  /// A list item, label or heading as a rung.
  static func step(_ record: Record, _ scale: SeverityScale) -> Step? {
    let beside = record.value.text
    guard let (target, tag) = target(record), !LadderTables.isNone(target) else { return nil }
    // Of a heading, the bullets hold the time; a duty such as "resolves most issues" is not a condition.
    let timed = LadderReasons.below(record, scale)
    let name = record.name.isEmpty ? record.text : record.name + " " + beside
    var text = RungText(([name] + timed).joined(separator: "; "), scale)
    if record.isHeading { text.condition = nil } else { text.condition = condition(record, target, scale) ?? nil }
    let contact = record.fields.filter { $0.meaning[.via] >= 0.5 }.map(\.value.text)
    let rung = Rung(
      target: target, via: contact, afterMinutes: text.after, severities: text.severities, until: text.until,
      condition: text.condition, line: record.line)
    return Step(
      rung: rung, tag: tag, text: text,
      follows: isCondition(record) || isCalledLater(record) || opens(record.text)
        || LadderPassive.german(Words(record.text)) != nil,
      leaves: record.isHeading && record.statements.dropFirst().contains { isLeaving($0.text) } && text.after != nil)
  }

  static func isLeaving(_ text: String) -> Bool {
    Words.head(text, 1).first.map { ["escalate", "escalation"].contains($0.text) } ?? false
  }

  /// Where the first rung says when it is left and the last says nothing, each time is when the next rung is called.
  static func left(_ steps: [Step]) -> [Step] {
    guard steps.count > 1, steps[0].leaves, let last = steps.last, !last.leaves else { return steps }
    return steps.indices.map { index in
      var step = steps[index]
      let before = index == 0 ? nil : steps[index - 1].leaves ? steps[index - 1].rung.afterMinutes : nil
      guard step.leaves || before != nil else { return step }
      step.rung.afterMinutes = before
      step.text.after = before
      step.follows = true
      return step
    }
  }

  private static func condition(_ record: Record, _ target: String, _ scale: SeverityScale) -> String? {
    let text = record.text
    guard let open = text.utf8.firstIndex(of: 0x28), let close = text.utf8.lastIndex(of: 0x29), open < close else {
      return nil
    }
    return RungText(String(text[text.utf8.index(after: open)..<close]), scale).condition
  }

  private static let external: WordSet = ["external", "vendor", "provider", "third"]

  /// Who the rung is, without its place in the ladder.
  static func target(_ record: Record) -> (String, String?)? {
    var name = record.name.isEmpty ? record.text : record.name
    name = ScenarioTitle.withoutNumber(name)
    if LadderFields.purpose(record) != nil { return nil }
    // "Primary → secondary → CTO" is a ladder in itself.
    if record.name.isEmpty, LadderFences.isChain(name), !opens(name) { return nil }
    if let who = LadderPassive.german(Words(record.text)) { return (who, nil) }
    if let who = behindTime(record, name) { return (who, nil) }
    if let told = conditional(record, name) ?? called(record, name) { return told.map { ($0, nil) } }
    let (tag, rest) = People.splitStep(name)
    let value = cut(record.value.text)
    // "Level 1 (0-15 min): on-call engineer": the bracket is a time, the name stands behind.
    let timed = !Durations.all(in: rest).isEmpty && !People.names(rest)
    if tag != nil, timed { return value.hasWord ? (value, tag) : nil }
    if tag != nil, rest.hasWord { return (cut(rest), tag) }
    let short = Words(value).all.filter { $0.kind == .word }.count <= 5
    if let tag = People.step(name), value.hasWord, !record.name.isEmpty { return (value, tag) }
    if !record.name.isEmpty, value.hasWord, short, People.names(value), isRank(name) {
      return (value, name.lowercased())
    }
    // "Exams affected: the registrar" names a situation first.
    if !record.name.isEmpty, record.isItem, !People.names(name), tag == nil, value.hasWord, short, People.names(value) {
      let who = People.bare(value)
      return isTask(who) ? nil : (who, nil)
    }
    if Words(name).containsAny(external) && record.isHeading || tag == nil && LadderFields.isOne(record) { return nil }
    let target = record.name.isEmpty ? People.bare(cut(name)) : cut(name)
    return target.hasWord && target.utf8.count <= 80 && !isTask(target) ? (target, tag) : nil
  }

  /// "After 15 minutes — team lead": the time leads, the name stands behind the dash.
  private static func behindTime(_ record: Record, _ name: String) -> String? {
    guard record.name.isEmpty, let dash = [" — ", " – ", " - "].compactMap({ name.firstRange(of: $0) }).first else {
      return nil
    }
    let head = String(name[..<dash.lowerBound])
    let who = People.bare(cut(name[dash.upperBound...].trimmed))
    guard !Durations.all(in: head).isEmpty || Durations.isImmediate(Words(head)), !People.names(head), who.hasWord,
      who.utf8.count < 80
    else { return nil }
    return who
  }

  /// Who is called where a condition comes first: nil where none does, `.some(nil)` where it names nobody.
  private static func conditional(_ record: Record, _ name: String) -> String?? {
    if LadderFields.reasons(record) != nil { return .some(nil) }
    if record.value.isEmpty, !record.name.isEmpty, opens(record.name), let told = record.members.first(where: \.isItem)
    {
      // "If nobody answers within 15 minutes:" over what to do then.
      let words = Words(told.text)
      return .some(LadderPassive.name(words) ?? LadderSentences.target(words, inside: true))
    }
    if isCondition(record) {
      let called = People.bare(record.value.text)
      return .some(called.hasWord && People.names(called) ? called : nil)
    }
    if record.name.isEmpty, opens(name) || isFor(Words(name)) {
      let words = Words(name)
      if isFor(words) { return .some(nil) }
      return .some(LadderSentences.target(words, inside: true) ?? LadderPassive.name(words))
    }
    return nil
  }

  /// "If no response in 10 minutes: page the secondary" names the condition first.
  private static func isCondition(_ record: Record) -> Bool {
    !record.name.isEmpty && record.value.text.hasWord && opens(record.name)
  }

  /// Whether a text begins with a condition.
  static func opens(_ text: String) -> Bool { Words.head(text, 1).first.map { openers.contains($0) } ?? false }

  /// "For security incidents, also tell the security lead": one kind of incident, which nothing but its kind calls for.
  static func isFor(_ words: Words) -> Bool {
    guard let first = words.all.first, ["for", "bei", "para", "pour", "при"].contains(first.text) else { return false }
    return Durations.all(in: words).isEmpty && SeverityNames.codes(in: words).isEmpty && !RungText.isOverdue(words)
      && words.all.contains { $0.text == "," || $0.text == ":" }
  }

  private static let openers: WordSet = [
    "if", "when", "after", "unless", "once", "no", "not", "still", "unresolved", "nobody", "noone", "without", "should",
    "si", "se", "wenn", "fall", "falls", "nach", "если", "при", "nếu", "如", "若",
  ]

  private static let ranks: WordSet = [
    "executive", "first", "second", "third", "fourth", "final", "next", "escalation", "initial",
  ]

  /// A word for a place in the ladder that is nobody's role: "Executive: CTO", "First: on-call".
  static func isRank(_ name: String) -> Bool {
    return Words.head(name, 1).first.map { ranks.contains($0) } ?? false
  }

  private static let remarks: [[UInt8]] = [
    " (", " - ", " – ", " — ", " → ", ": ", ";", " [", " after ", " if ", " is paged", " is called", " is notified",
    " is informed", " receives ", " acknowledges ", " has ", " contacted", " are paged", " are called", " are notified",
    " joins", " gets ", " next business", " next working", " notified", " paged", " alerted",
    " é acionado", " é acionada", " é avisado", " é notificado", " nimmt ", " meldet ",
    " wird ", " werden ", " est appelé", " est prévenu",
    " est averti", " es notificado", " es avisado", " recibe ", " recebe ", " оповещ", " получает", " now",
  ].map { Array($0.utf8) }

  /// Up to the bracket or dash that begins the remark. What stands at the very beginning begins none.
  static func cut(_ text: String) -> String {
    let end = text.withBytes { bytes -> Int? in
      let opening = remarks.filter { ByteSearch.begins(bytes, at: 0, with: $0) }
      return bytes.indices.dropFirst().first { place in
        guard [0x20, 0x3A, 0x3B].contains(bytes[place]) else { return false }
        return remarks.contains { ByteSearch.begins(bytes, at: place, with: $0) && !opening.contains($0) }
      }
    }
    guard let end else { return text.stripped("*:.,- ") }
    return text[..<text.utf8.index(text.startIndex, offsetBy: end)].stripped("*:.,- ")
  }
}
