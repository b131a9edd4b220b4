import Incidents

/// A ladder told in sentences: "If not acknowledged within 15 minutes, escalate to the team lead."
enum LadderSentences {
  static let verbs: WordSet = [
    "llama", "avisa", "previent", "ligamos", "chamamos", "acionamos", "notifica", "escala", "contacta", "llamamos",
    "avisamos", "escalamos", "aciona", "chama", "ligue",
    "acione", "escale", "avise", "llame", "appelle", "appelez", "previen", "prevenez", "alerte", "alertez", "appelon",
    "вызываем", "звоним", "сообщаем", "уведомляем", "подключаем", "зовём", "зовем", "эскалируем", "chiamare",
    "avvisare", "wake", "ring", "ping", "involve", "envolver", "involucrar", "impliquer", "engajar", "phone",
    "escalate", "page", "notify", "contact", "call", "engage", "inform",
    "notificar", "avisar", "llamar", "escalar",
    "acionar", "chamar", "prevenir", "appeler", "benachrichtigen", "anrufen", "informieren", "alarmieren", "уведомить",
    "вызвать", "позвонить",
  ]

  private static let closing: WordSet = [
    "anrufen", "benachrichtigen", "informieren", "alarmieren", "verstandigen", "rufen",
  ]

  static func read(_ reading: Reading) -> [LadderReader.Step] {
    var steps: [LadderReader.Step] = []
    var opening: LadderReader.Step?
    var beside: [LadderReader.Step] = []
    for statement in reading.statements {
      let inside = isInside(statement, reading)
      guard speaks(statement.words, inside: inside) else { continue }
      if statement.isRow || reading.isInside(statement, [.review, .rollback]) { continue }
      // Among what is told to whom, only "escalate to" calls somebody.
      if reading.isInside(statement, [.communication]), !statement.words.contains("escalate") { continue }
      if reading.isInScenario(statement), !inside { continue }
      for (saying, line) in statement.sayings.flatMap({ placed($0, statement, reading) }) {
        if AnswerRuleReader.isRepage(saying.words) || isSituation(saying) { continue }
        if inside,
          let step = LadderSpoken.step(saying, reading.scale, line)
            ?? LadderPassive.step(saying, reading.scale, line: line)
        {
          steps.append(step)
          continue
        }
        if steps.isEmpty, beside.isEmpty, opening == nil {
          opening = (inside ? first(saying, reading, statement) : nil) ?? silent(saying.words, line)
        }
        guard let step = told(saying, inside: inside, reading.scale, line) else { continue }
        if inside { steps.append(step) } else { beside.append(step) }
      }
    }
    // What the section on escalation tells is the ladder; a step elsewhere that calls somebody is for its own case.
    if steps.count(where: LadderReader.isTimed) < 2 { steps += beside }
    return ordered(steps, opening)
  }

  /// By their times, whom the alert calls first.
  private static func ordered(_ told: [LadderReader.Step], _ opening: LadderReader.Step?) -> [LadderReader.Step] {
    var steps = told
    if let opening, !steps.isEmpty, !steps.contains(where: { $0.rung.target == opening.rung.target }) {
      steps.insert(opening, at: 0)
    }
    return steps.enumerated().sorted {
      ($0.element.rung.afterMinutes ?? 0, $0.offset) < ($1.element.rung.afterMinutes ?? 0, $1.offset)
    }.map(\.element)
  }

  /// Whom a verb of calling names, with the sentence's time.
  private static func told(_ saying: Saying, inside: Bool, _ scale: SeverityScale, _ line: Int) -> LadderReader.Step? {
    let words = saying.words
    // "Escalate at once to the child safety officer" in the course of one kind of incident is no rung of any other.
    guard !saying.durations.isEmpty || inside && Durations.isImmediate(words),
      let target = target(words, inside: inside || isOverdue(words)) ?? (inside ? elliptic(words) : nil)
    else { return nil }
    let text = RungText(saying, scale)
    let rung = Rung(
      target: target, afterMinutes: text.after ?? text.sla, severities: text.severities, until: text.until, line: line)
    return LadderReader.Step(rung: rung, tag: nil, text: text, follows: true)
  }

  /// Whether somebody is called at all.
  private static func speaks(_ words: Words, inside: Bool) -> Bool {
    words.containsAny(verbs)
      || inside && (words.containsAny(LadderPassive.verbs) || LadderSpoken.speaks(words) || elliptic(words) != nil)
  }

  /// "If data leaked, call the security lead at once": for one kind of incident, and no rung.
  private static func isSituation(_ saying: Saying) -> Bool {
    let words = saying.words
    guard saying.durations.isEmpty, LadderReader.opens(words.text) || words.all.first?.text == "bei" else {
      return false
    }
    return Durations.isImmediate(words) && !RungText.isOverdue(words)
  }

  /// Under a heading about escalation, whatever else it is about: "Procedure 2: Escalation Workflow".
  private static func isInside(_ statement: Statement, _ reading: Reading) -> Bool {
    if reading.isInside(statement, [.escalation]) { return true }
    let heading = reading.sections.path(statement.section).first { $0.record.isHeading }?.record
    if let heading, LadderReader.asksWho(heading) { return true }
    return heading.map { $0.headingLevel != 1 && $0.meaning[.escalation] >= 0.25 } ?? false
  }

  /// "PagerDuty pages the on-call engineer": whom an alert calls, before anybody waits for an answer.
  private static func first(_ saying: Saying, _ reading: Reading, _ statement: Statement) -> LadderReader.Step? {
    let words = saying.words
    guard saying.durations.isEmpty, words.all.contains(where: { paging.contains($0) }), !LadderReader.opens(words.text),
      reading.scale.mentioned(in: words).isEmpty,
      let target = target(words, inside: true)
    else { return nil }
    let line = reading.line(of: words.text, in: statement)
    return LadderReader.Step(rung: Rung(target: target, line: line), tag: nil, text: RungText())
  }

  /// "If the platform on-call does not answer in 10 minutes, ...": who was called before anybody else.
  private static func silent(_ words: Words, _ line: Int) -> LadderReader.Step? {
    let list = words.all
    guard LadderReader.opens(words.text), let verb = list.firstIndex(where: { refusing.contains($0) }), verb >= 2,
      verb <= 8
    else { return nil }
    let name = People.bare(words.slice(list[1].start, list[verb].start))
    guard name.hasWord, People.names(name), Durations.all(in: name).isEmpty else { return nil }
    return LadderReader.Step(rung: Rung(target: name, line: line), tag: nil, text: RungText())
  }

  private static let refusing: WordSet = [
    "doe", "does", "doesn't", "doesnt", "hasn't", "hasnt", "has", "no", "ne", "não", "nao", "не",
  ]

  private static let paging: WordSet = [
    "page", "call", "alert", "ring", "wake", "appelle", "appelez", "llama", "llamamos", "chama", "chamamos",
    "acionamos",
    "вызываем", "звоним", "anrufen", "rufen",
  ]

  /// "If nobody reacts within 10 minutes" speaks of escalation wherever it stands.
  private static func isOverdue(_ words: Words) -> Bool {
    LadderReader.opens(words.text) && words.all.count <= 40 && RungText.isOverdue(words)
  }

  /// The clauses of a sentence, each on the line where the sentence begins: looking for each would read it again.
  private static func placed(_ saying: Saying, _ statement: Statement, _ reading: Reading) -> [(Saying, Int)] {
    let line = reading.line(of: saying.text, in: statement)
    return clauses(saying).map { ($0, line) }
  }

  /// "Escalate to A after 20 minutes, and to B after 90": each person with the time of its own.
  private static func clauses(_ saying: Saying) -> [Saying] {
    let parts = clauses(saying.text)
    return parts.count == 1 ? [saying] : parts.map { Saying($0) }
  }

  private static func clauses(_ sentence: String) -> [String] {
    for mark in [", and to ", " and to ", ", then to ", ", to ", ", and the ", " and the ", ", then the ", ", the "] {
      guard let range = sentence.firstRange(of: mark) else { continue }
      let head = sentence[..<range.lowerBound].trimmed
      let tail = counted(sentence[range.upperBound...].stripped(". "), as: head)
      guard !Durations.all(in: head).isEmpty, !Durations.all(in: tail).isEmpty,
        Words(head).containsAny(verbs)
      else { continue }
      return [head] + clauses("escalate to " + tail)
    }
    return [sentence]
  }

  /// "The lead after 10 minutes and the manager after 20": the second counts as the first does.
  private static func counted(_ tail: String, as head: String) -> String {
    let words = Words(tail).all
    guard words.count >= 2, words[words.count - 1].kind == .number, openers.contains(words[words.count - 2]),
      Durations.all(in: tail).isEmpty
    else { return tail }
    let spoken = Words(head)
    guard let unit = Durations.all(in: spoken).last.flatMap({ spoken.all[safe: $0.words.upperBound - 1] }),
      unit.kind == .word
    else { return tail }
    return tail + " " + unit.text
  }

  private static let openers: WordSet = [
    "after", "at", "then", "nach", "tra", "apre", "apo", "через", "despue", "depoi", "a",
  ]

  /// "..., after 60 minutes, the head of platform": the verb stands in the clause before.
  private static func elliptic(_ words: Words) -> String? {
    guard let opener = words.all.first, openers.contains(opener),
      let time = Durations.all(in: words).first, time.words.lowerBound <= 3, words.all.count <= 14,
      let next = words.all[safe: time.words.upperBound]
    else { return nil }
    let target = People.bare(words.slice(next.text == "," ? next.end : next.start, Int.max))
    return target.hasWord && People.names(target) && Words(target).all.count <= 6 ? target : nil
  }

  /// Whether a word tells to call somebody; in "on-call" it does not.
  static func calls(_ words: [Words.Word], _ index: Int) -> Bool {
    guard verbs.contains(words[index]) else { return false }
    guard words[index].text == "call" else { return true }
    let before = words[..<index].last { $0.text != "-" }
    return before?.text != "on"
  }

  /// The first person or role that a verb of calling names; outside a section on escalation only "escalate" counts.
  static func target(_ words: Words, inside: Bool) -> String? {
    if inside, let last = words.all.last(where: { $0.kind == .word }), closing.contains(last) {
      // German puts the verb last: "..., den Schichtleiter anrufen".
      let comma = words.all.last { $0.text == "," && $0.end <= last.start }
      let target = People.bare(words.slice(comma?.end ?? 0, last.start))
      if target.hasWord, People.names(target), Words(target).all.count <= 5 { return target }
    }
    for (index, word) in words.all.enumerated() where calls(words.all, index) && (inside || word.text == "escalate") {
      let target = People.bare(words.slice(word.start, Int.max))
      let named = People.names(target) || People.step(target) != nil
      if target.hasWord, target.utf8.count < 60, named, Words(target).all.count <= 7 { return target }
    }
    return nil
  }
}
