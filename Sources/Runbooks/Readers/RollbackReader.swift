/// How to go back: when, by which ways, and what is done afterwards.
enum RollbackReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    let sections = reading.sections.all.enumerated().filter { index, section in
      section.role == .rollback && section.record.isHeading
        && (section.record.headingLevel != 1 || isPage(section.record))
        && !reading.sections.path(index).dropFirst().contains { [.scenario, .review, .rollback].contains($0.role) }
    }
    guard let best = sections.max(by: { weight($0.element) < weight($1.element) })?.element.record else { return }
    var rollback = Rollback(line: best.line)
    for child in best.children { take(child, &rollback, best) }
    // "Rollback triggers" under a heading of its own.
    let whens = sections.map(\.element.record).filter { $0.line != best.line && $0.meaning[.criteria] >= 0.5 }
    if rollback.criteria.isEmpty { rollback.criteria = whens.flatMap(said) }
    decide(&rollback)
    runbook.rollback = rollback
  }

  /// A document about rolling back and nothing else.
  private static func isPage(_ record: Record) -> Bool {
    record.meaning[.rollback] >= 0.5 && !record.children.contains { $0.meaning[.severities] >= 0.5 && $0.isHeading }
  }

  private static func weight(_ section: Section) -> Double {
    section.record.meaning[.rollback] * 2 - Double(section.record.headingLevel ?? 6) * 0.3
      + min(2, Double(section.record.endLine - section.record.line) / 10)
  }

  private static func take(_ record: Record, _ rollback: inout Rollback, _ owner: Record) {
    guard record.isSection else {
      if record.shape == .fence || record.isList { options(record, &rollback, owner) }
      return
    }
    if record.meaning[.afterwards] >= 0.5 {
      rollback.afterwards += said(record)
    } else if record.meaning[.criteria] >= 0.5 {
      rollback.criteria += said(record)
    } else if asksWhen(record) {
      rollback.criteria += said(record)
      // What stands below the condition is what is done then.
      let ways = record.children.filter { $0.shape == .fence }
      if !ways.isEmpty { add(owner, ways, &rollback) }
    } else if record.meaning[.notes] >= 0.1, record.shape == .label {
      // A caution stands over the steps of the way that it belongs to.
      add(owner, [record], &rollback)
    } else if record.children.contains(where: { $0.isSection }) {
      let whole = record.children.filter { !$0.isSection }
      if whole.contains(where: { !$0.fences.isEmpty || $0.isList }) { add(record, whole, &rollback) }
      for child in record.children where child.isSection { take(child, &rollback, record) }
    } else if !record.members.isEmpty {
      add(record, record.children, &rollback)
    }
  }

  private static let whens: WordSet = ["when", "if", "wann", "wenn", "quand", "cuando", "quando", "когда"]

  /// "When: error rate over 5 %" over the steps.
  private static func asksWhen(_ record: Record) -> Bool {
    let words = record.nameWords.all
    return record.shape == .label && words.count == 1 && whens.contains(words[0])
  }

  private static func options(_ record: Record, _ rollback: inout Rollback, _ owner: Record) {
    add(owner, [record], &rollback)
  }

  private static func add(_ owner: Record, _ parts: [Record], _ rollback: inout Rollback) {
    var holder = owner
    holder.children = parts
    if parts.count == 1, parts[0].shape == .label { holder.children = [said(parts[0])] + parts[0].children }
    var actions = ActionReader.all(under: holder, .rollback) + ActionReader.manual(holder, .rollback)
    actions.sort { $0.line < $1.line }
    guard !actions.isEmpty else { return }
    let title = ScenarioTitle.withoutNumber(owner.name)
    if let last = rollback.options.indices.last, rollback.options[last].title == title {
      rollback.options[last].actions += actions
    } else {
      rollback.options.append(Rollback.Option(title: title, actions: actions, line: owner.line))
    }
  }

  /// The label's own line as a paragraph.
  private static func said(_ label: Record) -> Record {
    var line = Record(.paragraph, line: label.line)
    line.text = label.text
    line.value = Phrase(label.text, line: label.line)
    return line
  }

  private static func said(_ record: Record) -> [Said] {
    record.statements.filter { $0.text.hasWord && $0.text != record.text && !$0.text.hasSuffix(":") }
      .map { Said($0.text, line: $0.line) }
  }

  /// "Unable to fix within 30 minutes".
  private static func decide(_ rollback: inout Rollback) {
    for criterion in rollback.criteria {
      let words = Words(criterion.text)
      guard words.containsAny(["unable", "cannot", "can't", "cant", "not", "unresolved", "no"]),
        words.containsAny([
          "fix", "resolve", "resolved", "fixed", "resolution", "mitigate", "identified", "found", "restored",
          "progress",
        ]),
        let time = Durations.all(in: words).first
      else { continue }
      rollback.decideAfterMinutes = time.limit
      rollback.decideLine = criterion.line
      return
    }
  }
}
