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
  /// By which `/api/v1/items/ID` knows it.
  var id: String
  var number: Int
  var text: String
  var owner: String
  var priority: String
  var state: String
  var due: String?
  var doneAt: String?
  var doneBy: String?

  init(_ item: ActionItem) {
    id = String(item.id)
    number = item.number
    text = item.text
    owner = item.owner
    priority = item.priority.rawValue
    state = item.state.rawValue
    due = item.due.map(rfc3339)
    doneAt = item.doneAt.map(rfc3339)
    doneBy = item.doneBy
  }
}
