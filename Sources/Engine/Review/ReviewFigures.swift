import Incidents
import Runbooks

/// What can be counted of one incident's course.
package struct ReviewFigures: Sendable, Hashable {
  /// What the runbook asks for, and its line.
  package struct Target: Sendable, Hashable {
    package var span: Span
    package var line: Int?
  }

  /// From opening to the first answer, to the quiet that lasted, and to the end; nil where it did not come.
  package private(set) var answered: Span?
  package private(set) var restored: Span?
  package private(set) var resolved: Span?
  package private(set) var answerTarget: Target?
  package private(set) var cadence: Target?
  /// Words to people, and intervals in which one was owed.
  package private(set) var updates = 0
  package private(set) var updatesOwed = 0
  package private(set) var updatesOnTime = 0
  /// People who were called, the pages to them, and those of them whose person never answered.
  package private(set) var people = 0
  package private(set) var pages = 0
  package private(set) var unanswered = 0

  package init(_ incident: Incident, timeline: [TimelineEntry], pages: [Page], policy: Policy) {
    answered = incident.acknowledgedAt.map { $0 - incident.opened }
    resolved = incident.resolvedAt.map { $0 - incident.opened }
    restored = Self.restoredAt(incident).map { $0 - incident.opened }
    let deadlines = Deadlines(incident, policy, Escalation.ladder(incident, policy), pages: pages)
    answerTarget = Self.target(incident, policy.runbook)
    cadence = [.internal, .external].compactMap { deadlines.cadence(for: $0) }
      .min { ($0.minutes ?? .infinity) < ($1.minutes ?? .infinity) }
      .flatMap { cadence in cadence.minutes.map { Target(span: .minutes($0), line: cadence.line) } }
    countUpdates(timeline)
    countPages(pages, timeline)
  }

  /// When it last became quiet before its end; the end itself where a person ended it while something fired.
  package static func restoredAt(_ incident: Incident) -> Timestamp? {
    guard let end = incident.resolvedAt else { return incident.quietSince }
    return incident.quietSince.map { min($0, end) } ?? end
  }

  private static func target(_ incident: Incident, _ runbook: Runbook) -> Target? {
    guard let severity = SeverityWords.find(incident.severity, in: runbook.severities) else { return nil }
    let minutes = [severity.responseMinutes, severity.ackMinutes].compactMap { $0 }.filter { $0 > 0 }.min()
    return minutes.map { Target(span: .minutes($0), line: severity.line) }
  }

  /// A word is on time unless its interval was noted as missed before it came. Where nobody is owed one, none is.
  private mutating func countUpdates(_ timeline: [TimelineEntry]) {
    let isOwed = cadence != nil || timeline.contains { $0.kind == .updateDue }
    var late = false
    for entry in timeline.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) {
      if entry.kind == .updateDue {
        updatesOwed += 1
        late = true
      } else if entry.kind == .update {
        updates += 1
        if isOwed, !late {
          updatesOwed += 1
          updatesOnTime += 1
        }
        late = false
      }
    }
  }

  private mutating func countPages(_ all: [Page], _ timeline: [TimelineEntry]) {
    let calls = all.filter { $0.reason.climbs && $0.status != .cancelled && $0.status != .pending }
    let answered = Set(timeline.filter { $0.kind == .acknowledged }.map(\.actor))
    pages = calls.count
    people = Set(calls.map(\.person)).count
    unanswered = calls.count { !answered.contains($0.person) }
  }
}
