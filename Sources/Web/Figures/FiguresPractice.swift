import Engine
import Incidents

/// What the figures say about habits: what recurs, what was never rehearsed, what is always skipped.
extension HTML {
  mutating func practice(_ view: FiguresView) {
    section(.class("section"), .labelled(by: "pr")) { h in
      h.line("h2", "Recurring, and never rehearsed", .id("pr"))
      let recurring = view.figures.recurring
      h.p(
        recurring.isEmpty
          ? "No scenario came twice."
          : "Came more than once: " + recurring.map { "\($0.name) (\($0.incidents))" }.joined(separator: ", ") + ".",
        class: "second")
      if view.neverRehearsed.isEmpty {
        h.p("Every scenario was rehearsed.", class: "second")
      } else {
        h.p("Nobody has practised these with people:", class: "second")
        h.ul(.class("rows field")) { h in
          for title in view.neverRehearsed { h.li { $0.span(title, class: "said") } }
        }
      }
      for drill in view.rehearsed.prefix(50) {
        h.p("\(drill.scenario): rehearsed on \(CivilTime(drill.at).date).", class: "second small")
      }
    }
  }
  mutating func skipped(_ view: FiguresView) {
    section(.class("section"), .labelled(by: "sk")) { h in
      h.line("h2", "Steps always skipped", .id("sk"))
      h.p(
        "Nobody ticked these off in any incident that is over, of the newest \(Site.mostListsRead) that had them twice or more.",
        class: "second")
      if view.skipped.isEmpty { h.p("No step was skipped every time.", class: "said field") }
      h.ul(.class("rows")) { h in
        for line in view.skipped.prefix(40) { h.skipped(line, view.citations) }
      }
    }
  }

  private mutating func skipped(_ line: SkippedSteps.Line, _ citations: [Citation]) {
    li { h in
      h.span(line.step ?? line.list, class: "said")
      if citations.indices.contains(line.runbook) { h.ref(line.line, citations[line.runbook]) }
      let count = Words.count(line.incidents, "incident")
      h.span(line.step == nil ? "The whole list, in \(count)." : "In \(line.list), in \(count).", class: "sub")
    }
  }
}
