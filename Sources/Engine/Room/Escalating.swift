import Incidents
import Runbooks

/// Whom a person may call by hand: every rung of the ladder, every role of the runbook and of the team file, everybody
/// who can be paged.
package struct Callable: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable { case rung, role, person }
  package var kind: Kind
  /// The document's words, or the person's name.
  package var name: String
  /// Who would be paged now, by name.
  package var people: [String]
  package var line: Int?

  package static func all(_ view: IncidentView, now: Timestamp) -> [Callable] {
    let (team, runbook) = (view.policy.team, view.policy.runbook)
    let steps = Escalation.ladder(view.incident, view.policy) + Escalation.offers(view.incident, view.policy)
    var found: [Callable] = []
    let add = { (kind: Kind, name: String, line: Int?, people: [String]) in
      guard !found.contains(where: { $0.name == name }) else { return }
      found.append(Callable(kind: kind, name: name, people: people, line: line))
    }
    for step in steps {
      add(.rung, step.target, step.line, LadderState.names(of: step, team, at: now, turns: view.turns))
    }
    let roles = runbook.roles.map { ($0.name, Optional($0.line)) } + team.roles.map { ($0.role, nil) }
    for (role, line) in roles { add(.role, role, line, team.holders(of: role, at: now).map(\.name)) }
    for person in team.people where !person.methods.isEmpty { add(.person, person.name, nil, [person.name]) }
    return found
  }
}

extension Draft {
  /// Calls a rung, a role or a person in by hand, with what they are to know.
  mutating func escalate(to words: String, message: String, by actor: String) throws(Refusal) {
    try needsOpen()
    let view = IncidentView(incident: incident, pages: known, alerts: alerts, policy: policy, turns: turns)
    let callable = Callable.all(view, now: now)
    guard let wanted = find(words, in: callable) else {
      throw .unknownTarget(Wording.line(words, limit: 80), known: callable.map(\.name))
    }
    if let left = FilledTemplate.asks(in: message, slots: slots).first { throw .leftOver(left) }
    let said = String(message.prefix(10_000))
    let short = Wording.line(said, limit: 240)
    note(
      .escalation, by: actor, "\(name(of: actor)) escalates to \(Wording.line(wanted.name, limit: 80))",
      detail: Wording.line(said, limit: 2_000), line: wanted.line)
    let because = "\(name(of: actor)) escalates to you" + (short.isEmpty ? "" : ". \(short)")
    call(wanted, because)
  }

  private var slots: [String] {
    policy.runbook.templates.filter { $0.kind == .escalation || $0.kind == .internal }.flatMap(\.placeholders)
  }

  private func find(_ words: String, in callable: [Callable]) -> Callable? {
    if let person = team.person(words) { return callable.first { $0.kind == .person && $0.name == person.name } }
    // Nobody is called by letters that only happen to stand inside other words.
    guard case .one(let name) = TitleSearch.find(words, in: callable.map(\.name)),
      !Set(Tokens.of(words)).isDisjoint(with: Tokens.of(name)) || Tokens.folded(name).hasPrefix(Tokens.folded(words))
    else { return nil }
    return callable.first { $0.name == name }
  }

  private mutating func call(_ wanted: Callable, _ because: String) {
    var cause = PageCause(
      rung: nil, reason: .byHand, because: because, role: wanted.name, until: .resolved, line: wanted.line)
    let steps = ladder + Escalation.offers(incident, policy)
    if wanted.kind == .person {
      if let person = team.named(wanted.name) { page(person, cause) }
    } else if let step = steps.first(where: { $0.target == wanted.name }) {
      if ladder.contains(where: { $0.index == step.index }) { incident.served |= step.bit }
      cause.rung = step.index
      reach(step, cause)
    } else {
      reach(
        LadderStep(
          index: LadderStep.limit, kind: .role, target: wanted.name, dueAfter: .zero, until: .resolved,
          line: wanted.line), cause)
    }
  }
}

/// The runbook's message for an escalation, filled as far as Tocsin knows.
package enum EscalationMessage {
  /// The first template of the document for it; nil where there is none.
  package static func template(_ runbook: Runbook, severity: String) -> Template? {
    let own = runbook.templates.filter { $0.kind == .escalation }
    return own.first { SeverityWords.cover($0.severities, severity, in: runbook.severities) } ?? own.first
  }
}
