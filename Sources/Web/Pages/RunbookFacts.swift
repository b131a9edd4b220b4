import Incidents
import Runbooks

extension HTML {
  mutating func ladderFacts(_ view: RunbookView) {
    section(.class("section"), .labelled(by: "f-ladder")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Ladder", .id("f-ladder"))
        h.link("Drawn for each severity", to: "/ladder")
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
          let lines = assumption.lines.map(String.init)
          let place = lines.isEmpty ? "" : " \(lines.count == 1 ? "Line" : "Lines") \(Words.list(lines))."
          h.fact(assumption.lines.first, view.citation, sub: assumption.why + place) { h in
            h.text("\(Words.capitalized(assumption.about)). Chosen: ")
            h.line("b", assumption.chosen)
          }
        }
      }
    }
  }

  mutating func scenarioFacts(_ view: RunbookView) {
    factSection("Scenarios") { h in
      if view.runbook.scenarios.isEmpty { h.p("None was found. Incidents open without steps.", class: "second") }
      h.ul { h in
        for scenario in view.runbook.scenarios { h.scenarioFact(scenario, view) }
      }
    }
  }

  private mutating func scenarioFact(_ scenario: Scenario, _ view: RunbookView) {
    li(.class("fact")) { h in
      h.span { h in
        if let name = scenario.severity, let severity = view.runbook.severities.first(where: { $0.name == name }) {
          h.plainBadge(SeverityMark(name, rank: severity.rank, in: view.runbook))
          h.text(" ")
        }
        h.text(scenario.title)
      }
      h.ref(scenario.line, view.citation)
      h.span(.class("sub")) { h in
        let destructive = scenario.actions.count { $0.effect == .destructive }
        var parts = [
          Words.count(scenario.symptoms.count, "symptom"), Words.count(scenario.actions.count, "command"),
        ]
        if destructive > 0 { parts.append("\(destructive) of them destructive") }
        if !scenario.solutions.isEmpty { parts.append(Words.count(scenario.solutions.count, "solution")) }
        h.text(parts.joined(separator: ", ") + (scenario.hasVerification ? ", verification" : ". "))
        if !scenario.hasVerification { h.span("No verification", class: "state warn") }
      }
    }
  }

  mutating func closingFacts(_ view: RunbookView) {
    let runbook = view.runbook
    factSection("Closing and review") { h in
      h.ul { h in
        if let minutes = runbook.quietMinutes {
          h.fact(runbook.quietLine, view.citation) { h in
            h.text("Watch for ")
            h.line("b", Words.minutes(minutes))
            h.text(" before closing")
          }
        }
        if let hours = runbook.review.deadlineHours {
          let whom = runbook.review.severities.isEmpty ? "" : ", " + Words.list(runbook.review.severities)
          h.fact(runbook.review.deadlineLine ?? runbook.review.line, view.citation) { h in
            h.text("Review within ")
            h.line("b", Words.minutes(hours * 60))
            h.text(" of resolution" + whom)
          }
        }
        if let form = runbook.incidentNameForm {
          h.fact(runbook.incidentNameLine, view.citation) { $0.text("Incidents are named \(form)") }
        }
        if let next = runbook.nextReview {
          h.li(.class("fact")) { $0.line("span", "Next review of this runbook: \(next)") }
        }
      }
    }
  }

  /// The whole text with line numbers. A line that a fact came from has a bar.
  mutating func source(_ view: RunbookView) {
    let read = view.readLines
    let remarks = Dictionary(view.unreachable.compactMap { row in row.line.map { ($0, row.fact) } }) { a, _ in a }
    section(.class("section understood"), .labelled(by: "so")) { h in
      h.div(.class("head")) { h in
        h.line("h2", "Source", .id("so"))
        h.span("\(view.shelved.fileName), \(Words.count(view.runbook.lines.count, "line"))", class: "second small")
      }
      h.ol(
        .class("source"), .id("source"), Attribute("tabindex", "0"), .label("Source of the runbook, with line numbers")
      ) {
        h in
        for (index, text) in view.runbook.lines.enumerated() {
          h.sourceLine(index + 1, text, read: read.contains(index + 1), remark: remarks[index + 1])
        }
      }
      h.p("Lines with a bar were read as facts.", class: "key-list field")
    }
  }

  private mutating func sourceLine(_ number: Int, _ text: String, read: Bool, remark: String?) {
    li(.id("L\(number)"), Attribute("class", optional: read ? "read" : nil)) { h in
      h.element("span", []) { $0.text(number) }
      h.line("span", text)
    }
    if let remark { line("li", remark, .class("remark bad")) }
  }
}
