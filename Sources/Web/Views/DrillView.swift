import Engine
import Incidents
import Runbooks

/// A night that was played, and what it was played with.
struct DrillView: Sendable {
  var night: DrillNight
  var ladder: LadderDrawing
  var mark: SeverityMark
  /// What came of every scenario at every severity; empty where the runbook has too many to play at once.
  var all: [Row]
  var form: DrillForm
  var shelved: ShelvedRunbook
  var reader: Frame.Reader
  var hasPeople: Bool

  /// One scenario, over all severities.
  struct Row: Sendable {
    var title: String
    var line: Int?
    var reached: Int
    var asked: Int
    /// Severities at which a rung reaches nobody.
    var dead: [String]
  }

  var citation: Citation { Citation(shelved) }
  var severity: String { night.severity }
}

/// What the form of the drill page offers and what is chosen in it. Titles stand in it by their number: an address holds
/// no text of a document.
struct DrillForm: Sendable {
  var runbooks: [String]
  var runbook: Int
  var scenarios: [String]
  var scenario: Int
  var severities: [Severity]
  var severity: Int
  var people: [Person]
  var channels: [String]
  var asleep: String
  var down: String
  /// Minutes, or nil for never.
  var acknowledge: Int?
  var resolve: Int?
  var raise: Int?
  var raiseAt: Int
  /// When it opens, as it was written.
  var at: String
}
