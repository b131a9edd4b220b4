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
  }
  struct Ladder: Sendable {
    var steps: [Step]
    var score: Double
  }

  /// Fills in the ladder; returns its rungs' names by their places ("l2").
  static func read(_ reading: Reading, into runbook: inout Runbook) -> [String: String] {
    var ladders: [Ladder] = []
    for (index, section) in reading.sections.all.enumerated() {
      guard let weight = weight(reading, index) else { continue }
      for child in section.record.children where child.shape == .table && child.children.count <= Reading.mostMembers {
        ladders += LadderTables.read(child, reading.scale).map { scored($0, weight) }
      }
      for collection in section.record.collections
      where collection.first?.shape != .row && collection.count <= Reading.mostMembers {
        ladders.append(scored(collection.flatMap { rungs($0, reading.scale) }, weight - loss(collection)))
      }
      ladders.append(scored(LadderFences.read(section.record, reading.scale), weight))
      for fence in section.record.children {
        for list in fence.code.map(YAMLRecords.lists) ?? [] {
          ladders.append(scored(list.compactMap { LadderTables.rung($0, reading.scale, bare: true) }, weight))
        }
      }
    }
    let best = ladders.filter { $0.steps.count >= 2 && $0.score > 2 }.max { $0.score < $1.score }
    var steps = best?.steps ?? LadderSentences.read(reading)
    LadderTimes.complete(&steps, &runbook)
    runbook.escalation = steps.map(\.rung)
    let places = steps.compactMap { step in step.tag.map { ($0, step.rung.target) } }
    return Dictionary(places, uniquingKeysWith: { first, _ in first })
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
    return weight > 0.7 ? weight : nil
  }

  private static func loss(_ collection: [Record]) -> Double {
    let named = collection.filter { People.names($0.name.isEmpty ? $0.text : $0.name + " " + $0.value.text) }.count
    return 3 * Double(collection.count - named) / Double(max(1, collection.count))
  }

  private static func scored(_ steps: [Step], _ weight: Double) -> Ladder {
    guard !steps.isEmpty else { return Ladder(steps: [], score: 0) }
    let count = Double(steps.count)
    let timed = Double(steps.filter { $0.text.after != nil || $0.text.sla != nil }.count)
    let people = Double(steps.filter { People.names($0.rung.target) }.count)
    let tagged = steps.contains { $0.tag != nil } ? 1.0 : 0
    return Ladder(
      steps: steps,
      score: weight + 2 * timed / count + 2 * people / count + tagged + 0.1 * min(count, 6) - (people == 0 ? 3 : 0))
  }

  /// A record as a rung, or as one for each person under "Level 2 (15-30 minutes)".
  private static func rungs(_ record: Record, _ scale: SeverityScale) -> [Step] {
    if let step = step(record, scale) { return [step] }
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
    let below = record.members.map(\.text)
    guard let (target, tag) = target(record) else { return nil }
    // Of a heading, the bullets hold the time; a duty such as "resolves most issues" is not a condition.
    let timed = below.filter { !Durations.all(in: $0).isEmpty }
    let name = record.name.isEmpty ? record.text : record.name + " " + beside
    var text = RungText(([name] + timed).joined(separator: "; "), scale)
    if record.isHeading { text.condition = nil } else { text.condition = condition(record, target, scale) ?? nil }
    let contact = record.fields.filter { $0.meaning[.via] >= 0.5 }.map(\.value.text)
    let rung = Rung(
      target: target, via: contact, afterMinutes: text.after, severities: text.severities, until: text.until,
      condition: text.condition, line: record.line)
    return Step(rung: rung, tag: tag, text: text, follows: isCondition(record) || opens(record.text))
  }

  private static func condition(_ record: Record, _ target: String, _ scale: SeverityScale) -> String? {
    let text = record.text
    guard let open = text.firstIndex(where: { $0 == "(" }), let close = text.lastIndex(where: { $0 == ")" }),
      open < close
    else { return nil }
    return RungText(String(text[text.index(after: open)..<close]), scale).condition
  }

  /// Who the rung is, without its place in the ladder.
  static func target(_ record: Record) -> (String, String?)? {
    var name = record.name.isEmpty ? record.text : record.name
    name = ScenarioTitle.withoutNumber(name)
    if isCondition(record) {
      let called = People.bare(record.value.text)
      return called.hasWord && People.names(called) ? (called, nil) : nil
    }
    if record.name.isEmpty, opens(name) {
      return LadderSentences.target(Words(name), inside: true).map { ($0, nil) }
    }
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
    let external: Set<String> = ["external", "vendor", "provider", "third"]
    if Words(name).containsAny(external), record.isHeading { return nil }
    let target = record.name.isEmpty ? People.bare(cut(name)) : cut(name)
    return target.hasWord && target.utf8.count <= 80 ? (target, tag) : nil
  }

  /// "If no response in 10 minutes: page the secondary" names the condition first.
  private static func isCondition(_ record: Record) -> Bool {
    !record.name.isEmpty && record.value.text.hasWord && opens(record.name)
  }

  /// Whether a text begins with a condition.
  static func opens(_ text: String) -> Bool { Words(text).all.first.map { openers.contains($0.text) } ?? false }

  private static let openers: Set<String> = [
    "if", "when", "after", "unless", "once", "no", "not", "still", "unresolved", "nobody", "noone", "without", "should",
    "si", "se", "wenn", "fall", "falls", "nach", "если", "при", "nếu", "如", "若",
  ]

  /// A word for a place in the ladder that is nobody's role: "Executive: CTO", "First: on-call".
  private static func isRank(_ name: String) -> Bool {
    let ranks: Set<String> = [
      "executive", "first", "second", "third", "fourth", "final", "next", "escalation", "initial",
    ]
    return Words(name).all.first.map { ranks.contains($0.text) } ?? false
  }

  /// Up to the bracket or dash that begins the remark.
  static func cut(_ text: String) -> String {
    var end = text.endIndex
    for mark in [" (", " - ", " – ", " — ", " → ", ": ", ";", " [", " after ", " if "] {
      if let range = text.firstRange(of: mark), range.lowerBound < end, range.lowerBound > text.startIndex {
        end = range.lowerBound
      }
    }
    return text[..<end].stripped("*:.,- ")
  }
}
