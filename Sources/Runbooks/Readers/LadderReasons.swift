import Incidents

/// Why a rung under a heading of its own is called: "When to escalate:" or "Escalate if:" over a list of reasons.
enum LadderReasons {
  /// The lines under a rung that state its time.
  static func below(_ record: Record, _ scale: SeverityScale) -> [String] {
    if let timed = timed(record, scale) { return timed }
    return record.members.flatMap { member in
      record.isHeading && member.shape == .label && LadderReader.isLeaving(member.name)
        ? member.members.map(\.text) : [member.text]
    }.filter { !Durations.all(in: $0).isEmpty }
  }

  /// The timed ones of such a list. A reason that any incident may meet says more than those of one severity beside it.
  static func timed(_ record: Record, _ scale: SeverityScale) -> [String]? {
    guard record.isHeading, let list = record.members.first(where: asksWhen) else { return nil }
    let timed = list.members.filter(\.isItem).prefix(Reading.mostMembers).map(\.text).filter {
      !Durations.all(in: $0).isEmpty
    }
    let any = timed.filter { scale.mentioned(in: $0).isEmpty }
    return timed.isEmpty ? nil : any.isEmpty ? timed : any
  }

  private static let escalating: WordSet = [
    "escalate", "escalation", "escalated", "escalar", "escalamiento", "escalonar", "eskalieren", "escalader",
    "эскалировать", "эскалация",
  ]
  private static let asking: WordSet = ["when", "if", "wann", "wenn", "cuando", "quando", "quand", "когда", "если"]

  /// A level without its hours of work: "Hours: 07h–19h" is when somebody is there, not when they are called.
  static func withoutHours(_ step: LadderReader.Step) -> LadderReader.Step {
    var step = step
    step.rung.afterMinutes = nil
    step.text.after = nil
    step.text.end = nil
    step.text.sla = nil
    return step
  }

  /// Whether a text begins with the verb: "escalate to the manager". Somebody was called before.
  static func escalates(_ text: String) -> Bool { Words.head(text, 2).contains { escalating.contains($0) } }

  /// "When to escalate:", "Escalate when:" over a list.
  private static func asksWhen(_ member: Record) -> Bool {
    guard member.shape == .label || member.isItem, member.value.isEmpty, !member.children.isEmpty else { return false }
    let words = member.nameWords
    return words.all.count <= 6 && words.containsAny(escalating) && words.containsAny(asking)
  }
}
