import App
import ArgumentParser
import Engine
import Incidents
import Runbooks

/// Which incident a drill plays.
struct DrillOptions: ParsableArguments {
  @Option(help: "Title of the scenario, or the beginning or words of it; else the first one.") var scenario: String?
  @Option(help: "The severity; else the scenario's own, else the worst.") var severity: String?
  @Option(help: "When it opens, as 2026-02-14T03:12:00Z; else now.") var at: String?

  func start() throws(Failure) -> Timestamp {
    guard let at else {
      let now = PacedClock.wall().microseconds
      return Timestamp(microseconds: now - floorModulo(now, 60_000_000))
    }
    guard let moment = WrittenTime.moment(at) else {
      throw Failure(.usage, "--at \(Layout.plain(at)) is not a time. Write 2026-02-14T03:12:00Z or 2026-02-14.")
    }
    return moment
  }

  func apply(to question: inout DrillQuestion, _ drill: Drill, name: String) throws(Failure) {
    question.severity = severity
    guard let scenario else {
      question.scenario = drill.titles.first
      return
    }
    switch drill.find(scenario) {
    case .one(let title): question.scenario = title
    case .several(let titles):
      throw Failure(.usage, "\"\(Layout.plain(scenario))\" fits several scenarios: \(Self.list(titles)).")
    case .none:
      let known = drill.titles.isEmpty ? "It has none" : "It has \(Self.list(drill.titles))"
      throw Failure(.usage, "\(name) has no scenario \"\(Layout.plain(scenario))\". \(known).")
    }
  }

  private static func list(_ titles: [String]) -> String { titles.map(Layout.plain).joined(separator: "; ") }
}
