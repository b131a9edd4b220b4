import Engine
import Foundation
import Incidents
import Runbooks
import Storage

/// The figures of some days, with what they leave out.
struct FiguresView: Sendable {
  var figures: Figures
  var days: Int
  var from: Timestamp
  var to: Timestamp
  /// Practice, and false alarms with what was merged, that are not among them.
  var drills: Int
  var falseAlarms: Int
  /// Scenarios of the runbooks in force that nobody has practised, and when each other one was last.
  var neverRehearsed: [String]
  var rehearsed: [(scenario: String, at: Timestamp)]
  /// Steps of the lists that were skipped every time, among the newest incidents.
  var skipped: [SkippedSteps.Line] = []
  /// Of the runbooks in force.
  var citations: [Citation] = []
  var people: [String: String]
  /// Labels of the severities, from the runbooks in force.
  var labels: [String: String]
}

extension Site {
  static let figureDays = [7, 30, 90, 365]

  func figures(days: Int) async throws -> FiguresView {
    let now = context.now()
    let from = now - .days(days)
    let read = try await context.database.read(FigureQueries.cases(since: from))
    let cases = read.filter { $0.kind == .real }
    let known = Set(cases.map(\.incident))
    let first = cases.first?.incident ?? (Int64.max >> RowID.bits)
    let (calls, entries) = try await context.database.read(
      FigureQueries.calls(from: first), FigureQueries.updates(from: first))
    let runbooks = context.shelf.current().map(\.runbook)
    // Asked once for each severity, not for each of ten thousand incidents.
    let told = Set(cases.map(\.severity)).filter { severity in
      runbooks.contains { UpdateFigure.isOwed(severity, by: $0) }
    }
    let owed = Set(cases.filter { told.contains($0.severity) }.map(\.incident))
    let updates = Dictionary(grouping: entries.filter { known.contains($0.incident) }, by: \.incident)
      .map { UpdateFigure($1.map(\.kind), isOwed: owed.contains($0)) }
    let zones = Zones(context.shelf.team())
    let figures = Figures(
      cases, calls: calls.filter { known.contains($0.incident) }.map(\.call), updates: updates, from: from, to: now,
      offset: zones.offset)
    var view = view(figures, days, from, now, read.filter { $0.kind != .real })
    view.skipped = try await skipped(since: from)
    view.citations = context.shelf.current().map { Citation($0) }
    return view
  }

  /// As many incidents as are read for steps that nobody ticks.
  static let mostListsRead = 100

  private func skipped(since: Timestamp) async throws -> [SkippedSteps.Line] {
    let ended = try await context.database.read(
      IncidentQueries.ended(openedSince: since, limit: Self.mostListsRead))
    var cases: [(incident: Incident, runbook: Runbook)] = []
    for incident in ended { cases.append((incident, try await runbook(of: incident).runbook)) }
    return SkippedSteps(cases, inForce: context.shelf.current().map(\.runbook)).lines
  }

  private func view(
    _ figures: Figures, _ days: Int, _ from: Timestamp, _ to: Timestamp, _ leftOut: [FigureCase]
  ) -> FiguresView {
    let runbooks = context.shelf.current().map(\.runbook)
    let drills = leftOut.filter { $0.kind == .drill }
    let done = Dictionary(
      drills.compactMap { drill in drill.scenario.map { ($0, drill.opened) } }, uniquingKeysWith: max)
    var names: [String] = []
    for scenario in runbooks.flatMap(\.scenarios)
    where done[scenario.title] == nil && !names.contains(scenario.title) {
      names.append(scenario.title)
    }
    let people = context.shelf.team().people.map { ($0.id, $0.name) }
    let labels = runbooks.flatMap(\.severities).map { ($0.name, $0.label) }
    return FiguresView(
      figures: figures, days: days, from: from, to: to, drills: drills.count { $0.opened >= from },
      falseAlarms: leftOut.count - drills.count, neverRehearsed: names,
      rehearsed: done.map { (scenario: $0.key, at: $0.value) }.sorted { ($1.at, $0.scenario) < ($0.at, $1.scenario) },
      people: Dictionary(people) { first, _ in first }, labels: Dictionary(labels) { first, _ in first })
  }
}

/// What each person's clock shows.
private struct Zones: Sendable {
  private let zones: [String: TimeZone]

  init(_ team: Team) {
    let known = team.people.compactMap { person in
      person.zone.flatMap { TimeZone(identifier: $0) }.map { (person.id, $0) }
    }
    zones = Dictionary(known) { first, _ in first }
  }

  func offset(_ person: String, _ at: Timestamp) -> Span {
    let date = Date(timeIntervalSince1970: Double(at.seconds))
    return .seconds(zones[person]?.secondsFromGMT(for: date) ?? 0)
  }
}
