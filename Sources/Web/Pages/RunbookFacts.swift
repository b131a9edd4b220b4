import Incidents
import Runbooks

extension HTML {
  mutating func cadenceFacts(_ view: RunbookView) {
    let cadence = view.runbook.cadence
    guard !cadence.isEmpty else { return }
    factSection("Updates") { h in
      h.ul { h in
        for own in cadence {
          h.fact(own.line, view.citation) { h in
            h.text(own.severity.map { "\($0): " } ?? "")
            h.line("b", own.minutes.map { "every \(Words.minutes($0))" } ?? "when there is something to say")
            if own.audience != .both { h.text(", \(own.audience.rawValue)") }
          }
        }
      }
    }
  }

  mutating func ladderFacts(_ view: RunbookView) {
    section(.class("section"), .labelled(by: "f-ladder")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Ladder", .id("f-ladder"))
        if view.isCurrent {
          h.link("Drawn for each severity", to: "/ladder?runbook=" + Percent.encode(view.shelved.fileName))
        }
      }
      h.ul { h in
        for (index, rung) in view.runbook.escalation.enumerated() { h.rung(rung, isFirst: index == 0, view) }
        for rule in view.runbook.escalationRules { h.rule(rule, view) }
      }
      if view.runbook.escalation.isEmpty { h.p("No escalation chain was found.", class: "state bad") }
    }
  }

  private mutating func rung(_ rung: Rung, isFirst: Bool, _ view: RunbookView) {
    let time =
      rung.afterMinutes.map { $0 == 0 ? "At once" : "After \(Words.minutes($0))" }
      ?? (isFirst ? "At once" : "No time given")
    let condition = rung.condition.map { ", \($0)" } ?? ""
    li(.class("fact")) { h in
      h.line("span", "\(time)\(condition): \(rung.target)")
      h.ref(rung.line, view.citation)
      h.span(.class("sub")) { h in
        if !rung.severities.isEmpty { h.text(Words.list(rung.severities) + " only. ") }
        h.holder(rung.target, view)
        h.text(rung.until == .acknowledged ? "Stops when acknowledged" : "Goes on until resolved")
      }
    }
  }

  private mutating func rule(_ rule: EscalationRule, _ view: RunbookView) {
    li(.class("fact")) { h in
      h.line("span", "\(Words.capitalized(rule.when)): \(rule.target)")
      h.ref(rule.line, view.citation)
      h.span(.class("sub")) { h in
        if let scenario = rule.scenario { h.text("In \(scenario). ") }
        h.holder(rule.target, view)
        h.text(rule.afterMinutes.map { $0 == 0 ? "At once" : "After \(Words.minutes($0))" } ?? "When somebody says so")
      }
    }
  }

  private mutating func holder(_ role: String, _ view: RunbookView) {
    if let name = view.holders[role] {
      text("\(name) today. ")
    } else {
      span("Reaches nobody. ", class: "state bad")
    }
  }

  mutating func assumptionFacts(_ view: RunbookView) {
    guard !view.runbook.assumptions.isEmpty else { return }
    factSection("Assumed", aside: "where the text is silent or disagrees") { h in
      h.ul { h in
        for assumption in view.runbook.assumptions {
          let lines = assumption.lines.dropFirst().map { view.citation.label($0) }
          let place = lines.isEmpty ? "" : " Also \(Words.list(lines))."
          h.fact(assumption.lines.first, view.citation, sub: assumption.why + place) { h in
            h.text("\(Words.capitalized(assumption.about)). Chosen: ")
            h.line("b", assumption.chosen)
          }
        }
      }
    }
  }
}
