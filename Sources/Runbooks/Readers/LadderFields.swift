/// What stands among the rungs of a ladder and is none: fields of the section, and whom certain reasons call.
enum LadderFields {
  private static let things: [Concept] = [
    .contacts, .links, .scenarios, .services, .commands, .healthCheck, .statusPage,
  ]
  private static let card: [Concept] = [
    .via, .person, .role, .when, .after, .time, .duties, .response, .onCall, .contacts,
  ]

  /// "War room: <link>", "Contact:" over a list, "Service owners:" over a list of services: nobody is called so.
  static func isOne(_ record: Record) -> Bool {
    guard record.shape == .label || record.isItem, !record.name.isEmpty, Durations.all(in: record.text).isEmpty else {
      return false
    }
    // "Pager/Phone: <TBD>" is a way, not somebody.
    if record.meaning[.via] >= 0.9, !People.names(record.nameWords), !People.names(record.value.text) { return true }
    if record.meaning.best(things) >= 0.9 { return record.value.isEmpty || !People.names(record.value.text) }
    if record.value.isEmpty { return isIndex(record) }
    return !People.names(record.nameWords) && record.value.links.contains { $0.url.hasPrefix("http") }
  }

  /// A list of things with somebody for each, not the card of one person: "Payments: @payments-team".
  private static func isIndex(_ record: Record) -> Bool {
    let items = record.members.filter(\.isItem)
    let named = items.filter { !$0.name.isEmpty && $0.value.text.hasWord }
    return named.count >= 2 && named.count == items.count && !named.contains { $0.meaning.best(card) >= 0.5 }
      && named.allSatisfy { People.names($0.value.text) } && named.contains { !People.names($0.nameWords) }
  }

  /// What somebody is called for, behind the way to reach them: "VP: [phone] - For major incidents". No time calls them.
  static func purpose(_ record: Record) -> String? {
    guard record.isItem, !record.name.isEmpty, People.names(record.nameWords) else { return nil }
    let text = record.value.text
    guard let dash = [" - ", " – ", " — "].compactMap({ text.firstRange(of: $0) }).first else { return nil }
    let reason = text[dash.upperBound...].trimmed
    let words = Words(reason)
    guard words.all.first?.text == "for", Reach.isWay(text[..<dash.lowerBound].trimmed),
      Durations.all(in: words).isEmpty,
      SeverityNames.codes(in: words).isEmpty, words.all.count > 1
    else { return nil }
    return words.slice(words.all[0].end, Int.max)
  }

  private static let closers: WordSet = ["if", "when", "si", "se", "wenn", "falls", "bei", "cuando", "quando", "quand"]

  /// Whom a head such as "Escalate to the security team if:" calls, for each of the reasons listed under it.
  static func reasons(_ record: Record) -> String? {
    guard record.isSection, record.value.isEmpty else { return nil }
    let words = record.nameWords.all.filter { $0.kind == .word }
    guard let last = words.last, closers.contains(last), LadderSentences.calls(words, 0) else { return nil }
    return LadderSentences.target(record.nameWords, inside: true)
  }
}
