import Engine
import Incidents
import Runbooks

struct ClockJSON: Encodable {
  var kind: String
  var state: String
  var what: String
  var why: String
  var due: String
  var intervalSeconds: Int64
  var line: Int?
  /// What was assumed for it, where the document does not say it.
  var assumption: String?
  /// Which promise it is, and what `POST /api/v1/incidents/ID/clock` takes for it.
  var key: String?
  var answers: [String]

  init(_ clock: Clock) {
    kind = clock.kind.rawValue
    state = clock.state.rawValue
    what = clock.what
    why = clock.why
    due = rfc3339(clock.due)
    intervalSeconds = clock.interval.seconds
    line = clock.line
    assumption = clock.assumption
    key = clock.key
    answers = clock.answers.map(\.rawValue)
  }
}

/// An action item.
struct ItemJSON: Encodable {
  var number: Int
  var text: String
  var owner: String
  var priority: String
  var due: String?
  var doneAt: String?
  var doneBy: String?

  init(_ item: ActionItem) {
    number = item.number
    text = item.text
    owner = item.owner
    priority = item.priority.rawValue
    due = item.due.map(rfc3339)
    doneAt = item.doneAt.map(rfc3339)
    doneBy = item.doneBy
  }
}
