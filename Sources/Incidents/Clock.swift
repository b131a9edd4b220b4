/// A deadline that the runbook sets on an incident, as people see it.
package struct Clock: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case answer, rung, reminder, updateDue, phase, rollbackDecision, quietWindow, reviewDue, legalNotice, actionItem
    case runbookUpdate, runbookReview, question, answerLapse, handover
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
  /// What was assumed for it, where the document does not say it.
  package var assumption: String?
  /// Which promise it is, for whoever answers it; nil where nobody can.
  package var key: String?
  /// What a person may answer with one tap.
  package var answers: [ClockAnswer] = []

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

/// What a person may say to a clock.
package enum ClockAnswer: String, Sendable, Hashable, Codable, CaseIterable {
  /// The promise is kept.
  case done
  /// It is not owed here.
  case notNeeded = "not-needed"
  /// Begin it: the incident is of that kind.
  case start
  case rollBack = "roll-back"
  /// Decide again in a quarter of an hour.
  case goOn = "go-on"
}
