import Engine
import Incidents
import Runbooks
import Testing

/// One real runbook with a team whose roles are bound as its own words have them, and everybody reachable.
struct RealTeam {
  let runbook: Runbook
  let team: Team

  init(_ name: String, _ roles: [String: String], rules: [String: String] = [:]) throws {
    runbook = try RealRunbooks.read(name)
    let bound = roles.merging(rules) { first, _ in first }
    let people = Set(bound.values).sorted().map { id in
      Person(id: id, name: id.capitalized, methods: [ContactMethod(channel: "push", address: id)])
    }
    team = Team(
      name: name, people: people,
      roles: bound.sorted { $0.key < $1.key }.map { RoleBinding(role: $0.key, holder: .people([$0.value])) })
  }

  /// A night that begins with this alert, matched as the intake matches it.
  func night(_ summary: String, severity: String = "", labels: [String: String] = [:]) -> Night {
    let match = Matching.rank(summary: summary, labels: labels, runbook: runbook).first
    let event = AlertEvent(
      action: .trigger, dedupKey: "k", summary: summary, source: "monitor", severity: severity, labels: labels)
    return Night(runbook, team, alert: event, match: match)
  }

  /// The text of a line, so that a test names the words behind a page and not only their number.
  func words(_ line: Int?) -> String {
    guard let line, runbook.lines.indices.contains(line - 1) else { return "" }
    return runbook.lines[line - 1]
  }
}

extension Night {
  /// "minute person Lline" of each page, in order.
  var lines: [String] {
    got.filter(\.reason.climbs).map { "\($0.minute) \($0.person) L\($0.line.map(String.init) ?? "-")" }
  }
}
