import Incidents

/// A ladder told in sentences: "If not acknowledged within 15 minutes, escalate to the team lead."
enum LadderSentences {
  static let verbs: Set<String> = [
    "llama", "avisa", "notifica", "escala", "contacta", "llamamos", "avisamos", "escalamos", "aciona", "chama", "ligue",
    "acione", "escale", "avise", "llame", "appelle", "appelez", "previen", "prevenez", "alerte", "alertez", "appelon",
    "вызываем", "звоним", "сообщаем", "уведомляем", "подключаем", "зовём", "зовем", "эскалируем", "chiamare",
    "avvisare", "wake", "ring", "phone", "escalate", "page", "notify", "contact", "call", "engage", "inform",
    "notificar", "avisar", "llamar", "escalar",
    "acionar", "chamar", "prevenir", "appeler", "benachrichtigen", "anrufen", "informieren", "alarmieren", "уведомить",
    "вызвать", "позвонить",
  ]

  private static let closing: Set<String> = [
    "anrufen", "benachrichtigen", "informieren", "alarmieren", "verstandigen", "rufen",
  ]

  static func read(_ reading: Reading) -> [LadderReader.Step] {
    var steps: [LadderReader.Step] = []
    for statement in reading.statements {
      let inside = reading.isInside(statement, [.escalation])
      let spoken =
        statement.words.containsAny(verbs)
        || inside && (statement.words.containsAny(LadderPassive.verbs) || elliptic(statement.words) != nil)
      guard spoken else { continue }
      if statement.isRow || reading.isInside(statement, [.review, .communication, .rollback]) { continue }
      if reading.isInScenario(statement), !inside { continue }
      for sentence in statement.sentences.flatMap(clauses) {
        let words = Words(sentence)
        if AnswerRuleReader.isRepage(words) { continue }
        if inside, let step = LadderPassive.step(words, reading.scale, line: reading.line(of: sentence, in: statement))
        {
          steps.append(step)
          continue
        }
        guard !Durations.all(in: words).isEmpty || Durations.isImmediate(words),
          let target = target(words, inside: inside || isOverdue(words)) ?? (inside ? elliptic(words) : nil)
        else { continue }
        let text = RungText(sentence, reading.scale)
        let rung = Rung(
          target: target, afterMinutes: text.after ?? text.sla, severities: text.severities, until: text.until,
          line: reading.line(of: sentence, in: statement))
        steps.append(LadderReader.Step(rung: rung, tag: nil, text: text, follows: true))
      }
    }
    return steps.enumerated().sorted {
      ($0.element.rung.afterMinutes ?? 0, $0.offset) < ($1.element.rung.afterMinutes ?? 0, $1.offset)
    }.map(\.element)
  }

  /// "If nobody reacts within 10 minutes" speaks of escalation wherever it stands.
  private static func isOverdue(_ words: Words) -> Bool {
    LadderReader.opens(words.text) && words.all.count <= 40 && RungText.isOverdue(words)
  }

  /// "Escalate to A after 20 minutes, and to B after 90": each person with the time of its own.
  private static func clauses(_ sentence: String) -> [String] {
    for mark in [", and to ", " and to ", ", then to ", ", to "] {
      guard let range = sentence.firstRange(of: mark) else { continue }
      let head = sentence[..<range.lowerBound].trimmed
      let tail = sentence[range.upperBound...].trimmed
      guard !Durations.all(in: head).isEmpty, !Durations.all(in: tail).isEmpty,
        Words(head).containsAny(verbs)
      else { continue }
      return [head] + clauses("escalate to " + tail)
    }
    return [sentence]
  }

  /// "..., after 60 minutes, the head of platform": the verb stands in the clause before.
  private static func elliptic(_ words: Words) -> String? {
    let openers: Set<String> = ["after", "at", "then", "nach", "tra", "apre", "apo", "через", "despue", "depoi", "a"]
    guard let opener = words.all.first, openers.contains(opener.text),
      let time = Durations.all(in: words).first, time.words.lowerBound <= 3, words.all.count <= 14,
      let next = words.all[safe: time.words.upperBound]
    else { return nil }
    let target = People.bare(words.slice(next.text == "," ? next.end : next.start, Int.max))
    return target.hasWord && People.names(target) && Words(target).all.count <= 6 ? target : nil
  }

  /// The first person or role that a verb of calling names; outside a section on escalation only "escalate" counts.
  static func target(_ words: Words, inside: Bool) -> String? {
    if inside, let last = words.all.last(where: { $0.kind == .word }), closing.contains(last.text) {
      // German puts the verb last: "..., den Schichtleiter anrufen".
      let comma = words.all.last { $0.text == "," && $0.end <= last.start }
      let target = People.bare(words.slice(comma?.end ?? 0, last.start))
      if target.hasWord, People.names(target), Words(target).all.count <= 5 { return target }
    }
    for word in words.all where verbs.contains(word.text) && (inside || word.text == "escalate") {
      let target = People.bare(words.slice(word.start, Int.max))
      let named = People.names(target) || People.step(target) != nil
      if target.hasWord, target.utf8.count < 60, named, Words(target).all.count <= 7 { return target }
    }
    return nil
  }
}
