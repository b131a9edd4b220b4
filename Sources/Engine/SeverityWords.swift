import Incidents
import Runbooks

/// Severity names as documents, alerts and people write them: "P0", "p0", "SEV 1", "sev-1", "SEV1", "Critical".
package enum SeverityWords {
  /// The severity of the runbook that a word names, by its name first, then by its label.
  package static func find(_ word: String, in severities: [Severity]) -> Severity? {
    if let exact = severities.first(where: { $0.name == word }) { return exact }
    let key = fold(word)
    guard !key.isEmpty else { return nil }
    return severities.first { fold($0.name) == key }
      ?? severities.first { fold($0.label) == key }
      ?? severities.first { fold($0.name + $0.label) == key }
  }

  /// Whether a fact that names severities applies to this one; a fact that names none applies to all.
  static func cover(_ names: [String], _ severity: String, in severities: [Severity]) -> Bool {
    if names.isEmpty || names.contains(severity) { return true }
    // The reading writes names as its own scale has them; only others need their spelling looked at.
    if names.allSatisfy({ name in severities.contains { $0.name == name } }) { return false }
    let key = fold(severity)
    let label = fold(find(severity, in: severities)?.label ?? "")
    return names.contains { name in
      let name = fold(name)
      return name == key || (!label.isEmpty && name == label)
    }
  }

  /// Letters and digits alone, in lower case, so that "SEV 1" and "sev-1" are one.
  static func fold(_ text: String) -> String { Tokens.folded(text) }
}
