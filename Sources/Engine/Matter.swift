import Incidents

/// What a situation is about, by its words: whether "security breach suspected" speaks of this incident.
struct Matter: Sendable, Hashable {
  private let words: Set<String>
  private let isSecurity: Bool

  init(_ situation: String) {
    words = Matter.words(of: situation).subtracting(Matter.empty)
    isSecurity = Matter.isSecurity(words)
  }

  /// Whether the situation's words are said in a text, whose own words are given. Security matters are named in many
  /// words; any two of them are one matter.
  func concerns(_ said: Set<String>) -> Bool {
    !words.isEmpty && (words.isSubset(of: said) || (isSecurity && Matter.isSecurity(said)))
  }

  /// Whether the situation's own words are all said. A person who names one situation does not mean another.
  func isSaid(in said: Set<String>) -> Bool { !words.isEmpty && words.isSubset(of: said) }

  static func isSecurity(_ words: Set<String>) -> Bool {
    !words.isDisjoint(with: security) || words.isSuperset(of: ["data", "leak"])
  }

  /// Words in lower case, plural and singular as one.
  static func words(of text: String) -> Set<String> {
    Set(
      Tokens.of(text).map { word in
        word.utf8.count > 3 && word.utf8.last == 115 && !word.hasSuffix("ss") ? String(word.dropLast()) : word
      })
  }

  private static let security: Set<String> = [
    "security", "breach", "breached", "intrusion", "intruder", "compromised", "compromise", "unauthorized",
    "unauthorised", "exploit", "exploited", "hacked", "hack", "hacker", "ransomware", "malware", "phishing",
    "exfiltration", "vulnerability", "cve", "stolen",
  ]
  private static let empty: Set<String> = [
    "or", "and", "if", "the", "a", "an", "of", "in", "is", "are", "for", "any", "all", "with", "to", "on",
    "suspected", "possible", "potential", "confirmed", "concern", "issue", "incident", "problem", "matter", "event",
    "case", "immediate", "immediately", "likely", "detected", "only", "when", "major",
  ]
}
