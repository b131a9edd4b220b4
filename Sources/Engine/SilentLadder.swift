import Incidents
import Runbooks

/// What is climbed where the document's chain has no rung for the severity: its contacts, its roles, and at last
/// whoever the team file has.
struct SilentLadder {
  private let runbook: Runbook
  private let name: String
  private let severity: Severity?
  private let team: Team

  init(_ runbook: Runbook, _ name: String, _ severity: Severity?, _ team: Team) {
    self.runbook = runbook
    self.name = name
    self.severity = severity
    self.team = team
  }

  func steps() -> [LadderStep] {
    for candidates in [contacts(), roles()] {
      if candidates.contains(where: { !team.reach(of: $0.target).isEmpty }) { return timed(candidates) }
    }
    return team.people.isEmpty ? timed(contacts()) : [everybody()]
  }

  /// Contacts that nothing but the severity conditions: "All incidents", "P0/P1 incidents".
  private func contacts() -> [LadderStep] {
    let base = runbook.escalation.count + runbook.escalationRules.count
    return runbook.contacts.enumerated().compactMap { index, contact in
      guard !contact.role.isEmpty, applies(contact) else { return nil }
      return LadderStep(
        index: base + index, kind: .contact, target: contact.role, dueAfter: .zero, line: contact.line,
        assumption: "The document states no ladder for \(name): its contacts are paged in their order.")
    }
  }

  /// A contact is in the ladder where the document says so for severities, or where it is on call.
  private func applies(_ contact: Contact) -> Bool {
    let said = ([contact.role, contact.name] + contact.via).joined(separator: " ")
    let codes = Set(Tokens.of(said))
    let named = runbook.severities.filter { codes.contains(SeverityWords.fold($0.name)) }
    if !named.isEmpty { return named.contains { $0.name == name } }
    let words = Matter.words(of: said)
    return words.isSuperset(of: ["on", "call"]) || words.contains("oncall")
      || words.isSuperset(of: ["all", "incident"])
  }

  private func roles() -> [LadderStep] {
    let base = runbook.escalation.count + runbook.escalationRules.count + runbook.contacts.count
    let stated = runbook.roles.map { ($0.name, Optional($0.line)) }
    let bound = team.roles.map(\.role).filter { role in !stated.contains { $0.0 == role } }.map { ($0, Int?.none) }
    return (stated + bound).enumerated().compactMap { index, role in
      guard !team.reach(of: role.0).isEmpty else { return nil }
      return LadderStep(
        index: base + index, kind: .role, target: role.0, dueAfter: .zero, line: role.1,
        assumption: "The document states no ladder for \(name): its roles are paged in their order.")
    }
  }

  private func everybody() -> LadderStep {
    LadderStep(
      index: LadderStep.limit, kind: .everybody, target: "everybody in the team file", dueAfter: .zero, line: nil,
      assumption: "The document states no ladder and no role is bound: everybody is paged at once.")
  }

  private func timed(_ steps: [LadderStep]) -> [LadderStep] {
    let target = severity?.answerTarget?.minutes ?? 0
    let gap: Span = target > 0 ? .minutes(target) : .minutes(15)
    return steps.filter { $0.index <= LadderStep.limit }.enumerated().map { place, step in
      var step = step
      step.dueAfter = Span(microseconds: gap.microseconds.multipliedReportingOverflow(by: Int64(place)).partialValue)
      return step
    }
  }
}

extension Team {
  /// Whether a role names anybody at all who can be reached; who of a schedule is on call does not matter here.
  func reach(of role: String) -> [Person] {
    candidates(for: role).filter { !$0.methods.isEmpty }
  }
}
