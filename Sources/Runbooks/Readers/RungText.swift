import Incidents

/// What the words beside a rung say: when it is called, for which severities, what stops it.
struct RungText: Sendable {
  /// Start of the window, or the time after which it is called.
  var after: Double?
  /// End of the window, where there is one.
  var end: Double?
  /// The window has no end: "45+ minutes".
  var open = false
  /// The time that this rung itself has to answer.
  var sla: Double?
  var until: Until = .acknowledged
  /// "Another 10 minutes later": counts from the rung before.
  var isRelative = false
  /// Called, but not by the clock: "next day", "business hours". Nothing is to be reckoned for it.
  var vague = false
  /// The words say themselves what stops it.
  var saysUntil = false
  var severities: [String] = []
  var condition: String?

  private static let unresolved: WordSet = [
    "resolve", "resolved", "unresolved", "resolution", "progress", "lasting", "ongoing", "persist", "persists", "still",
    "exceed", "exceeding", "diagnose", "fix", "fixed", "mitigate", "mitigated", "unmitigated", "cannot", "stuck",
    "gelost",
    "resolvido", "resuelto", "resuelve", "resolve", "losung", "solucao", "solucion", "progreso", "avance", "avanco",
    "resolution", "resolue", "resolu", "решения", "решено", "решён", "устранено", "恢", "khắc", "recovered", "restored",
    "risolto", "risolta", "risolti", "risolte", "last", "continue", "continues", "lasts", "longer", "behoben", "dauert",
    "dure", "persiste", "dura", "длится",
    "продолжается",
  ]
  private static let unanswered: WordSet = [
    "response", "acknowledge", "acknowledged", "unacknowledged", "ack", "answer", "unavailable", "unanswered",
    "unresponsive", "respond", "responding", "responded", "react", "reacts", "answers", "acknowledges", "respuesta",
    "resposta", "reponse", "antwort", "nobody", "quittung", "quittiert", "bestatigung", "подтверждения", "ответа",
    "реакции", "confirmacion", "confirmacao", "acquittement", "ruckmeldung", "picked", "pick",
  ]
  private static let again: WordSet = [
    "another", "further", "additional", "weiteren", "weitere", "otro", "otros", "outro", "outros", "autre", "autres",
    "ещё", "еще", "altri", "再",
  ]
  private static let promises: WordSet = ["sla", "responds", "respond", "slo"]
  private static let silence: WordSet = [
    "no", "not", "doesn't", "without", "doesnt", "if", "fail", "unavailable", "never", "didn't", "nobody", "si", "se",
    "wenn", "sin", "sem", "san", "sans", "ohne", "без", "не", "未", "无", "chưa", "non",
  ]

  init() {}

  /// Whether a text says that nobody answered or that the incident goes on.
  static func isOverdue(_ words: Words) -> Bool { words.containsAny(unresolved) || words.containsAny(unanswered) }

  init(_ text: String, _ scale: SeverityScale) { self.init(Saying(text), scale) }

  init(_ saying: Saying, _ scale: SeverityScale) {
    let (words, durations) = (saying.words, saying.durations)
    severities = scale.mentioned(in: words)
    let silent = words.containsAny(Self.silence)
    if let time = durations.first {
      let start = max(0, time.words.lowerBound - 6)
      isRelative = words.all[safe: time.words.lowerBound - 1].map { Self.again.contains($0) } ?? false
      let near = words.all[start..<min(words.all.count, time.words.upperBound + 3)].map(\.text)
      if !silent, near.contains(where: { Self.promises.contains($0) || $0 == "response" }) {
        sla = time.limit
      } else {
        after = time.low
        end = time.high
      }
    } else if Durations.isImmediate(words) {
      after = 0
    }
    open = durations.first?.open ?? false
    let windowed = end != nil || open
    saysUntil = Self.isOverdue(words) || windowed
    if words.containsAny(Self.unresolved) || windowed { until = .resolved }
    if words.containsAny(Self.unanswered), silent, !words.containsAny(Self.unresolved) { until = .acknowledged }
    condition = Self.condition(words, durations, severities, scale)
  }

  /// Free text that is neither a time nor a severity: what stands behind "or", or the whole where there is no time.
  private static func condition(
    _ words: Words, _ durations: [Duration], _ severities: [String], _ scale: SeverityScale
  ) -> String? {
    let list = words.all
    if let or = list.firstIndex(where: { $0.text == "or" }), or + 1 < list.count, !durations.isEmpty {
      let rest = words.slice(list[or + 1].start, Int.max).stripped("().")
      return Durations.all(in: rest).isEmpty && scale.mentioned(in: rest).isEmpty ? rest : nil
    }
    guard durations.isEmpty, severities.isEmpty else { return nil }
    let text = words.text.stripped("-–—() ")
    return words.containsAny(always) || text.isEmpty ? nil : text
  }

  private static let always = WordSet(
    [
      "all", "any", "always", "alle", "immediately", "immediate", "incident", "every", "24/7", "first",
    ].map(Plural.singular))
}
