import Incidents

/// Rungs that a sentence names without telling to call them: "the duty manager is paged", "after that it goes to the lead".
enum LadderPassive {
  private static let auxiliaries: WordSet = ["is", "are", "get", "be", "will", "must", "should", "was"]
  private static let called: WordSet = [
    "called", "paged", "notified", "informed", "alerted", "contacted", "engaged", "involved", "woken", "added",
    "phoned",
    "rung", "pulled", "brought",
  ]
  /// What somebody does who is called without the sentence saying so.
  private static let comes: WordSet = ["join", "receive", "take"]
  static let verbs: WordSet = called.union(comes).union(["goe", "go", "has", "have"]).union(participles)
  /// "Called", "paged", "alerted".
  static func calls(_ word: Words.Word) -> Bool { called.contains(word) }

  private static let then: WordSet = ["then", "next", "afterward", "that", "after", "first"]

  /// The rung of a sentence; nil where it names nobody, or neither a time nor an order.
  static func step(_ saying: Saying, _ scale: SeverityScale, line: Int) -> LadderReader.Step? {
    guard let (whole, owns) = target(saying.words), People.names(whole) else { return nil }
    let bare = People.bare(whole)
    let target = People.names(bare) ? bare : whole
    let timed = !saying.durations.isEmpty || Durations.isImmediate(saying.words)
    guard timed || saying.words.containsAny(then) else { return nil }
    var text = RungText(saying, scale)
    if owns {
      // "The primary has ten minutes to acknowledge": the time is its own.
      text.sla = text.sla ?? text.after
      text.after = nil
    }
    let after = text.after ?? (owns ? nil : text.sla)
    let rung = Rung(target: target, afterMinutes: after, severities: text.severities, until: text.until, line: line)
    return LadderReader.Step(rung: rung, tag: nil, text: text, follows: !owns && after != nil)
  }

  private static let participles: WordSet = [
    "angerufen", "informiert", "benachrichtigt", "alarmiert", "gerufen", "verstandigt", "hinzugezogen", "geweckt",
    "eingeschaltet", "kontaktiert", "einbezogen", "unterrichtet", "einberufen", "verstaendigt", "gewarnt",
  ]

  /// "..., wird die Teamleitung angerufen": German puts the verb last.
  static func german(_ words: Words) -> String? {
    guard let last = words.all.lastIndex(where: { $0.kind == .word }), participles.contains(words.all[last]),
      let verb = words.all[..<last].lastIndex(where: { ["wird", "werden"].contains($0.text) }), verb + 1 < last
    else { return nil }
    let name = People.bare(words.slice(words.all[verb + 1].start, words.all[last - 1].end))
    return name.hasWord && name.utf8.count < 60 ? name : nil
  }

  /// Who is called, without asking when.
  static func name(_ words: Words) -> String? {
    target(words).flatMap { People.names($0.0) ? $0.0 : nil }
  }

  /// Who it is, and whether the time in the sentence is theirs to answer.
  private static func target(_ words: Words) -> (String, Bool)? {
    if let name = german(words) { return (name, false) }
    let list = words.all
    for index in list.indices where list[index].kind == .word {
      let text = list[index].text
      if called.contains(text), index > 0, auxiliaries.contains(list[index - 1]) {
        let first = list[..<index].lastIndex { !auxiliaries.contains($0) } ?? 0
        return subject(words, before: first + 1).map { ($0, false) }
      }
      if comes.contains(text), let name = subject(words, before: index) { return (name, false) }
      if ["goe", "go", "escalate", "pass", "move"].contains(text), list[safe: index + 1]?.text == "to" {
        let name = People.bare(words.slice(list[index + 1].end, Int.max))
        return name.hasWord ? (name, false) : nil
      }
      if ["has", "have"].contains(text), Durations.all(in: words).first?.words.lowerBound == index + 1 {
        return subject(words, before: index).map { ($0, true) }
      }
    }
    return nil
  }

  private static let clauseEnds: WordSet = ["the", "then", "that", "our", "also", "and", "minute", "hour"]

  /// The words before a verb back to the comma or the start of the clause.
  private static func subject(_ words: Words, before verb: Int) -> String? {
    let list = words.all
    var start = verb
    while start > 0, list[start - 1].kind != .mark || list[start - 1].text == "-" || list[start - 1].text == "/",
      verb - start < 7, !clauseEnds.contains(list[start - 1]) || describes(list, before: start - 1)
    {
      start -= 1
    }
    guard start < verb else { return nil }
    let name = words.slice(list[start].start, list[verb - 1].end)
    return name.hasWord ? name : nil
  }

  /// "The manager for the owning team": the article belongs to what describes the name.
  private static func describes(_ list: [Words.Word], before article: Int) -> Bool {
    list[article].text == "the" && list[safe: article - 1].map { ["for", "of", "from"].contains($0.text) } ?? false
  }
}
