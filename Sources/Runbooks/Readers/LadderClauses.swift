import Incidents

/// Ladders in clauses: "at once the on-call; after 10 minutes, if there is no answer — the lead; after an hour — the CTO",
/// and items that begin with moments: "+5 min (Critical) / +15 min (High): duty engineer".
enum LadderClauses {
  /// The clauses of the labels, items and paragraphs of a section.
  static func read(_ section: Record, _ scale: SeverityScale) -> [LadderReader.Step] {
    section.members.filter { $0.shape == .label || $0.shape == .paragraph || $0.isItem }.flatMap { record in
      let steps = clauses(record.name.isEmpty ? record.text : record.value.text, record.line, scale)
      return named(steps, record.name, scale)
    }
  }

  /// Of each severity of a scale, the field that says whom to call: "Call chain: on-call → lead (10 min)".
  static func fields(_ reading: Reading) -> [LadderReader.Step] {
    members(reading) { $0.shape != .cell }
  }

  /// The same in a column of the scale's table: "On-call + tech lead", "IT manager at 1 hour".
  static func cells(_ reading: Reading) -> [LadderReader.Step] {
    members(reading) { $0.shape == .cell }
  }

  private static func members(_ reading: Reading, _ fits: (Record) -> Bool) -> [LadderReader.Step] {
    reading.scales.flatMap { scale -> [LadderReader.Step] in
      scale.members.flatMap { member -> [LadderReader.Step] in
        guard let name = names(member, reading).first else { return [] }
        guard let field = member.record.field(.escalation, least: 0.5) else {
          return named(paged(member.record).filter { _ in fits(member.record) }, name, reading.scale)
        }
        guard fits(field) else { return [] }
        var holder = Record(.label, line: field.line)
        holder.add(field)
        let steps =
          LadderFences.read(holder, reading.scale) + chain(field, reading.scale) + list(under: field, reading.scale)
        return named(steps, name, reading.scale)
      }
    }
  }

  private static func names(_ member: SeverityReader.Member, _ reading: Reading) -> [String] {
    reading.scale.mentioned(in: member.name.name)
  }

  /// One person is a chain too, where the field is called so.
  private static func chain(_ field: Record, _ scale: SeverityScale) -> [LadderReader.Step] {
    if field.shape == .cell { return column(field, scale) }
    let target = LadderReader.cut(field.value.text)
    guard !field.value.text.holds("→"), People.names(target), target.utf8.count <= 60,
      Words(target).all.count <= 6
    else { return [] }
    return [LadderReader.Step(rung: Rung(target: target, line: field.line), tag: nil, text: RungText())]
  }

  private static let calling: WordSet = ["page", "call", "wake", "paged", "called", "pager"]

  /// "Page: commander + on-call SRE" among what a severity demands: all of them at once.
  private static func paged(_ record: Record) -> [LadderReader.Step] {
    let below = record.children.filter { $0.shape == .label && $0.value.isEmpty }.flatMap(\.fields)
    let fields = (record.fields + below).filter { field in
      let words = field.nameWords.all.filter { $0.kind == .word }
      return field.shape != .row && words.count == 1 && calling.contains(words[0]) && field.value.text.utf8.count <= 160
    }
    return fields.flatMap { field -> [LadderReader.Step] in
      let words = Words(field.value.text)
      guard let first = words.all.first, !DurationWords.denials.contains(first) else { return [] }
      return People.targets(field.value.text).filter(People.names).map { name in
        var text = RungText()
        text.after = 0
        return LadderReader.Step(rung: Rung(target: name, afterMinutes: 0, line: field.line), tag: nil, text: text)
      }
    }
  }

  /// "Escalation:" over a list of people: "- Lead (T+5min)".
  private static func list(under field: Record, _ scale: SeverityScale) -> [LadderReader.Step] {
    guard field.value.isEmpty else { return [] }
    let items = field.members.filter { $0.isItem && People.names($0.name.isEmpty ? $0.text : $0.name) }
    return items.count <= 12 ? items.flatMap { LadderReader.rungs($0, scale) } : []
  }

  private static let things: WordSet = [
    "notification", "chain", "policy", "required", "response", "escalation", "process", "path", "only", "needed",
    "optional", "report",
  ]

  private static func column(_ cell: Record, _ scale: SeverityScale) -> [LadderReader.Step] {
    let text = cell.value.text
    guard text.utf8.count <= 80, !text.holds("→") else { return [] }
    let words = Words(text)
    let dash = words.all.first { $0.text == "-" && !$0.joined }
    let isAtOnce = words.all.first.map { DurationWords.immediate.contains($0) } ?? false
    let who = isAtOnce ? dash.map { words.slice($0.end, Int.max) } ?? text : text
    let said = RungText(text, scale)
    return People.targets(who).filter { name in
      let words = Words(name)
      return People.names(words) && words.all.count <= 5 && !words.containsAny(things)
    }.map { name in
      let rung = Rung(target: name, afterMinutes: said.after ?? said.sla, until: said.until, line: cell.line)
      return LadderReader.Step(rung: rung, tag: nil, text: said, follows: said.after != nil)
    }
  }

  private static func named(_ steps: [LadderReader.Step], _ name: String, _ scale: SeverityScale) -> [LadderReader.Step]
  {
    let severities = scale.mentioned(in: name)
    return steps.map { step in
      var step = step
      if step.rung.severities.isEmpty { step.rung.severities = severities }
      return step
    }
  }

  /// Two clauses or more, each with a time and a person.
  private static func clauses(_ text: String, _ line: Int, _ scale: SeverityScale) -> [LadderReader.Step] {
    guard text.utf8.contains(0x3B), text.utf8.count < 1_000 else { return [] }
    let parts = text.split(separator: ";").map { $0.trimmed }
    let steps = parts.compactMap { clause($0, line, scale) }
    return steps.count >= 2 && steps.count * 2 > parts.count ? steps : []
  }

  private static func clause(_ text: String, _ line: Int, _ scale: SeverityScale) -> LadderReader.Step? {
    let words = Words(text)
    let time = Durations.all(in: words).first
    guard let first = words.all.first, time?.words.lowerBound ?? 0 <= 2,
      time != nil || DurationWords.immediate.contains(first)
    else { return nil }
    let dash = words.all.last { ["-", ":"].contains($0.text) && !$0.joined }
    let start = dash?.end ?? time.map { words.all[$0.words.upperBound - 1].end } ?? first.end
    let name = People.bare(words.slice(start, Int.max).stripped(",. "))
    guard name.hasWord, People.names(name), name.utf8.count <= 80, Words(name).all.count <= 6 else { return nil }
    let said = RungText(text, scale)
    let rung = Rung(
      target: name, afterMinutes: time?.low ?? 0, severities: said.severities, until: said.until, line: line)
    return LadderReader.Step(rung: rung, tag: nil, text: said, follows: true)
  }

  /// The rungs of an item whose head is nothing but moments, each with the severities behind it.
  static func moments(_ record: Record, _ scale: SeverityScale) -> [LadderReader.Step]? {
    guard record.isItem || record.shape == .label, record.text.utf8.count < 200,
      let colon = record.text.lastIndex(of: ":"), colon > record.text.startIndex
    else { return nil }
    let head = Words(record.text[..<colon].trimmed)
    let times = Durations.all(in: head)
    let target = LadderReader.cut(record.text[record.text.index(after: colon)...].trimmed)
    guard times.count >= 2 || times.count == 1 && !scale.mentioned(in: head).isEmpty, times[0].words.lowerBound <= 2,
      !People.names(head), People.names(target),
      target.utf8.count <= 80
    else { return nil }
    return times.enumerated().map { index, time in
      let end = times[safe: index + 1].map { head.all[$0.words.lowerBound].start } ?? Int.max
      let named = scale.mentioned(in: head.slice(head.all[time.words.upperBound - 1].end, end))
      var text = RungText()
      text.after = time.low
      let rung = Rung(target: target, afterMinutes: time.low, severities: named, line: record.line)
      return LadderReader.Step(rung: rung, tag: nil, text: text, follows: true)
    }
  }
}
