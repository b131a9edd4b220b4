import Incidents
import Runbooks

extension Engine {
  /// A person says that a situation of the runbook holds: whoever it calls is paged at its stated time from now. Or
  /// that it does not, or no longer: what has not been paged for it is not paged any more.
  package static func situation(
    _ view: IncidentView, _ words: String, holds: Bool, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      try draft.needsOpen()
      let known = Situations.steps(draft.incident, draft.policy)
      let titles = Situations.titles(known)
      let wanted = Wording.line(words, limit: 120)
      switch TitleSearch.find(words, in: titles) {
      case .none: throw .unknownSituation(wanted, known: titles)
      case .several(let found): throw .severalSituations(wanted, found)
      case .one(let title): draft.tell(title, holds, known.filter { $0.when == title }, by: actor)
      }
    }
  }
}

extension Draft {
  fileprivate mutating func tell(_ words: String, _ holds: Bool, _ steps: [LadderStep], by actor: String) {
    let before = incident.engagement.situation(words)
    guard before?.state != (holds ? .holds : .denied) else { return }
    say(Situation(words: words, state: holds ? .holds : .denied, at: now, by: actor))
    if holds {
      // Whoever was paged by time may be needed again now.
      for step in ladder where step.by != nil && step.from == now { incident.served &= ~step.bit }
    } else {
      dropForeignPages()
    }
    let line = Wording.line(words, limit: 120)
    note(
      .situation, by: actor, holds ? "\(name(of: actor)): \(line)" : "\(name(of: actor)): not so, \(line)",
      detail: holds ? "" : "What has not been paged for it is not paged.", line: steps.first?.line)
  }
}

/// The situations of a runbook that a person may name in an incident.
package enum Situations {
  /// One situation, for people to look at and to name.
  package struct Row: Sendable, Hashable {
    package enum State: String, Sendable, Hashable {
      /// Nobody has spoken of it.
      case open
      case asked, holds, denied
    }
    /// The document's words; what `Engine.situation` takes.
    package var words: String
    package var state: State
    /// When somebody last spoke of it, and who.
    package var at: Timestamp?
    package var by: String?
    /// Whom it calls: the role, the people behind it now, and how long after it is named.
    package var calls: [Call]
    package var line: Int?
    /// When it pages somebody unless somebody says no.
    package var due: Timestamp?
    package var assumption: String?
  }

  package struct Call: Sendable, Hashable {
    package var role: String
    package var names: [String]
    package var after: Span
  }

  /// In the document's order.
  package static func rows(_ view: IncidentView, now: Timestamp) -> [Row] {
    let (steps, ladder) = (steps(view.incident, view.policy), Escalation.ladder(view.incident, view.policy))
    return titles(steps).map { words in
      let own = steps.filter { $0.when == words }
      let said = view.incident.engagement.situation(words)
      let asked = ladder.first { $0.when == words && $0.asks != nil && view.incident.served & $0.bit == 0 }
      return Row(
        words: words, state: said.flatMap { Row.State(rawValue: $0.state.rawValue) } ?? .open, at: said?.at,
        by: said?.by,
        calls: own.map { step in
          Call(
            role: step.target, names: LadderState.names(of: step, view.policy.team, at: now, turns: view.turns),
            after: step.dueAfter)
        },
        line: own.first?.line, due: view.incident.status.isOpen ? asked.map { $0.due(view.incident) } : nil,
        assumption: asked?.assumption)
    }
  }

  /// The steps that a person brings about, each as it would be from the moment on which it is named.
  static func steps(_ incident: Incident, _ policy: Policy) -> [LadderStep] {
    policy.book.situations(LadderQuestion(incident))
  }

  static func titles(_ steps: [LadderStep]) -> [String] {
    var titles: [String] = []
    for words in steps.compactMap(\.when) where !titles.contains(words) { titles.append(words) }
    return titles
  }
}
