import Incidents

/// What follows where nobody answers, or nothing follows an answer: "Re-page if not acknowledged in 10 minutes", "An
/// acknowledgement expires after 30 minutes".
enum AnswerRuleReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    for statement in reading.statements where statement.text.utf8.count < 400 {
      guard statement.words.containsAny(near), !reading.isInside(statement, [.review, .communication, .scenario])
      else { continue }
      for saying in statement.sayings {
        let words = saying.words
        guard let time = saying.durations.first(where: { !$0.business && !$0.moment }), time.limit >= 1 else {
          continue
        }
        let rule = AnswerRule(
          minutes: time.limit, severities: reading.scale.mentioned(in: words), isRepeated: time.every,
          line: reading.line(of: saying.text, in: statement))
        if isRepage(words) {
          if runbook.repages.count < 16 { runbook.repages.append(rule) }
        } else if isLapse(words) {
          if runbook.lapses.count < 16 { runbook.lapses.append(rule) }
        }
      }
    }
  }

  /// Whoever was paged is paged again; a sentence that calls somebody else is a rung.
  static func isRepage(_ words: Words) -> Bool {
    guard isAgain(words), words.containsAny(answers) else { return false }
    return LadderSentences.target(words, inside: true).map { isSamePerson(Words($0)) } ?? true
  }

  private static let calls: WordSet = [
    "page", "paged", "alert", "notify", "notified", "call", "called", "ring", "ping", "alarmieren", "avisar", "llamar",
    "chamar", "prevenir", "appeler",
  ]

  private static func isAgain(_ words: Words) -> Bool {
    if words.containsAny(again) { return true }
    return words.containsAny(once)
      && words.containsAny(calls)
  }

  private static func isSamePerson(_ target: Words) -> Bool {
    target.containsAny(["same", "them", "him", "her", "person", "responder", "primary", "assignee"])
      || target.contains("on call") || target.contains("on-call") || target.contains("oncall")
  }

  private static func isLapse(_ words: Words) -> Bool {
    words.containsAny(["acknowledgement", "acknowledgment", "ack", "acknowledged", "unacknowledged"])
      && words.containsAny(lapsing)
  }

  private static let near = again.union(once).union(lapsing)
  private static let once: WordSet = [
    "again", "re", "repeat", "repeated", "repeatedly", "erneut", "nuevo", "novo", "nouveau",
  ]
  private static let lapsing: WordSet = [
    "expire", "expired", "lapse", "lapsed", "retrigger", "retriggered", "unacknowledged",
  ]
  private static let again: WordSet = ["repage", "repaged", "renotify", "realert", "reping"]
  private static let answers: WordSet = [
    "acknowledge", "acknowledged", "acknowledgement", "acknowledgment", "ack", "answer", "answered", "respond",
    "response", "responds", "unacknowledged", "quittiert", "bestatigt", "bestatigung", "antwort", "reagiert",
    "respuesta", "responde", "confirma", "resposta", "reponse", "repond",
  ]
}
