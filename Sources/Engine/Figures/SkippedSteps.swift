import Incidents
import Runbooks

/// Steps of the runbook's lists that nobody ticked off in any incident that is over. Of a list that somebody worked each
/// such step is told; a list that nobody ever began is told as a whole. What is a choice (symptoms, causes, solutions)
/// or waits for a rollback is no step that could be skipped.
package struct SkippedSteps: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    package var list: String
    /// nil: the whole list.
    package var step: String?
    /// Which runbook in force says so, counted from 0, and where it does today.
    package var runbook: Int
    package var line: Int
    /// In how many incidents it was skipped.
    package var incidents: Int
  }

  /// Once may be chance.
  package static let fewest = 2

  /// The most often skipped first.
  package private(set) var lines: [Line] = []

  /// - Parameters:
  ///   - ended: incidents that are over, each with the runbook that it is pinned to.
  ///   - inForce: the runbooks of today; what they do not say any more is left out.
  package init(_ ended: [(incident: Incident, runbook: Runbook)], inForce: [Runbook]) {
    var counts: [String: Count] = [:]
    var known: [Course: [Checklist]] = [:]
    for (incident, runbook) in ended {
      // Many incidents take one course through one runbook: its lists are made once.
      let course = Course(runbook: incident.runbook, severity: incident.severity, scenario: incident.scenario)
      let lists = known[course] ?? Checklists(incident, runbook).all.filter { Self.kinds.contains($0.kind) }
      known[course] = lists
      for list in lists.map({ $0.ticked(in: incident) }) {
        for item in list.items { counts[item.key, default: Count(list, item)].add(item, list) }
      }
    }
    let places = Self.places(inForce)
    let skipped = counts.filter { places[$0.key] != nil && $0.value.ticked == 0 }
    for (title, steps) in Dictionary(grouping: skipped, by: \.value.list) {
      let isBegun = steps.contains { $0.value.worked > 0 }
      let found = steps.compactMap { key, count -> Line? in
        guard let place = places[key] else { return nil }
        return Line(
          list: title, step: isBegun ? count.text : nil, runbook: place.runbook, line: place.line,
          incidents: isBegun ? count.worked : count.offered)
      }.filter { $0.incidents >= Self.fewest }.sorted { $0.line < $1.line }
      lines += isBegun ? found : Array(found.prefix(1))
    }
    lines.sort { ($1.incidents, $0.runbook, $0.line) < ($0.incidents, $1.runbook, $1.line) }
  }

  private static let kinds: Set<Checklist.Kind> = [.phase, .verification, .health, .other]

  /// Where the steps of today stand: phases depend on the severity, checks on the scenario, neither on the other.
  private static func places(_ inForce: [Runbook]) -> [String: (runbook: Int, line: Int)] {
    var places: [String: (runbook: Int, line: Int)] = [:]
    for (index, runbook) in inForce.enumerated() {
      let cases =
        runbook.severities.map { bare(severity: $0.name, scenario: nil) }
        + runbook.scenarios.map { bare(severity: "", scenario: $0.title) }
      for list in cases.flatMap({ Checklists($0, runbook).all }) {
        for item in list.items where places[item.key] == nil { places[item.key] = (index, item.line ?? list.line) }
      }
    }
    return places
  }

  private static func bare(severity: String, scenario: String?) -> Incident {
    Incident(
      id: 0, name: "", title: "", cause: "", severity: severity, severityRank: 0, scenario: scenario, runbook: 0,
      opened: Timestamp(microseconds: 0))
  }

  /// What decides which lists an incident has.
  private struct Course: Hashable {
    var runbook: Int64
    var severity: String
    var scenario: String?
  }

  private struct Count {
    var list: String
    var text: String
    var offered = 0
    /// Where another step of its list was ticked.
    var worked = 0
    var ticked = 0

    init(_ list: Checklist, _ item: Checklist.Item) {
      (self.list, text) = (list.title, item.text)
    }

    mutating func add(_ item: Checklist.Item, _ list: Checklist) {
      offered += 1
      worked += list.done > 0 ? 1 : 0
      ticked += item.tick == nil ? 0 : 1
    }
  }
}
