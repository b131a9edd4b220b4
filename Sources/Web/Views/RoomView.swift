import Incidents
import Runbooks

/// What the room of one incident shows, gathered and ready.
struct RoomView: Sendable {
  var incident: Incident
  var mark: SeverityMark
  /// The runbook's definition of the severity.
  var definition: Said?
  var citation: Citation
  var runbook: Runbook
  var now: Timestamp
  /// Names by identifier.
  var people: [String: String]
  var clocks: [Clock]
  var alerts: [Alert]
  var firing: Int
  /// Newest first.
  var entries: [TimelineEntry]
  /// How many entries stand before those.
  var older: Int
  var ladder: LadderDrawing
  /// The rung that a click pages now, and the person behind it.
  var next: (step: Int, name: String)?
  /// What acknowledging would stop, in a sentence.
  var consequence: String
  var scenario: Scenario?
  var hasReview: Bool
  var reader: Frame.Reader
  /// What was refused just now, in words for the person who tried.
  var problem: Problem?

  /// A refused act with what was typed.
  struct Problem: Sendable {
    var act: String
    var message: String
    var text: String
  }

  func name(_ id: String?) -> String? { id.map { people[$0] ?? $0 } }

  /// "Burning since", "Watched since", "Resolved at".
  var verb: String {
    switch incident.status {
    case .monitoring: "Watched, open since"
    case .triggered, .acknowledged: "Burning since"
    default: "Opened at"
    }
  }
}
