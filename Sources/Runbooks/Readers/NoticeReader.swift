/// Times within which the law asks that somebody be told. They stand anywhere: in prose, in a table, in the comment of a
/// fence; so every line with a time and a word of law is looked at.
enum NoticeReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    var seen: Set<String> = []
    for (index, line) in reading.source.lines.enumerated() where line.utf8.count < 400 && isNear(line) {
      guard runbook.notices.count < 8, let hours = hours(Words(line)) else { continue }
      let number = index + 1
      let scenario = runbook.scenarios.first { $0.line <= number && number <= $0.endLine }?.title
      guard seen.insert("\(hours) \(scenario ?? "")").inserted else { continue }
      runbook.notices.append(LegalNotice(text: words(line), hours: hours, scenario: scenario, line: number))
    }
  }

  /// Cheap, so that a long document is not read word by word: a figure, and letters of a law or of telling.
  private static func isNear(_ line: String) -> Bool {
    guard line.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    return cues.occur(in: line)
  }

  private static func hours(_ words: Words) -> Double? {
    let told = words.containsAny(telling) && words.containsAny(subjects)
    guard words.containsAny(laws) || told else { return nil }
    // Shorter than an hour is an update to people, longer than a quarter a retention time.
    let time = Durations.all(in: words).first { !$0.every && (60...131_040).contains($0.limit) }
    return time.map { $0.limit / 60 }
  }

  /// Without the marks of a list, a comment or a table.
  private static func words(_ line: String) -> String {
    var text = line.stripped("#-*+>|/[]` ")
    if text.holds("|") { text = text.split(separator: "|").map { $0.trimmed }.joined(separator: ": ") }
    return String(text.prefix(200))
  }

  private static let cues = Letters([
    "gdpr", "dsgvo", "rgpd", "hipaa", "ccpa", "nis2", "dora", "regulat", "authorit", "data protection", "breach",
    "personal data", "lgpd", "pdpa", "behörde", "behÖrde", "meldepflicht", "cnil",
  ])
  private static let laws: WordSet = [
    "gdpr", "dsgvo", "rgpd", "hipaa", "ccpa", "nis2", "dora", "regulator", "regulatory", "authority", "lgpd", "pdpa",
    "aufsichtsbehorde", "behorde", "meldepflicht", "cnil",
  ]
  private static let telling: WordSet = ["notify", "notification", "inform", "report", "notice", "disclose"]
  private static let subjects: WordSet = ["breach", "personal"]
}
