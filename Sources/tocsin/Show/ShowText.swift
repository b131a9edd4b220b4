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
      item(hole.text, references: places.labels([hole.line, hole.contactLine].compactMap { $0 }))
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
        return item(text, references: places.labels(assumption.lines))
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

  private func findings() -> [String] {
    guard !runbook.findings.isEmpty else { return [] }
    let levels: [(Finding.Level, String)] = [(.error, "error"), (.warning, "warning"), (.hint, "hint")]
    let counts = levels.compactMap { level, noun in
      let count = runbook.findings.count { $0.level == level }
      return count == 0 ? nil : Count.of(count, noun)
    }
    return [Layout.hanging("", "`tocsin check \(name)` lists \(counts.joined(separator: ", ")).", terminal.width)]
  }

  // MARK: Rows

  func title(_ text: String, _ style: Terminal.Style = .strong) -> String { terminal.styled(text, style) }

  var places: LinePlaces { LinePlaces(runbook.parts) }

  /// `  text …        L57`
  func item(_ text: String, line: Int? = nil, references: String? = nil, lead: String = "  ") -> String {
    let references = references ?? line.map(places.label) ?? ""
    return Layout.referenced(lead, Layout.plain(text), Layout.plain(references), terminal)
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
