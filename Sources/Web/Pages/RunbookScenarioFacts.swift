import Incidents
import Runbooks

/// What the runbook has a plan for: each scenario with what it says and what each of its commands would do.
extension HTML {
  mutating func scenarioFacts(_ view: RunbookView) {
    factSection("Scenarios") { h in
      if view.runbook.scenarios.isEmpty { h.p("None was found. Incidents open without steps.", class: "second") }
      h.ul { h in
        for (place, scenario) in view.runbook.scenarios.enumerated() { h.scenarioFact(scenario, "s\(place)", view) }
      }
    }
  }

  private mutating func scenarioFact(_ scenario: Scenario, _ id: String, _ view: RunbookView) {
    li(.class("fact")) { h in
      h.span { h in
        if let name = scenario.severity, let severity = view.runbook.severities.first(where: { $0.name == name }) {
          h.plainBadge(SeverityMark(name, rank: severity.rank, in: view.runbook))
          h.text(" ")
        }
        h.text(scenario.title)
      }
      h.ref(scenario.line, view.citation)
      h.span(.class("sub")) { $0.summary(of: scenario) }
      if !scenario.actions.isEmpty || !scenario.symptoms.isEmpty {
        h.details(.class("sub"), .id(id)) { h in
          h.line("summary", "Symptoms and commands", .class("small second"))
          h.sayings(scenario, view)
          for (index, action) in scenario.actions.enumerated() {
            let previous = index > 0 ? scenario.actions[index - 1] : nil
            h.command(action, view.citation, id: "\(id)-\(index)", after: previous)
          }
        }
      }
    }
  }

  private mutating func summary(of scenario: Scenario) {
    let destructive = scenario.actions.count { $0.effect == .destructive }
    var parts = [Words.count(scenario.symptoms.count, "symptom"), Words.count(scenario.actions.count, "command")]
    if destructive > 0 { parts.append("\(destructive) of them destructive") }
    if !scenario.solutions.isEmpty { parts.append(Words.count(scenario.solutions.count, "solution")) }
    text(parts.joined(separator: ", ") + (scenario.hasVerification ? ", verification" : ". "))
    if !scenario.hasVerification { span("No verification", class: "state warn") }
  }

  private mutating func sayings(_ scenario: Scenario, _ view: RunbookView) {
    let said =
      scenario.symptoms.map { ("Symptom", $0) } + scenario.causes.map { ("Cause", $0) }
      + scenario.solutions.map { ("Solution", Said($0.title, line: $0.line)) }
    guard !said.isEmpty else { return }
    ul(.class("rows")) { h in
      for (kind, saying) in said {
        h.li { h in
          h.span { h in
            h.span("\(kind): ", class: "quiet small")
            h.text(saying.text)
          }
          h.ref(saying.line, view.citation)
        }
      }
    }
  }
}
