import Engine
import Incidents
import Runbooks

/// What the runbook says to do: why this scenario and this severity, then its commands in order.
extension HTML {
  mutating func steps(_ view: RoomView) {
    section(.class("section"), .id("steps"), .labelled(by: "st")) { h in
      h.div(.class("head")) { h in
        if let scenario = view.scenario {
          h.line("h2", "Scenario: \(scenario.title)", .id("st"))
          h.link("Lines \(scenario.line)–\(scenario.endLine)", to: "\(view.citation.address)#L\(scenario.line)")
        } else {
          h.line("h2", "No scenario of the runbook fits", .id("st"))
          h.link("Read the runbook", to: view.citation.address)
        }
      }
      h.reasons(view)
      h.chooseScenario(view)
      guard !view.incident.status.isOpen else { return h.toDo(view) }
      h.details(.class("step"), .id("was-to-do")) { h in
        h.line("summary", "What the runbook said to do", .class("small second"))
        h.toDo(view)
      }
    }
  }

  private mutating func toDo(_ view: RoomView) {
    phases(view)
    if let scenario = view.scenario { self.scenario(scenario, view) }
    rollback(view)
    otherChecks(view)
  }

  /// The two that say most; the rest behind a fold.
  private mutating func reasons(_ view: RoomView) {
    let reasons = view.incident.reasons
    reasonList(reasons.prefix(2), view)
    guard reasons.count > 2 else { return }
    details(.id("more-reasons")) { h in
      h.line("summary", Words.count(reasons.count - 2, "more reason"), .class("small second"))
      h.reasonList(reasons.dropFirst(2), view)
    }
  }

  private mutating func reasonList(_ reasons: ArraySlice<Reason>, _ view: RoomView) {
    ul(.class("why-match")) { h in
      for reason in reasons {
        h.li { h in
          h.line("span", reason.text)
          if reason.line == nil { h.span("assumed", class: "quiet small") } else { h.ref(reason.line, view.citation) }
        }
      }
    }
  }

  private mutating func chooseScenario(_ view: RoomView) {
    let titles = view.runbook.scenarios.map(\.title)
    guard view.incident.status.isOpen, !titles.isEmpty else { return }
    if view.isDoubtful { candidates(view) }
    details(.id("choose-scenario")) { h in
      let ask = view.scenario == nil ? "Choose a scenario" : "Not this one? Choose another scenario"
      h.line("summary", ask, .class("small second"))
      if !view.isDoubtful { h.candidates(view) }
      h.postForm(Address.act("scenario", on: view.incident), view.reader, class: "row-form") { h in
        h.line("label", "Scenario", .class("vh"), Attribute("for", "scenario"))
        h.element("select", [.name("scenario"), .id("scenario")]) { h in
          for title in titles { h.choice(title, value: title, chosen: title == view.incident.scenario) }
          h.choice("none of them", value: "", chosen: view.incident.scenario == nil)
        }
        h.element("button", [.class("btn line"), .type("submit")]) { $0.text("Change scenario") }
      }
    }
    refusal(view, of: "scenario")
    keptScenario(view)
  }

  mutating func choice(_ text: String, value: String, chosen: Bool) {
    line("option", text, .value(value), Attribute("selected", when: chosen))
  }

  private mutating func scenario(_ scenario: Scenario, _ view: RoomView) {
    confirmable("symptom", .symptoms, view)
    confirmable("cause", .causes, view)
    actions("Diagnosis", scenario.actions.filter { $0.phase == .diagnosis || $0.phase == .other }, "diagnosis", view)
    solutions(scenario, view)
    actions("Fix", fixesOutsideSolutions(scenario), "fix", view)
    actions("Roll back", scenario.actions.filter { $0.phase == .rollback }, "back", view)
    verification(scenario.actions.filter { $0.phase == .verification }, view)
  }

  /// What a person confirms by looking: "3 symptoms, 1 confirmed".
  private mutating func confirmable(_ noun: String, _ kind: Checklist.Kind, _ view: RoomView) {
    guard let list = view.lists.first(where: { $0.kind == kind }) else { return }
    details(.class("step"), .id("said-\(noun)")) { h in
      let confirmed = list.done == 0 ? "" : ", \(list.done) confirmed"
      h.line("summary", Words.count(list.items.count, noun) + confirmed, .class("small second"))
      h.checks(list, view)
    }
  }

  mutating func saidRow(_ said: Said, _ citation: Citation) {
    li(.class("ask-row")) { h in
      h.span(said.text, class: "said")
      h.ref(said.line, citation)
    }
  }

  private mutating func actions(_ title: String, _ actions: [Action], _ id: String, _ view: RoomView) {
    guard !actions.isEmpty else { return }
    div(.class("step")) { h in
      h.h3 { h in
        h.text(title + " ")
        h.span(Words.count(actions.count, "command"), class: "quiet")
      }
      h.commands(actions, view, id: id)
    }
  }

  /// Each solution with the commands that stand inside it; nothing is chosen beforehand.
  private mutating func solutions(_ scenario: Scenario, _ view: RoomView) {
    guard !scenario.solutions.isEmpty else { return }
    div(.class("step")) { h in
      h.h3 { h in
        h.text("Solutions ")
        h.span("choose one", class: "quiet")
      }
      for (index, solution) in scenario.solutions.enumerated() {
        h.solution(solution, actions: actionsInside(index, scenario), id: "solution-\(index)", view)
      }
    }
  }

  private mutating func solution(_ solution: Solution, actions: [Action], id: String, _ view: RoomView) {
    div(.class("option")) { h in
      h.details(.id(id)) { h in
        h.element("summary", []) { $0.span(solution.title, class: "name") }
        h.div { h in
          if let list = view.lists.first(where: { $0.kind == .solution && $0.line == solution.line }) {
            h.checks(list, view)
          }
          h.commands(actions, view, id: id)
          if solution.steps.isEmpty && actions.isEmpty {
            h.p("The runbook names it and says no more.", class: "quiet small")
          }
        }
      }
      h.ref(solution.line, view.citation)
    }
  }
}

extension HTML {
  /// Commands in a row.
  mutating func commands(_ actions: [Action], _ view: RoomView, id: String) {
    for (index, action) in actions.enumerated() {
      command(action, view, id: "\(id)-\(index)", after: index > 0 ? actions[index - 1] : nil)
    }
  }

  /// A command with what it gave when somebody last ran it.
  mutating func command(
    _ action: Action, _ view: RoomView, id: String, after previous: Action? = nil, isCaptioned: Bool = true
  ) {
    command(action, view.citation, id: id, after: previous, isCaptioned: isCaptioned, values: view.values)
    guard let run = view.lastRun(action) else { return }
    let who = view.people[run.actor] ?? run.actor
    let said = run.firstLine.isEmpty ? "" : ": \(run.firstLine)"
    details(.class("ran"), .id("\(id)-ran")) { h in
      h.element("summary", [.class("small second")]) { h in
        h.line("b", who)
        h.text(", ")
        h.time(run.started)
        h.text(", exit \(run.exit)\(said)")
      }
      h.element("pre", []) { $0.text(run.output.isEmpty ? "no output" : run.output) }
    }
  }
}

/// Commands of a solution: those between its line and the next solution's.
private func actionsInside(_ index: Int, _ scenario: Scenario) -> [Action] {
  let solutions = scenario.solutions
  guard index < solutions.count else { return [] }
  let start = solutions[index].line
  let end = index + 1 < solutions.count ? solutions[index + 1].line : scenario.endLine + 1
  return scenario.actions.filter { action in
    action.line > start && action.line < end && action.phase != .verification && action.phase != .diagnosis
  }
}

private func fixesOutsideSolutions(_ scenario: Scenario) -> [Action] {
  let inside = Set(scenario.solutions.indices.flatMap { actionsInside($0, scenario).map(\.line) })
  return scenario.actions.filter { $0.phase == .fix && !inside.contains($0.line) }
}
