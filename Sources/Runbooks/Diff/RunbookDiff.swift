import Incidents

/// What changed between two revisions of a runbook, as facts and not as lines of text.
package enum RunbookDiff {
  /// In the order in which it matters at night. Where no fact differs and the words do, that alone.
  package static func changes(from old: Runbook, to new: Runbook) -> [RunbookChange] {
    let facts = facts(old, new)
    return facts.isEmpty ? DiffWording.change(old, new).map { [$0] } ?? [] : facts
  }

  private static func facts(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    DiffSeverities.changes(old, new) + DiffLadder.changes(old, new) + DiffLadder.rules(old, new)
      + DiffCadence.changes(old, new) + DiffScenarios.changes(old, new) + DiffProcess.changes(old, new)
      + DiffLists.changes(old, new)
  }

  /// Why a new revision must not replace the one in force by itself: it lost what people are paged by. nil where it
  /// may. A file that was cut short reads as a document without a ladder, and nobody would be paged by it.
  package static func loss(from old: Runbook, to new: Runbook) -> String? {
    let lost: [(what: String, line: Int?, gone: Bool)] = [
      ("severities", old.severities.first?.line, !old.severities.isEmpty && new.severities.isEmpty),
      ("escalation ladder", old.escalation.first?.line, !old.escalation.isEmpty && new.escalation.isEmpty),
      ("scenarios", old.scenarios.first?.line, !old.scenarios.isEmpty && new.scenarios.isEmpty),
    ]
    let words = lost.filter(\.gone).map { "its \($0.what)" + ($0.line.map { line in " (was line \(line))" } ?? "") }
    return words.isEmpty ? nil : DiffWords.list(words) + " cannot be found any more"
  }
}

/// Two values as one phrase.
enum DiffWords {
  /// "15 → 20 min", "24 → 48 h", "none → 15 min"
  static func minutes(_ old: Double?, _ new: Double?) -> String {
    guard let old, let new else { return "\(minutes(old)) → \(minutes(new))" }
    let hours = [old, new].allSatisfy { $0 >= 120 && $0.truncatingRemainder(dividingBy: 60) == 0 }
    return hours ? "\(figure(old / 60)) → \(figure(new / 60)) h" : "\(figure(old)) → \(figure(new)) min"
  }

  static func minutes(_ value: Double?) -> String {
    guard let value else { return "none" }
    let hours = value >= 120 && value.truncatingRemainder(dividingBy: 60) == 0
    return hours ? "\(figure(value / 60)) h" : "\(figure(value)) min"
  }

  private static func figure(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    return value == value.rounded() ? String(Int(value)) : String((value * 100).rounded() / 100)
  }

  /// A text of the document, short enough to stand in a sentence.
  static func short(_ text: String) -> String {
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    return line.count <= 80 ? line : line.prefix(79) + "…"
  }

  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
