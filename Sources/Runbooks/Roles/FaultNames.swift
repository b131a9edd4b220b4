/// Names of what breaks, without anything that says that an incident is meant: "Database failure", "DDoS attack".
enum FaultNames {
  private static let faults: WordSet = [
    "down", "failure", "failing", "outage", "corruption", "corrupted", "compromise", "compromised", "halt", "missed",
    "split", "leak", "leaked", "loss", "exhausted", "exhaustion", "slow", "stuck", "unavailable", "error",
    "timeout", "crash", "crashing", "degraded", "degradation", "breach", "expired", "expiry", "lag", "backlog",
    "unreachable", "unhealthy", "oom", "spike", "attack", "ddos", "overload", "5xx", "broken", "caido", "caida",
    "falla", "fallo", "falha", "queda", "indisponivel", "panne", "indisponible", "ausfall", "storung", "сбой",
    "недоступен", "недоступна", "отказ", "障", "failed", "overheating",
    "offline", "unresponsive", "frozen", "hung", "hanging", "deadlock", "saturated", "oomkilled", "crashloopbackoff",
    "disconnected", "locked", "flapping", "stalled", "throttled", "rejecting", "starved", "desync",
    "недоступность", "утечка", "потеря", "ошибка", "ошибки", "взлом", "атака", "fuite", "erreur", "attaque", "fuga",
    "vazamento", "erro", "lentidao", "ataque", "indisponibilidade", "fehler", "datenleck", "angriff", "lenteur",
  ]

  /// Words of a fault beside surer ones; alone they may name a part of any process.
  private static let weaker: WordSet = [
    "not", "cannot", "can't", "won't", "issue", "problem", "misrouting", "missing", "wrong", "high", "stale",
    "duplicate", "inconsistent", "mismatch", "drift", "no", "rejected", "blocked", "unauthorized", "unauthorised",
    "suspicious", "suspected", "conflict", "impossible", "проблема", "проблемы", "problema", "probleme", "stuck",
  ]

  /// What is done about any fault: "Breach assessment", "Outage notification".
  private static let paperwork: WordSet = [
    "assessment", "notification", "reporting", "requirement", "policy", "template", "checklist", "report", "testing",
    "drill", "prevention", "training", "budget", "handling", "code", "mode", "log", "logging", "tracking",
  ]

  /// Whether a heading is named by a fault; in brackets it only says which case is meant.
  static func name(_ record: Record) -> Bool {
    let words = outside(record.nameWords)
    if isPaperwork(words) { return false }
    // "Disk full", not "Full backup".
    return words.contains { faults.contains($0) } || words.last?.text == "full"
  }

  static func suggests(_ record: Record) -> Bool {
    let words = outside(record.nameWords)
    return name(record)
      || words.contains { weaker.contains($0) } && !isPaperwork(words)
  }

  /// "Breach assessment", but not "Log shipper unavailable", which ends with what is wrong.
  private static func isPaperwork(_ words: ArraySlice<Words.Word>) -> Bool {
    guard let place = words.firstIndex(where: { paperwork.contains($0) }) else { return false }
    return place == words.startIndex || !(words.last.map { faults.contains($0) } ?? false)
  }

  private static func outside(_ words: Words) -> ArraySlice<Words.Word> {
    words.all.prefix { $0.text != "(" || $0.start == 0 }
  }

  /// A heading "Security incident response" over headings most of which are named by faults, each with something under it.
  static func isGroup(_ record: Record) -> Bool {
    // "Common investigation paths" are looked along in any incident.
    guard let level = record.headingLevel, level > 1,
      record.meaning.best([.diagnosis, .detection, .verification, .prevention]) < 0.3
    else { return false }
    let headings = record.children.filter(\.isHeading)
    // Under "Security incidents" a weaker word is enough beside a sure one.
    let words = record.nameWords.all.filter { $0.kind == .word }
    let told =
      words.last.map { ["incident", "emergency", "outage", "issue", "problem"].contains($0.text) } ?? false
      && words.count > 1
    guard headings.contains(where: name) else { return false }
    let named = headings.count {
      (told ? suggests($0) : name($0)) && !$0.members.isEmpty && !$0.children.contains(where: \.isHeading)
        && Durations.all(in: $0.nameWords).isEmpty
    }
    return named >= 2 && named * 3 >= headings.count * 2
  }
}
