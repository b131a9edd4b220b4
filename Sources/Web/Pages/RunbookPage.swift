import Incidents
import Runbooks

/// What Tocsin will do, and the line that says so; the source stands beside it.
enum RunbookPage {
  static func write(_ view: RunbookView, into h: inout HTML) {
    let runbook = view.runbook
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "The runbook, as understood", .class("title"))
        h.p(
          """
          What Tocsin will do, and the line that says so. \
          \(Words.count(runbook.severities.count, "severity", "severities")), \
          \(Words.count(runbook.escalation.count, "rung")), \(Words.count(runbook.scenarios.count, "scenario")) with \
          \(Words.count(view.commands, "command")), \(Words.count(runbook.templates.count, "template")), \(Words.count(runbook.healthChecks.count, "check")).
          """, class: "lede")
        h.runbookNotes(view)
      }
      h.div(.class("read-grid")) { h in
        h.div { $0.facts(view) }
        h.source(view)
      }
    }
  }
}

extension HTML {
  fileprivate mutating func runbookNotes(_ view: RunbookView) {
    if !view.isCurrent {
      p(.class("note field")) { h in
        h.text("An older revision, kept because an incident opened under it. ")
        h.link("Read the one in force", to: "/runbook")
      }
    }
    if view.runbook.encodingRepaired {
      p(
        "The text was damaged by a wrong encoding and is shown mended. Lines are those of the file.",
        class: "note field")
    }
    runbookSwitch(view.runbooks)
  }

  fileprivate mutating func facts(_ view: RunbookView) {
    if !view.unreachable.isEmpty {
      factSection("Reaches nobody", aside: "mend these first") { $0.findings(view.unreachable, view.citation) }
    }
    severityFacts(view)
    ladderFacts(view)
    cadenceFacts(view)
    assumptionFacts(view)
    findingFacts(view)
    scenarioFacts(view)
    processFacts(view)
    listFacts(view)
    closingFacts(view)
  }

  mutating func factSection(_ title: String, aside: String? = nil, _ content: (inout HTML) -> Void) {
    let id = "f-" + title.lowercased().split(separator: " ").joined(separator: "-")
    section(.class("section"), .labelled(by: id)) { h in
      h.div(.class("head")) { h in
        h.line("h2", title, .id(id))
        if let aside { h.span(aside, class: "second small") }
      }
      content(&h)
    }
  }

  mutating func fact(_ line: Int?, _ citation: Citation, sub: String = "", _ content: (inout HTML) -> Void) {
    li(.class("fact")) { h in
      h.span { content(&$0) }
      if line == nil { h.span("assumed", class: "quiet small") } else { h.ref(line, citation) }
      if !sub.isEmpty { h.span(.class("sub")) { $0.whole(sub) } }
    }
  }

  private mutating func severityFacts(_ view: RunbookView) {
    let runbook = view.runbook
    factSection("Severities") { h in
      if runbook.severities.isEmpty { h.p("None was found. Alerts open without a ladder.", class: "state bad") }
      h.ul { h in
        for severity in runbook.severities {
          h.fact(severity.line, view.citation, sub: severity.definition) { h in
            h.plainBadge(SeverityMark(severity.name, rank: severity.rank, in: runbook))
            h.text(" \(severity.label)\(severity.label.isEmpty ? "" : ": ")")
            h.promise(severity, runbook.cadence)
          }
        }
      }
    }
  }

  private mutating func promise(_ severity: Severity, _ cadence: [Cadence]) {
    if let target = severity.answerTarget {
      text("answer ")
      line("b", target.minutes == 0 ? "at once" : "within \(Words.minutes(target.minutes))")
    } else {
      text("no time to answer")
    }
    let own = cadence.first { $0.severity == severity.name } ?? cadence.first { $0.severity == nil }
    guard let own else { return }
    text(", update ")
    line("b", own.minutes.map { "every \(Words.minutes($0))" } ?? "when there is something to say")
  }

  private mutating func findingFacts(_ view: RunbookView) {
    let rows = view.findings.sorted { $0.level < $1.level }.map(FindingRow.init)
    guard !rows.isEmpty else { return }
    factSection("Findings", aside: Words.count(rows.count, "finding")) { h in
      h.findings(Array(rows.prefix(12)), view.citation)
      guard rows.count > 12 else { return }
      h.details(.class("fold"), .id("more-findings")) { h in
        h.line("summary", "\(rows.count - 12) more")
        h.div { $0.findings(Array(rows.dropFirst(12)), view.citation) }
      }
    }
  }
}
