import Engine
import Runbooks

/// What `check` has to say, in each of its forms.
struct CheckReport {
  /// How ready a runbook is, under its file's name.
  struct Ready {
    var file: String
    var readiness: Readiness
  }

  /// Whom nobody reaches first, then by level, file and line.
  let found: [PlacedFinding]
  let ready: [Ready]
  let hasBaseline: Bool
  /// The address under which the rules' pages are published.
  let pages: String?

  init(_ found: [PlacedFinding], ready: [Ready] = [], hasBaseline: Bool = false, pages: String? = nil) {
    self.found = found.sorted {
      (($0.reachesNobody ? 0 : 1), $0.order, $0.file, $0.line, $0.column, $0.rule)
        < (($1.reachesNobody ? 0 : 1), $1.order, $1.file, $1.line, $1.column, $1.rule)
    }
    self.ready = ready
    self.hasBaseline = hasBaseline
    self.pages = pages
  }

  var failing: Int { found.count { $0.level == "error" && !$0.known } }

  func written(_ format: Check.Format, _ terminal: Terminal) throws(Failure) -> String {
    switch format {
    case .text: text(terminal)
    case .json: try Answer.json(CheckJSON(self))
    case .sarif: try Answer.json(SarifLog(found, hasBaseline: hasBaseline, pages: pages))
    case .github: found.filter { !$0.known }.map(\.annotation).joined(separator: "\n")
    }
  }

  // MARK: Text

  /// Groups with a title, and below them how ready the runbook is.
  private func text(_ terminal: Terminal) -> String {
    let new = found.filter { !$0.known }
    let groups: [(String, [PlacedFinding])] = [
      ("Reaches nobody", new.filter(\.reachesNobody)),
      ("Errors", new.filter { $0.level == "error" && !$0.reachesNobody }),
      ("Warnings", new.filter { $0.level == "warning" }), ("Hints", new.filter { $0.level == "hint" }),
    ]
    let listed = groups.filter { !$0.1.isEmpty }.map { title, rows in
      ([terminal.styled(title, .strong)] + rows.map { $0.text(terminal) }).joined(separator: "\n")
    }
    return (listed + ready.map { readiness($0, terminal) }).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func readiness(_ ready: Ready, _ terminal: Terminal) -> String {
    let parts = [ready.readiness.severities, ready.readiness.scenarios].filter { !$0.isEmpty }
    guard !parts.isEmpty else { return "" }
    let longest = parts.flatMap { $0 }.map { Layout.width(Layout.plain($0.name)) }.max() ?? 0
    let column = min(longest, terminal.width / 2)
    let rows = parts.flatMap { $0 }.map { part in
      let name = Layout.padded(Layout.clipped(Layout.plain(part.name), column), column)
      let score = String(repeating: " ", count: max(3 - String(part.score).utf8.count, 0)) + "\(part.score)"
      let said = part.lacks.isEmpty ? "ready" : part.lacks.joined(separator: ", ")
      return Layout.hanging("  \(name)  \(score)  ", said, terminal.width)
    }
    let title = self.ready.count > 1 ? "Readiness of \(ready.file), of 100" : "Readiness, of 100"
    return ([terminal.styled(title, .strong)] + rows).joined(separator: "\n")
  }

  /// The closing sentence, for standard error.
  var sum: String {
    let new = found.filter { !$0.known }
    let known = found.count - new.count
    let rest = known > 0 ? " \(known) more \(known == 1 ? "is" : "are") in the baseline." : ""
    guard !new.isEmpty else { return known > 0 ? "Nothing new to report.\(rest)" : "Nothing to report." }
    return "\(Count.of(new.count, "finding")), \(Count.of(failing, "error")) among them.\(rest)"
  }
}

/// The JSON of `check`.
struct CheckJSON: Encodable {
  struct Ready: Encodable {
    var file: String
    var severities: [Part]
    var scenarios: [Part]
  }

  struct Part: Encodable {
    var name: String
    var line: Int
    var score: Int
    var lacks: [String]

    init(_ part: Readiness.Part) { (name, line, score, lacks) = (part.name, part.line, part.score, part.lacks) }
  }

  var findings: [PlacedFinding]
  var readiness: [Ready]

  init(_ report: CheckReport) {
    findings = report.found
    readiness = report.ready.map {
      Ready(
        file: $0.file, severities: $0.readiness.severities.map(Part.init),
        scenarios: $0.readiness.scenarios.map(Part.init))
    }
  }
}
