import Incidents

/// Lines that read otherwise where no fact does: people read them too.
enum DiffWording {
  /// Where both have the same facts. nil where only blanks or the order of lines differ.
  static func change(_ old: Runbook, _ new: Runbook) -> RunbookChange? {
    let (gone, fresh) = (lines(of: old, notIn: new), lines(of: new, notIn: old))
    let count = max(gone.count, fresh.count)
    guard count > 0 else { return nil }
    let first = fresh.first.map { "now “\(DiffWords.short(text($0, new)))”" }
    let said = first ?? gone.first.map { "“\(DiffWords.short(text($0, old)))” is gone" } ?? ""
    let how = count == 1 ? "in one line: \(said)" : "in \(count) lines, the first: \(said)"
    return RunbookChange("Only the wording, \(how)", before: gone.first, after: fresh.first)
  }

  /// Numbers of the lines that the other does not have, blank ones left out.
  private static func lines(of runbook: Runbook, notIn other: Runbook) -> [Int] {
    var known: [Substring: Int] = [:]
    for line in other.lines { known[bare(line), default: 0] += 1 }
    return runbook.lines.enumerated().compactMap { index, line in
      let bare = bare(line)
      guard !bare.isEmpty else { return nil }
      guard let count = known[bare], count > 0 else { return index + 1 }
      known[bare] = count - 1
      return nil
    }
  }

  private static func text(_ line: Int, _ runbook: Runbook) -> String { String(bare(runbook.lines[line - 1])) }

  private static func bare(_ line: String) -> Substring {
    var rest = line.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
