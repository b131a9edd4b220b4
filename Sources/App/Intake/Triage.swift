import Engine
import Incidents
import Runbooks
import Storage
import Web

/// What an alert is about: which runbook, which scenario, how severe, and with which others it is one incident.
struct Triage {
  /// As its route has it.
  var event: AlertEvent
  let integration: Int64
  /// The runbook as it was read: its revision and its name.
  let revision: Int64
  let runbook: String
  let policy: Policy
  var match: ScenarioMatch?
  /// Worked out when it is asked for: what joins an incident of the worst severity cannot raise it.
  lazy var severity = chosen
  var cause: String
  let route: AlertRoute?

  /// What a person said of this alert before; else the runbook whose scenario fits best, among those that a route or a
  /// label names; where none fits, the runbook that lists the alert's service, else the first of the command line.
  /// - Parameter name: the name of the ingest key, where any route asks for it.
  static func of(_ event: AlertEvent, key: OpenIndex.Key, name: String?, shelf: RunbookShelf.Snapshot) -> Triage? {
    let route = shelf.configuration.routes.first { $0.takes(event.labels, by: name) }
    var event = event
    if let service = route?.service { event.labels["service"] = service }
    if !shelf.corrections.isEmpty, let corrected = corrected(event, key, shelf, route) { return corrected }
    let named = route.flatMap { shelf.place(of: $0) }.map { [$0] } ?? shelf.routing.named(by: event.labels)
    let best = shelf.best(summary: event.summary, labels: event.labels, among: named)
    guard let place = best?.place ?? named?.min() ?? shelf.routing.listing(Cause.service(of: event)) ?? shelf.first
    else { return nil }
    return Triage(place, best?.match, event, key, shelf, route)
  }

  private init?(
    _ place: Int, _ match: ScenarioMatch?, _ event: AlertEvent, _ key: OpenIndex.Key, _ shelf: RunbookShelf.Snapshot,
    _ route: AlertRoute?
  ) {
    guard shelf.current.indices.contains(place), shelf.policies.indices.contains(place) else { return nil }
    (revision, runbook) = (shelf.current[place].id, shelf.current[place].name)
    (policy, self.match) = (shelf.policies[place], match)
    (self.event, integration, self.route) = (event, key.integration, route)
    if let route, let group = route.group {
      cause = Cause.key(route: route.name, labels: event.labels, by: group)
    } else {
      cause = Cause.key(
        event, scenario: match.map { shelf.subject($0.title, of: place) }, integration: key.integration,
        unique: key.dedupKey)
    }
    if route?.isPrivate == true { cause = Cause.apart(cause) }
  }

  private var chosen: SeverityChoice {
    let severity = SeverityChoice.of(event, scenario: match?.title, policy: policy)
    return route.map { severity.ruled(by: $0, in: policy.runbook.severities) } ?? severity
  }

  private static func corrected(
    _ event: AlertEvent, _ key: OpenIndex.Key, _ shelf: RunbookShelf.Snapshot, _ route: AlertRoute?
  ) -> Triage? {
    let identity = AlertIdentity.of(
      labels: event.labels, integration: key.integration, dedupKey: event.dedupKey, source: event.source,
      summary: event.summary)
    guard let said = shelf.corrections[identity],
      let place = shelf.current.firstIndex(where: { $0.name == said.runbook }) ?? shelf.first
    else { return nil }
    let who = shelf.configuration.team.person(said.actor)?.name ?? said.actor
    let why = "corrected by \(who) on \(CivilTime(said.at).date)"
    guard let title = said.scenario else {
      var none = Triage(place, nil, event, key, shelf, route)
      none?.severity.reasons.insert(Reason("No scenario: \(why)"), at: 0)
      return none
    }
    let scenarios = shelf.current[place].runbook.scenarios
    // A scenario that the runbook has no longer is not what the alert is about; the words decide again.
    guard let index = scenarios.firstIndex(where: { $0.title == title }) else { return nil }
    let match = ScenarioMatch(
      scenario: index, title: title, score: 1, why: [Reason("This scenario: \(why)", line: scenarios[index].line)])
    return Triage(place, match, event, key, shelf, route)
  }

  mutating func opening(id: Int64, name: String, turns: [String: Int], now: Timestamp) -> Plan {
    var opening = Opening(
      event, id: id, name: name, cause: cause, match: match, severity: severity, revision: revision)
    if let route, route.isPrivate { opening.privateBy = "the route \(route.name) of the team file" }
    return Engine.open(opening, policy, turns: turns, now: now)
  }
}

// MARK: gathering

extension Triage {
  /// Within how long of the last alert another joins its incident; nil = as long as it is open.
  var within: Span? { route?.within }

  /// For the alert's path.
  var path: [String] { route.map { ["The route \($0.name) of the team file takes it."] } ?? [] }

  /// Nothing says what it belongs to but its own key.
  var isCommon: Bool {
    match == nil && route?.group == nil && route?.isPrivate != true && (event.labels["groupKey"] ?? "").isEmpty
  }

  var likeness: String? { Likeness.of(event, integration: integration) }

  /// Each alert of the worst severity pages by itself unless the team file says otherwise. Without a scale the
  /// alert's own word counts.
  var isWorst: Bool {
    mutating get {
      guard let worst = worstRank else {
        return ["critical", "fatal", "emergency", "p0", "p1", "sev0", "sev1"].contains(event.severity.lowercased())
      }
      return severity.rank <= worst
    }
  }

  /// nil where the runbook has no scale.
  private var worstRank: Int? { policy.runbook.severities.lazy.map(\.rank).min() }

  /// The alert's severity where it is worse than this rank.
  mutating func severity(above rank: Int) -> String? {
    guard let worst = worstRank, worst < rank else { return nil }
    return severity.rank < rank ? severity.name : nil
  }
}

extension RunbookShelf.Snapshot {
  var first: Int? { current.indices.first }

  /// The scenario that fits best, over all runbooks or those given.
  func best(
    summary: String, labels: [String: String], among places: Set<Int>? = nil
  ) -> (place: Int, match: ScenarioMatch)? {
    var best: (place: Int, match: ScenarioMatch)?
    for (place, index) in indexes.enumerated() where places?.contains(place) ?? true {
      guard let match = index.best(summary: summary, labels: labels) else { continue }
      if match.score > best?.match.score ?? 0 { best = (place, match) }
    }
    return best
  }

  /// The runbook that a route names.
  func place(of route: AlertRoute) -> Int? {
    guard let name = route.runbook else { return nil }
    return current.firstIndex { $0.fileName == name || $0.name == name }
  }

  /// What a scenario is called in the cause of an incident: two runbooks may have scenarios of one name.
  func subject(_ title: String, of place: Int) -> String {
    current.count > 1 ? "\(current[place].name)#\(title)" : title
  }
}
