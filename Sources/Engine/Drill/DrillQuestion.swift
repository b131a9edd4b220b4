import Incidents

/// What a drill plays: one incident, how people behave in it, and what is broken that night.
package struct DrillQuestion: Sendable, Hashable {
  /// A severity that somebody raises or lowers on the way.
  package struct Change: Sendable, Hashable {
    /// Minutes after opening.
    package var minute: Int
    /// Name of the severity.
    package var severity: String

    package init(minute: Int, severity: String) {
      self.minute = minute
      self.severity = severity
    }
  }

  /// A situation of the runbook that somebody names on the way.
  package struct Said: Sendable, Hashable {
    /// Minutes after opening.
    package var minute: Int
    /// The situation in the document's words, or some of them.
    package var words: String

    package init(minute: Int, words: String) {
      self.minute = minute
      self.words = words
    }
  }

  /// Title of a scenario of the runbook, or the words of a situation; nil plays an incident that fits none.
  package var scenario: String?
  /// Name of the severity; nil takes the scenario's own, else the worst.
  package var severity: String?
  /// When the incident opens: rotations answer for this moment.
  package var start: Timestamp
  /// Minutes after which whoever was paged and is awake acknowledges; nil = nobody ever does.
  package var acknowledgeAfter: Int?
  /// Minutes after opening at which it is resolved; nil = it never is.
  package var resolveAfter: Int?
  package var change: Change?
  package var said: Said?
  /// Identifiers of people who do not answer.
  package var asleep: Set<String>
  /// Names of channels by which no page gets through.
  package var channelsDown: Set<String>
  /// How many climbs of the ladder are shown; the engine itself stops after three.
  package var rounds: Int
  /// How long to play; nil = the last rung and the time to answer it, or the resolution and its review.
  package var horizon: Span?

  package init(
    scenario: String? = nil, severity: String? = nil, start: Timestamp, acknowledgeAfter: Int? = nil,
    resolveAfter: Int? = nil, change: Change? = nil, asleep: Set<String> = [], channelsDown: Set<String> = [],
    rounds: Int = 1, horizon: Span? = nil
  ) {
    self.scenario = scenario
    self.severity = severity
    self.start = start
    self.acknowledgeAfter = acknowledgeAfter
    self.resolveAfter = resolveAfter
    self.change = change
    self.asleep = asleep
    self.channelsDown = channelsDown
    self.rounds = rounds
    self.horizon = horizon
  }
}
