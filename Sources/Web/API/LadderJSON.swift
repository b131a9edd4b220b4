import Engine
import Incidents

/// A rung of an incident's ladder with the reason for it.
struct RungJSON: Encodable {
  /// What the act `page` takes.
  var step: Int
  var role: String
  var people: [String]
  var minute: Int
  var due: String
  var state: String
  var until: String
  var note: String
  var why: String
  var line: Int?
  var assumption: String?

  init(_ step: LadderStepState, from start: Timestamp) {
    self.step = step.index
    role = step.role
    people = step.names
    minute = step.minute
    due = rfc3339(start + .minutes(step.minute))
    state = step.state.rawValue
    until = step.untilResolved ? Until.resolved.rawValue : Until.acknowledged.rawValue
    note = step.note
    why = step.why
    line = step.line
    assumption = step.assumption
  }
}

/// A situation of the runbook that a person may name.
struct SituationJSON: Encodable {
  struct Call: Encodable {
    var role: String
    var people: [String]
    var afterMinutes: Int64
  }
  var situation: String
  var state: String
  var at: String?
  var by: String?
  var calls: [Call]
  /// When it pages somebody unless somebody says that it is not so.
  var due: String?
  var line: Int?
  var assumption: String?

  init(_ row: Situations.Row) {
    situation = row.words
    state = row.state.rawValue
    at = row.at.map(rfc3339)
    by = row.by
    calls = row.calls.map { Call(role: $0.role, people: $0.names, afterMinutes: $0.after.minutes) }
    due = row.due.map(rfc3339)
    line = row.line
    assumption = row.assumption
  }
}

struct AnswerJSON: Encodable {
  var person: String
  var at: String
  init(_ answer: Answer) {
    person = answer.person
    at = rfc3339(answer.at)
  }
}

struct HandoverJSON: Encodable {
  var to: String
  var by: String
  var at: String
  init(_ handover: Handover) {
    to = handover.to
    by = handover.by
    at = rfc3339(handover.at)
  }
}
