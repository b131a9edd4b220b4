import Incidents

/// Items that say first why somebody is called and then whom: "P0 not resolved in an hour: escalate to the CTO",
/// "Alert triggered → on-call engineer", "The alert goes to the primary".
extension LadderReader {
  /// Whom such an item calls: nil where it is none, `.some(nil)` where it names nobody whom every incident calls.
  static func called(_ record: Record, _ name: String) -> String?? {
    if record.name.isEmpty { return (arrowed(name) ?? routed(name) ?? paged(name)).map { .some($0) } ?? nil }
    let words = Words(record.value.text)
    if isMoment(name) || isStart(name) {
      let who = LadderSentences.target(words, inside: true)
      let bare = who ?? People.bare(cut(record.value.text))
      return .some(isTask(bare) ? nil : bare)
    }
    guard People.splitStep(name).step == nil, People.step(name) == nil, !People.names(name) else { return nil }
    guard words.all.indices.prefix(2).contains(where: { LadderSentences.calls(words.all, $0) }), !isRank(name) else {
      return nil
    }
    // "Data leaked: call the security team" is for one kind of incident, and no rung.
    return .some(isAlways(record.nameWords) ? LadderSentences.target(words, inside: true) : nil)
  }

  /// "P0 not resolved in an hour: escalate to the CTO", "T+15m: ...": somebody was called before.
  static func isCalledLater(_ record: Record) -> Bool {
    !record.name.isEmpty && !People.names(record.nameWords)
      && (isMoment(record.name) || RungText.isOverdue(record.nameWords)
        || !Durations.all(in: record.nameWords).isEmpty && LadderReasons.escalates(record.value.text))
  }

  /// A condition that any incident may meet: a severity, a time, no answer, no end.
  private static func isAlways(_ words: Words) -> Bool {
    !Durations.all(in: words).isEmpty || RungText.isOverdue(words) || !SeverityNames.codes(in: words).isEmpty
      || words.all.contains { SeverityNames.grades[$0] != nil }
  }

  /// Nothing but a time: "T+15m".
  static func isMoment(_ text: String) -> Bool {
    let words = Words(text)
    guard let time = Durations.all(in: words).first else { return false }
    return words.all.enumerated().allSatisfy { time.words.contains($0.offset) || $0.element.kind == .mark }
  }

  /// "T+0": the moment itself, when nobody was called before.
  private static func isStart(_ text: String) -> Bool {
    ["t+0", "t0", "t + 0"].contains(text.trimmed.lowercased())
  }

  /// "Alert triggered → on-call engineer": an event, then who is called.
  private static func arrowed(_ text: String) -> String? {
    guard let arrow = text.firstRange(of: "→") ?? text.firstRange(of: "->"), !opens(text) else { return nil }
    let who = People.bare(cut(text[arrow.upperBound...].trimmed))
    guard !People.names(String(text[..<arrow.lowerBound])), People.names(who), who.utf8.count < 60 else { return nil }
    return who
  }

  private static let messages: WordSet = ["alert", "alarm", "page", "alerta", "alerte"]

  /// "PagerDuty alert fires to the primary on-call": what goes out, then to whom.
  private static func routed(_ text: String) -> String? {
    let words = Words(text)
    let list = words.all
    guard !opens(text), let message = list.prefix(4).firstIndex(where: { messages.contains($0) }),
      let to = list[message...].prefix(5).firstIndex(where: { $0.text == "to" }), to > message + 1
    else { return nil }
    let who = People.bare(words.slice(list[to].end, Int.max))
    return People.names(who) && who.utf8.count < 60 ? who : nil
  }

  private static let pagers: WordSet = [
    "pagerduty", "opsgenie", "alertmanager", "victorop", "grafana", "system", "monitoring",
  ]

  /// "PagerDuty calls the primary": the tool, then whom it calls.
  private static func paged(_ text: String) -> String? {
    let words = Words(text)
    guard let tool = words.all.first, pagers.contains(tool),
      words.all.indices.dropFirst().prefix(2).contains(where: { LadderSentences.calls(words.all, $0) })
    else { return nil }
    return LadderSentences.target(words, inside: true)
  }

  private static let tasks: WordSet = [
    "create", "open", "log", "file", "queue", "monitor", "review", "document", "ticket", "backlog", "schedule", "track",
    "acknowledge", "next", "record", "update", "triage", "criar", "crear", "creer", "erstellen", "создать",
  ]

  /// Something to do, or a day, where a name is looked for: "Create ticket", "Next business day".
  static func isTask(_ text: String) -> Bool {
    let words = Words(text)
    guard let first = words.all.first, !People.names(words) else { return false }
    return tasks.contains(first) || Durations.all(in: words).contains(where: \.business)
  }

  /// A person named twice in a row, first by the alert and then with the time to answer, is one rung.
  static func merged(_ steps: [Step]) -> [Step] {
    var result: [Step] = []
    for step in steps {
      guard let last = result.last, !step.follows, last.rung.severities == step.rung.severities,
        Words(last.rung.target).all.map(\.text) == Words(step.rung.target).all.map(\.text),
        last.rung.afterMinutes == nil, last.text.sla == nil
      else {
        result.append(step)
        continue
      }
      result[result.count - 1].text.sla = step.text.sla ?? step.text.after
    }
    return result
  }
}
