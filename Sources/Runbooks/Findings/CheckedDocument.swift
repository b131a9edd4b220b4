/// A runbook with what several rules ask of it, worked out once.
struct CheckedDocument: Sendable {
  let runbook: Runbook
  let today: String
  /// Every action, once per line, in the order of the document.
  let actions: [Action]
  /// Commands only; manual steps are read by people.
  let commands: [Action]
  let outline: LineOutline
  /// The whole text, lower-cased.
  let whole: String
  let surroundings: DocumentSurroundings?
  /// The comments that switch rules off.
  let remarks: [IgnoreRemark]

  init(_ runbook: Runbook, today: String, surroundings: DocumentSurroundings? = nil) {
    self.runbook = runbook
    self.today = today
    self.surroundings = surroundings
    outline = LineOutline(runbook.lines)
    let read =
      runbook.scenarios.flatMap(\.actions) + runbook.phases.flatMap(\.actions)
      + (runbook.rollback?.options.flatMap(\.actions) ?? [])
    let all = read + FenceScan.actions(in: runbook.lines, besides: Set(read.map(\.line)))
    var seen: Set<Place> = []
    actions = all.filter { seen.insert(Place(line: $0.line, text: $0.text)).inserted }.sorted { $0.line < $1.line }
    commands = actions.filter { $0.kind == .command }
    whole = runbook.lines.joined(separator: "\n").lowercased()
    remarks = IgnoreRemark.all(in: runbook.lines)
  }

  private struct Place: Hashable {
    var line: Int
    var text: String
  }

  /// Line n of the file, or empty.
  func text(_ line: Int) -> String { runbook.lines.indices.contains(line - 1) ? runbook.lines[line - 1] : "" }

  /// 1-based column of `mark` on a line, in Unicode scalars; where it is not there, of the first character that is no blank.
  func column(_ line: Int, _ mark: String) -> Int {
    guard !mark.isEmpty, let offset = ShellText.find(mark, in: text(line)) else {
      let blanks = text(line).utf8.prefix(while: Byte.isBlank).count
      return blanks < text(line).utf8.count ? blanks + 1 : 1
    }
    return String(decoding: text(line).utf8.prefix(offset), as: UTF8.self).unicodeScalars.count + 1
  }

  /// First line that holds the text, case aside.
  func line(holding part: String) -> Int? {
    let wanted = part.lowercased()
    return runbook.lines.firstIndex { ShellText.contains($0.lowercased(), wanted) }.map { $0 + 1 }
  }

  func ignores(_ finding: Finding) -> Bool { remarks.contains { $0.covers(finding) } }

  /// Lines with their numbers that stand outside of fences.
  var prose: [(line: Int, text: String)] {
    runbook.lines.enumerated().compactMap { outline.fenced.contains($0) ? nil : ($0 + 1, $1) }
  }

  /// The lines of a span, both ends included, lower-cased and joined.
  func lowered(_ from: Int, _ to: Int) -> String {
    guard from <= to else { return "" }
    return (from...min(to, max(runbook.lines.count, from))).map(text).joined(separator: "\n").lowercased()
  }

}
