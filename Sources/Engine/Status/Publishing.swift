import Incidents
import Runbooks

extension Engine {
  /// A word to the world about an incident: what is published is exactly what a person posts here. Also after the end,
  /// for the page must be able to say that it is over. Throws where a text is empty or still asks for something.
  package static func publish(
    _ view: IncidentView, _ update: PublicUpdate, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      guard ![.merged, .cancelled].contains(draft.incident.status) else { throw .alreadyClosed(draft.incident.status) }
      guard !draft.incident.isPrivate else { throw .isPrivate }
      let words = try Draft.words(update.text, "public update")
      guard update.title.contains(where: { !$0.isWhitespace }) else { throw .empty("public title") }
      if let left = leftOver(in: update.title + "\n" + words, draft.policy.runbook) { throw .leftOver(left) }
      if let next = update.nextBy, next <= now { throw .promisePassed }
      if draft.incident.status.isOpen { draft.spoke(to: .external) }
      let promise = update.nextBy.map { " Next update by \(Wording.clock($0)) UTC." } ?? ""
      draft.note(
        .update, by: actor, words, detail: "Public, \(update.state.rawValue): \(Wording.line(update.title)).\(promise)")
    }
  }

  /// A placeholder of the runbook's templates that still stands in a text; nil where none is left.
  package static func leftOver(in text: String, _ runbook: Runbook) -> String? {
    FilledTemplate.asks(in: text, slots: runbook.templates.flatMap(\.placeholders)).first
  }
}
