import Incidents

/// The review of an incident is declared to be done.
extension Engine {
  /// Longest text of a review, in bytes.
  package static let longestReview = 262_144

  /// Notes that the review was published and keeps its promise. `number` is the version's. Throws `notResolved` while
  /// the incident is open.
  package static func publishReview(
    _ view: IncidentView, number: Int, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      guard !draft.incident.status.isOpen else { throw .reviewTooEarly }
      let promise = draft.deadlines.review
      if let promise, promise.state.met == nil {
        var state = promise.state
        state.met = now
        state.metBy = actor
        draft.incident.promises[promise.key] = state
      }
      let late = promise.flatMap { $0.state.met == nil && now > $0.due ? $0.due : nil }
      draft.note(
        .review, by: actor, "\(draft.name(of: actor)) published the review, version \(number)",
        detail: late.map { "It was due at \(Wording.moment($0))." } ?? "", line: promise?.line)
    }
  }
}
