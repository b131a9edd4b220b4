import Engine
import Incidents

/// The figures for programs, and for the terminal.
struct FiguresJSON: Encodable {
  struct Middle: Encodable {
    /// Seconds; absent where nothing was measured.
    var median: Int64?
    var ninetieth: Int64?
    var count: Int

    init(_ spread: Spread) {
      (median, ninetieth, count) = (spread.median?.seconds, spread.ninetieth?.seconds, spread.count)
    }
  }

  struct Group: Encodable {
    var name: String
    var label: String?
    var incidents: Int
    var answered: Middle
    var quiet: Middle
    var resolved: Middle

    init(_ group: Figures.Group, label: String? = nil) {
      (name, self.label, incidents) = (group.name, label, group.incidents)
      (answered, quiet, resolved) = (Middle(group.acknowledge), Middle(group.mitigate), Middle(group.resolve))
    }
  }

  struct Person: Encodable {
    var name: String
    var pages: Int
    var atNight: Int
    var nights: Int
  }

  struct Step: Encodable {
    var list: String
    var step: String?
    var line: Int
    var incidents: Int
  }

  var days: Int
  var since: String
  var all: Group
  var severities: [Group]
  var scenarios: [Group]
  var people: [Person]
  var updatesOwed: Int
  var updatesOnTime: Int
  /// Not among them.
  var drills: Int
  var falseAlarms: Int
  var recurring: [String]
  var neverRehearsed: [String]
  var alwaysSkipped: [Step]

  init(_ view: FiguresView) {
    let figures = view.figures
    (days, since) = (view.days, rfc3339(view.from))
    all = Group(figures.all)
    severities = figures.bySeverity.map { Group($0, label: view.labels[$0.name]) }
    scenarios = figures.byScenario.map { Group($0) }
    people = figures.people.map {
      Person(name: view.people[$0.person] ?? $0.person, pages: $0.pages, atNight: $0.atNight, nights: $0.nights)
    }
    (updatesOwed, updatesOnTime) = (figures.updatesOwed, figures.updatesOnTime)
    (drills, falseAlarms) = (view.drills, view.falseAlarms)
    recurring = figures.recurring.map(\.name)
    neverRehearsed = view.neverRehearsed
    alwaysSkipped = view.skipped.map { Step(list: $0.list, step: $0.step, line: $0.line, incidents: $0.incidents) }
  }
}
