import Incidents
import Runbooks

/// One incident as the figures count it.
package struct FigureCase: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// What was merged into another incident is with the false alarms.
    case real, drill, falseAlarm
  }

  package var incident: Int64
  package var kind: Kind
  package var severity: String
  package var severityRank: Int
  package var scenario: String?
  package var opened: Timestamp
  package var acknowledged: Timestamp?
  /// When the quiet began that lasted to its end.
  package var quiet: Timestamp?
  package var resolved: Timestamp?

  package init(
    incident: Int64, kind: Kind, severity: String, severityRank: Int, scenario: String?, opened: Timestamp,
    acknowledged: Timestamp?, quiet: Timestamp?, resolved: Timestamp?
  ) {
    self.incident = incident
    self.kind = kind
    self.severity = severity
    self.severityRank = severityRank
    self.scenario = scenario
    self.opened = opened
    self.acknowledged = acknowledged
    self.quiet = quiet
    self.resolved = resolved
  }
}

/// A call for help to one person.
package struct FigureCall: Sendable, Hashable {
  package var person: String
  package var at: Timestamp
  package init(person: String, at: Timestamp) {
    self.person = person
    self.at = at
  }
}

/// The middle and the ninetieth hundredth of some durations.
package struct Spread: Sendable, Hashable {
  package var count: Int
  package var median: Span?
  package var ninetieth: Span?

  package init(_ spans: [Span]) {
    // Compared as numbers: a comparison of spans is called across modules, a hundred thousand times a page.
    let sorted = spans.filter { $0 >= .zero }.map(\.microseconds).sorted().map(Span.init(microseconds:))
    count = sorted.count
    median = Self.at(0.5, sorted)
    ninetieth = Self.at(0.9, sorted)
  }

  /// The nearest rank; no value is made up between two.
  private static func at(_ part: Double, _ sorted: [Span]) -> Span? {
    guard !sorted.isEmpty else { return nil }
    return sorted[min(sorted.count - 1, max(0, Int((part * Double(sorted.count)).rounded(.up)) - 1))]
  }
}

/// Words to people of one incident: how many intervals owed one, and how many got it in time.
package struct UpdateFigure: Sendable, Hashable {
  package var owed: Int
  package var onTime: Int
  package init(owed: Int, onTime: Int) {
    self.owed = owed
    self.onTime = onTime
  }

  /// Whether a runbook says how often people are told of incidents of a severity.
  package static func isOwed(_ severity: String, by runbook: Runbook) -> Bool {
    runbook.cadence.contains { cadence in
      (cadence.minutes ?? 0) > 0
        && (cadence.severity.map { SeverityWords.cover([$0], severity, in: runbook.severities) } ?? true)
    }
  }

  /// From the kinds of an incident's entries in order, as `ReviewFigures` counts them.
  /// - Parameter isOwed: whether the runbook says how often people are told.
  package init(_ kinds: [TimelineEntry.Kind], isOwed: Bool) {
    (owed, onTime) = (0, 0)
    guard isOwed || kinds.contains(.updateDue) else { return }
    var late = false
    for kind in kinds {
      if kind == .updateDue {
        owed += 1
        late = true
      } else if kind == .update {
        if !late { (owed, onTime) = (owed + 1, onTime + 1) }
        late = false
      }
    }
  }
}

/// When it is night for a person.
enum NightClock {
  /// The day on which the night began that a moment lies in, from ten in the evening to seven in the morning; nil by day.
  static func night(of at: Timestamp, offset: Span) -> Int64? {
    let local = at.seconds &+ offset.seconds
    let day = floorDivide(local, 86_400)
    let hour = (local &- day &* 86_400) / 3_600
    return hour >= 22 ? day : hour < 7 ? day - 1 : nil
  }
}
