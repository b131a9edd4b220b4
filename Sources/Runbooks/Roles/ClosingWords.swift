import Incidents

/// Whether a list of the runbook is about the end of an incident: "Verify", "Before an incident is resolved".
package enum ClosingWords {
  package static func areSaid(in title: String) -> Bool {
    if Lexicon.meaning(of: title)[.verification] >= 0.5 { return true }
    let words = Tokens.of(title)
    // What follows the end is not asked before it.
    guard words.allSatisfy({ !after.contains($0) }) else { return false }
    return words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  private static let stems = [
    "resolv", "resolution", "clos", "recover", "abschlu", "behoben", "schließ", "clôtur", "résol", "cerrar", "cierre",
    "resuelt", "encerra", "chiusura", "risol", "закрыт", "解決", "解决",
  ]
  private static let after: WordSet = [
    "post", "after", "afterwards", "following", "review", "mortem", "postmortem", "nach", "après", "después",
  ]
}
