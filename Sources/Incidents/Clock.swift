/// A deadline that the runbook sets on an incident, as people see it.
package struct Clock: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    case answer, rung, reminder, updateDue, rollbackDecision, quietWindow, reviewDue
  }
  package enum State: String, Sendable, Hashable, Codable { case running, soon, late, stopped, met }

  package var kind: Kind
  package var state: State
  /// What will happen: "Senior Engineer paged".
  package var what: String
  /// Whom it reaches or what follows, in a phrase: "Chidi Okafor, unless resolved".
  package var why: String
  package var due: Timestamp
  /// The whole interval, for the track.
  package var interval: Span
  package var line: Int?

  package init(
    kind: Kind, state: State, what: String, why: String, due: Timestamp, interval: Span, line: Int?
  ) {
    self.kind = kind
    self.state = state
    self.what = what
    self.why = why
    self.due = due
    self.interval = interval
    self.line = line
  }
}
