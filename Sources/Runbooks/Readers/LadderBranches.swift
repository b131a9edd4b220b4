/// A course drawn as a tree: "15 min └── Notifies: team lead", and below it branches that happen at the same moment.
enum LadderBranches {
  /// "         └── Notifies: engineering leadership".
  static func isBranch(_ line: Substring) -> Bool {
    guard let first = line.unicodeScalars.first(where: { $0 != " " && $0 != "│" }) else { return false }
    return first == "└" || first == "├"
  }

  /// The time at which a line begins, for the branches below it.
  static func moment(_ line: Substring) -> RungText? {
    guard line.utf8.first?.isDigit ?? false, let time = Durations.all(in: String(line)).first,
      time.words.lowerBound == 0
    else { return nil }
    var text = RungText()
    text.after = time.low
    return text
  }

  private static let doing: WordSet = [
    "consider", "declare", "declares", "open", "opens", "classify", "classifies", "create", "creates", "begin",
    "begins",
    "update", "post", "prepare", "request", "schedule",
  ]

  /// "Consider bringing in additional teams": something to do on a branch, which calls nobody.
  static func isDone(_ text: String) -> Bool { Words.head(text, 1).first.map { doing.contains($0) } ?? false }
}
