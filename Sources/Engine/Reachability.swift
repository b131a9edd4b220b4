import Incidents
import Runbooks

/// A role that the document pages and that reaches nobody today.
package struct Unreachable: Sendable, Hashable {
  /// The document's words.
  package var role: String
  /// "CTO/Founder reaches nobody": the fact in a sentence without its end mark.
  package var text: String
  /// Why, what happens meanwhile, and the remedy.
  package var hint: String
  /// The line of the rung or rule.
  package var line: Int?
  /// The line of a contact that nobody can be reached by.
  package var contactLine: Int?
  /// It stands in the chain, so a climb of the ladder meets it.
  package var inChain: Bool
}

/// Where the ladder, the rules and the roles end at nobody: found when the runbook is read, not in the night.
package enum Reachability {
  /// Every role that is paged and reaches nobody at `at`, the chain's first.
  package static func of(_ runbook: Runbook, _ team: Team, at: Timestamp) -> [Unreachable] {
    var found: [Unreachable] = []
    for demand in demands(runbook, team) {
      for role in team.parts(of: demand.target) {
        let people = team.holders(of: role, at: at)
        let again = found.contains { same($0.role, role) }
        guard !people.contains(where: { !$0.methods.isEmpty }), !again else { continue }
        found.append(hole(role, demand, people, runbook, team))
      }
    }
    return found
  }

  private struct Demand {
    var target: String
    var line: Int?
    var inChain: Bool
  }

  /// Everything that may page somebody. Where the document has no chain, what is climbed instead.
  private static func demands(_ runbook: Runbook, _ team: Team) -> [Demand] {
    var demands = runbook.escalation.map { Demand(target: $0.target, line: $0.line, inChain: true) }
    let book = LadderBook(runbook, team)
    for severity in runbook.severities {
      for step in book.ladder(LadderQuestion(severity: severity.name))
      where step.kind == .contact && !demands.contains(where: { $0.line == step.line }) {
        demands.append(Demand(target: step.target, line: step.line, inChain: true))
      }
    }
    return demands
      + runbook.escalationRules.map { rule in
        Demand(target: Escalation.expand(rule.target, in: runbook), line: rule.line, inChain: false)
      }
  }

  private static func hole(
    _ role: String, _ demand: Demand, _ people: [Person], _ runbook: Runbook, _ team: Team
  ) -> Unreachable {
    let contact = runbook.contacts.first { $0.placeholder && same($0.role, role) }
    var why = people.isEmpty ? [] : ["\(Wording.list(people.map(\.name))) has no contact method."]
    if let contact {
      let said = contact.via.first ?? contact.name
      why.append(said.isEmpty ? "Its contact is empty." : "Its contact is \(Wording.line(said, limit: 60)).")
    }
    let fallback = team.fallback.flatMap(team.person).map { "Until it is bound, \($0.name) is paged instead." }
    why += [fallback, "Bind the role in tocsin.yaml."].compactMap { $0 }
    return Unreachable(
      role: role,
      text: demand.inChain ? "\(role) reaches nobody" : "\(role) is paged in one rule and bound to nobody",
      hint: why.joined(separator: " "), line: demand.line, contactLine: contact?.line, inChain: demand.inChain)
  }

  private static func same(_ a: String, _ b: String) -> Bool { a == b || RoleIndex([a]).first(b) != nil }
}
