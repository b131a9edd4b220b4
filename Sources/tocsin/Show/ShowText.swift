import App
import Engine
import Incidents
import Runbooks

/// The reading of a runbook as one page of text that a team lead reads in a minute.
struct ShowText {
  let runbook: Runbook
  /// The file as it was named.
  let name: String
  /// nil: there is no team file.
  let team: Team?
  let now: Timestamp
  let terminal: Terminal

  /// How far the document carries each level and each scenario.
  var readiness: Readiness { Readiness(runbook, team, at: now) }

  func render() -> String {
    let sections = [
      heading(), nobody(), paged(), situations(), scenarios(), rest(), assumed(), files(), findings(),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func heading() -> [String] {
    let facts = [
      runbook.owner.map { "owner \(Layout.plain($0))" }, runbook.lastUpdated.map { "last updated \($0)" },
      runbook.nextReview.map { "next review \($0)" }, runbook.encodingRepaired ? "damaged letters mended" : nil,
    ].compactMap { $0 }
    let place = "\(name), \(Count.of(runbook.lines.count, "line"))"
    let title = runbook.title.map(Layout.plain) ?? "A runbook without a title"
    return Layout.wrapped(title, terminal.width).map { terminal.styled($0, .strong) }
      + [terminal.styled(Layout.hanging("", ([place] + facts).joined(separator: " · "), terminal.width), .quiet)]
  }

  /// What stands before all else: the holes.
  private func nobody() -> [String] {
    guard let team else {
      let remedy = "Nobody can be paged: there is no team file. `tocsin init \(name)` writes one to fill."
      return [terminal.styled(Layout.hanging("", remedy, terminal.width), .error)]
    }
    let holes = Reachability.of(runbook, team, at: now)
    guard !holes.isEmpty else { return [terminal.styled("Everybody whom the ladder names can be paged.", .good)] }
    let rows = holes.map { hole in
      item(hole.text, references: Layout.lines([hole.line, hole.contactLine].compactMap { $0 }))
    }
    return [title("Cannot be paged", .error)] + rows + [
      Layout.hanging("  ", "Bind them in tocsin.yaml.", terminal.width)
    ]
  }

  private func assumed() -> [String] {
    guard !runbook.assumptions.isEmpty else { return [] }
    return [title("Assumed, where the document is silent or says two things")]
      + runbook.assumptions.map { assumption in
        let text = "\(assumption.about): \(assumption.chosen). \(assumption.why)"
        return item(text, references: Layout.lines(assumption.lines))
      }
  }

  /// Which file of a folder gave what.
  private func files() -> [String] {
    guard !runbook.parts.isEmpty else { return [] }
    return [title("Read from")]
      + runbook.parts.map { part in
        item(
          "\(part.file): \(part.gave.isEmpty ? "nothing that is not said before" : part.gave.joined(separator: ", "))")
      }
  }

  /// `L12` of a folder as `rollback.md:12`; the lines of the main document stay bare.
  private func placed(_ references: String) -> String {
    guard let main = runbook.parts.first, !references.isEmpty else { return references }
    return references.split(separator: " ").map { word in
      guard word.hasPrefix("L"), let line = Int(word.dropFirst()), line > main.lineCount,
        let place = runbook.parts.place(of: line)
      else { return String(word) }
      return "\(place.file):\(place.line)"
    }.joined(separator: " ")
  }

  private func findings() -> [String] {
    guard !runbook.findings.isEmpty else { return [] }
    let levels: [(Finding.Level, String)] = [(.error, "error"), (.warning, "warning"), (.hint, "hint")]
    let counts = levels.compactMap { level, noun in
      let count = runbook.findings.count { $0.level == level }
      return count == 0 ? nil : Count.of(count, noun)
    }
    let command = runbook.parts.isEmpty ? "check \(name)" : "show \(name) --json"
    return [Layout.hanging("", "`tocsin \(command)` lists \(counts.joined(separator: ", ")).", terminal.width)]
  }

  // MARK: Rows

  func title(_ text: String, _ style: Terminal.Style = .strong) -> String { terminal.styled(text, style) }

  /// `  text …        L57`, the line references at the right edge of the first row that has room for them.
  func item(_ text: String, line: Int? = nil, references: String? = nil, lead: String = "  ") -> String {
    let references = placed(references ?? line.map { "L\($0)" } ?? "")
    let room = terminal.width - (references.isEmpty ? 0 : Layout.width(references) + 2)
    let rows = Layout.hanging(lead, Layout.plain(text), room).split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = rows.first, !references.isEmpty else { return rows.joined(separator: "\n") }
    let gap = max(terminal.width - Layout.width(references), 0)
    let head = Layout.padded(String(first), gap) + terminal.styled(references, .quiet)
    return ([head] + rows.dropFirst().map(String.init)).joined(separator: "\n")
  }
}

/// Numbers with their noun.
enum Count {
  static func of(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// Minutes out of a document: `at once`, `15 min`, `1 h`, `1 h 30 min`, `48 h`.
  static func minutes(_ minutes: Double) -> String {
    guard minutes.isFinite, minutes < 1e9 else { return "no time" }
    if minutes <= 0 { return "at once" }
    guard minutes >= 60, minutes == minutes.rounded() else { return "\(WrittenNumber.short(minutes)) min" }
    let whole = Int(minutes)
    return whole % 60 == 0 ? "\(whole / 60) h" : "\(whole / 60) h \(whole % 60) min"
  }
}
