import Incidents
import Runbooks

/// What the engine decided, told as the events of a drill.
extension DrillRun {
  mutating func follow(_ plan: Plan, _ before: Incident) {
    let earlier = before.round == incident.round ? before.served : 0
    served += Escalation.ladder(incident, drill.policy).filter {
      incident.served & $0.bit != 0 && earlier & $0.bit == 0
    }
    if incident.round > 1, again == nil { again = Int(clamping: (now - question.start).minutes) }
    for entry in plan.entries { tell(entry) }
    tellReminded(plan.pages)
    let nobody = incident.marks.subtracting(before.marks)
    if nobody.contains(.nobodyReached) { tell(.unreachable, "No page gets through to anybody.") }
    if nobody.contains(.ladderExhausted), !drill.team.people.contains(where: { !$0.methods.isEmpty }) {
      tell(
        .unreachable,
        drill.hasTeamFile ? "Nobody of the team file can be paged." : "The runbook names nobody to page.")
    }
  }

  private mutating func tell(_ entry: TimelineEntry) {
    switch entry.kind {
    case .opened: tellOpened(entry)
    case .unreachable: saidUnreachable.append(entry)
    case .acknowledged:
      tell(.acknowledged, target: role(of: entry.actor), people: names([entry.actor]), sentence(entry))
    case .late:
      tell(
        .late, target: incident.severity, line: entry.line,
        entry.text + "." + assumed("response", incident.severity, nil))
    case .updateDue:
      tell(
        .updateDue, target: incident.severity, line: entry.line, entry.text + "." + assumed("updates", nil, entry.line))
    case .rollback: tell(.decision, target: "rollback", line: entry.line, sentence(entry))
    case .severity:
      tell(.decision, target: incident.severity, reason: .severityRaised, line: entry.line, entry.text + ".")
    case .resolved: tell(.resolved, people: names([entry.actor]), entry.text + ".")
    case .situation: tell(.decision, target: "situation", line: entry.line, sentence(entry))
    case .held: tell(.late, target: incident.severity, line: entry.line, sentence(entry))
    case .lapsed: tell(.late, target: incident.severity, line: entry.line, sentence(entry))
    case .reviewDue:
      tell(.reviewDue, target: incident.severity, line: entry.line, entry.text + "." + alsoOwed)
    default: break
    }
  }

  /// What else is owed by the time of the review.
  private var alsoOwed: String {
    guard let line = drill.upkeep(of: incident)?.line else { return "" }
    return " By then the runbook is brought up to date too (L\(line))."
  }

  /// Whoever is reminded of what falls due stands in its own event: it is no rung of the ladder.
  private mutating func tellReminded(_ pages: [Page]) {
    let kinds: [Page.Reason: DrillEvent.Kind] = [
      .updateDue: .updateDue, .decide: .decision, .reviewDue: .reviewDue,
    ]
    for (reason, kind) in kinds {
      let ids = pages.filter { $0.reason == reason }.map(\.person)
      guard !ids.isEmpty, let index = events.lastIndex(where: { $0.kind == kind && $0.at == now }) else { continue }
      let people = ids.map { drill.team.person($0)?.name ?? $0 }
      events[index].people = names(ids)
      events[index].text += " \(Wording.list(people)) \(people.count == 1 ? "is" : "are") reminded."
    }
  }

  private mutating func tellOpened(_ entry: TimelineEntry) {
    let title = question.scenario.map { Wording.line($0) } ?? "An incident that fits no scenario"
    let scenario = drill.runbook.scenarios.first { $0.title == question.scenario }
    let rule = drill.runbook.escalationRules.first { $0.when == question.scenario }
    tell(
      .opened, target: incident.severity, line: scenario?.line ?? rule?.line ?? entry.line,
      "\(title) opens as \(incident.severity).")
  }

  /// What the reading of the document assumed about this, once in a drill.
  mutating func assumed(_ about: String, _ subject: String?, _ line: Int?) -> String {
    let found = drill.runbook.assumptions.first { assumption in
      assumption.about == about && (subject.map { assumption.chosen.hasPrefix($0 + " ") } ?? true)
        && (line.map { assumption.lines.contains($0) } ?? true)
    }
    guard let found, told.insert(found.chosen).inserted else { return "" }
    let lines = found.lines.map { "L\($0)" }.joined(separator: " ")
    return " Assumed: \(found.chosen) (\(lines)). \(found.why)"
  }

  /// The entry's sentence with its detail.
  private func sentence(_ entry: TimelineEntry) -> String {
    entry.text + (entry.text.last == "?" ? "" : ".") + (entry.detail.isEmpty ? "" : " " + entry.detail)
  }

  func names(_ ids: [String]) -> [String] {
    drill.hasTeamFile ? ids.compactMap { drill.team.person($0)?.name } : []
  }

  /// The role by which somebody was paged first.
  private func role(of person: String) -> String? {
    let page = pages.first { $0.person == person && $0.reason.climbs }
    guard let page else { return nil }
    let step = Escalation.ladder(incident, drill.policy).first { $0.index == page.rung }
    return step.flatMap { holding(page.person, $0) } ?? (drill.hasTeamFile ? nil : person)
  }

  /// The part of a step's target that a person holds.
  func holding(_ person: String, _ step: LadderStep) -> String? {
    if step.kind == .everybody { return step.target }
    return drill.team.parts(of: step.target).first { role in
      drill.team.holders(of: role, at: now).contains { $0.id == person }
    }
  }
}
