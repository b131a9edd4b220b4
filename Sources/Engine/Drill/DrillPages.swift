import Incidents
import Runbooks

/// The pages of one moment: one event for each rung and role, whether it reached somebody or not.
extension DrillRun {
  mutating func tellPages() {
    defer {
      sent = []
      served = []
      saidUnreachable = []
    }
    guard incident.round <= shown else { return }
    let climbing = sent.filter { $0.page.reason.climbs }
    let ladder = Escalation.ladder(incident, drill.policy)
    let paged = Set(climbing.compactMap { $0.page.reason == .fallback ? nil : $0.page.rung })
    for step in ladder where paged.contains(step.index) || served.contains(where: { $0.index == step.index }) {
      for role in step.kind == .everybody ? [step.target] : drill.team.parts(of: step.target) {
        tellRole(role, step, climbing.filter { $0.page.rung == step.index })
      }
      tellFallback(step.target, climbing.filter { $0.page.rung == step.index && $0.page.reason == .fallback })
    }
    tellFallback(nil, climbing.filter { $0.page.rung == nil && $0.page.reason == .fallback })
  }

  private mutating func tellRole(_ role: String, _ step: LadderStep, _ sent: [(page: Page, arrived: Bool)]) {
    let people = step.kind == .everybody ? drill.team.people : drill.team.holders(of: role, at: now)
    let reachable = Set(people.filter { !$0.methods.isEmpty }.map(\.id))
    let own = sent.filter { reachable.contains($0.page.person) && $0.page.reason != .fallback }
    let isServed = served.contains { $0.index == step.index }
    let arrived = own.filter(\.arrived)
    if reachable.isEmpty {
      if isServed { tellHole(role, step) }
    } else if let page = arrived.first?.page {
      tellPage(role, step, page, arrived.map(\.page.person))
    } else if let failed = own.last {
      tell(
        .unreachable, target: role, people: names(own.map(\.page.person)), line: step.line,
        "\(who(own.map(\.page.person), role)) is not reached: \(failed.page.evidence).")
    } else if isServed, !pages.contains(where: { $0.isHeld && $0.rung == step.index }) {
      tell(
        .page, target: role, people: names(people.map(\.id)), reason: reason(step), line: step.line,
        "\(who(people.map(\.id), role)) \(haveIt(people) ? "has it" : "is paged") already.")
    }
  }

  private mutating func tellPage(_ role: String, _ step: LadderStep, _ page: Page, _ reached: [String]) {
    let begin = role + ": "
    let because = page.why.hasPrefix(begin) ? ": " + page.why.dropFirst(begin.count) : " is paged first."
    let usual = drill.team.person(page.person)?.methods.first
    let way = page.method == usual ? "" : " by \(page.method.channel)"
    tell(
      .page, target: role, people: names(reached), reason: page.reason, line: page.line ?? step.line,
      who(reached, role) + way + because + assumption(of: step))
  }

  /// What is assumed for a rung: by the engine where the document is silent, or by the reading of it.
  private mutating func assumption(of step: LadderStep) -> String {
    let read = assumed("escalation", step.target, step.line)
    guard let own = step.assumption else { return read }
    return told.insert("\(step.index) \(own)").inserted ? " Assumed: \(own)" : ""
  }

  private mutating func tellHole(_ role: String, _ step: LadderStep) {
    let said = saidUnreachable.first { $0.text.hasPrefix(role + " ") }
    let detail = said?.detail ?? ""
    tell(
      .unreachable, target: role, line: step.line, "\(role) reaches nobody." + (detail.isEmpty ? "" : " " + detail))
  }

  /// Whoever is paged in place of a rung that reached nobody; those who are not reached either are named together.
  private mutating func tellFallback(_ role: String?, _ sent: [(page: Page, arrived: Bool)]) {
    for (page, arrived) in sent where arrived {
      let name = drill.team.person(page.person)?.name ?? page.person
      tell(
        .page, target: role, people: names([page.person]), reason: .fallback, line: page.line,
        role.map { "\(name) is paged instead of \($0)." } ?? "\(name) is paged as the fallback.")
    }
    let missed = sent.filter { !$0.arrived }
    guard missed.count == sent.count, let last = missed.last?.page else { return }
    let people = names(missed.map(\.page.person))
    tell(
      .unreachable, target: role, people: people, line: last.line,
      "In place of \(role ?? "everybody") \(Wording.list(people)) \(people.count == 1 ? "is" : "are") not reached either: \(last.evidence)."
    )
  }

  /// "Bo Lindqvist (Secondary On-Call Engineer)", or the role alone where there is no team file.
  private func who(_ ids: [String], _ role: String) -> String {
    var names: [String] = []
    for name in self.names(ids) where !names.contains(name) { names.append(name) }
    return names.isEmpty ? role : "\(Wording.list(names)) (\(role))"
  }

  private func haveIt(_ people: [Person]) -> Bool {
    people.allSatisfy { incident.engagement.hasAnswered($0.id) }
  }

  private func reason(_ step: LadderStep) -> Page.Reason {
    step.kind == .rule || step.by != nil ? .situation : step.dueAfter > .zero ? .escalated : .first
  }
}
