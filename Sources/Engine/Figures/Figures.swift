import Incidents

/// How a team's incidents went over some time. Practice and false alarms are not among the cases.
package struct Figures: Sendable, Hashable {
  /// Incidents of one severity or scenario.
  package struct Group: Sendable, Hashable {
    /// Empty: without a scenario.
    package var name: String
    package var rank: Int
    package var incidents: Int
    package var acknowledge: Spread
    package var mitigate: Spread
    package var resolve: Spread
  }

  package struct PersonLine: Sendable, Hashable {
    package var person: String
    package var pages: Int
    /// Of them, in the person's night.
    package var atNight: Int
    /// Nights in which the person was called at least once.
    package var nights: Int
  }

  package struct Night: Sendable, Hashable {
    /// Day on which the night began, since 1970-01-01.
    package var day: Int64
    package var pages: Int
  }

  package var all: Group
  package var bySeverity: [Group]
  /// The most frequent first.
  package var byScenario: [Group]
  package var people: [PersonLine]
  /// Every night of the time, the first first.
  package var nights: [Night]
  package var updatesOwed: Int
  package var updatesOnTime: Int

  /// A scenario that came more than once.
  package var recurring: [Group] { byScenario.filter { !$0.name.isEmpty && $0.incidents > 1 } }

  /// - Parameter offset: what a person's clock shows more than UTC at a moment.
  package init(
    _ cases: [FigureCase], calls: [FigureCall], updates: [UpdateFigure], from: Timestamp, to: Timestamp,
    offset: (String, Timestamp) -> Span
  ) {
    all = Self.group("", 0, cases)
    bySeverity = Dictionary(grouping: cases, by: \.severity)
      .map { Self.group($0.key, $0.value.map(\.severityRank).min() ?? 0, $0.value) }
      .sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
    byScenario = Dictionary(grouping: cases) { $0.scenario ?? "" }
      .map { Self.group($0.key, 0, $0.value) }
      .sorted { ($1.incidents, $0.name) < ($0.incidents, $1.name) }
    let placed = calls.map { ($0, NightClock.night(of: $0.at, offset: offset($0.person, $0.at))) }
    people = Self.people(placed)
    nights = Self.nights(placed, from, to)
    updatesOwed = updates.reduce(0) { $0 + $1.owed }
    updatesOnTime = updates.reduce(0) { $0 + $1.onTime }
  }

  private static func group(_ name: String, _ rank: Int, _ cases: [FigureCase]) -> Group {
    Group(
      name: name, rank: rank, incidents: cases.count,
      acknowledge: Spread(cases.compactMap { one in one.acknowledged.map { $0 - one.opened } }),
      mitigate: Spread(cases.compactMap { one in (one.quiet ?? one.resolved).map { $0 - one.opened } }),
      resolve: Spread(cases.compactMap { one in one.resolved.map { $0 - one.opened } }))
  }

  private static func people(_ calls: [(FigureCall, Int64?)]) -> [PersonLine] {
    Dictionary(grouping: calls, by: \.0.person).map { person, calls in
      let nights = calls.compactMap(\.1)
      return PersonLine(person: person, pages: calls.count, atNight: nights.count, nights: Set(nights).count)
    }.sorted { ($1.pages, $0.person) < ($0.pages, $1.person) }
  }

  private static func nights(_ calls: [(FigureCall, Int64?)], _ from: Timestamp, _ to: Timestamp) -> [Night] {
    let counts = Dictionary(calls.compactMap { call in call.1.map { ($0, 1) } }, uniquingKeysWith: +)
    let first = floorDivide(from.seconds, 86_400)
    let last = floorDivide(to.seconds, 86_400)
    guard first <= last, last - first <= 1_000 else { return [] }
    return (first...last).map { Night(day: $0, pages: counts[$0] ?? 0) }
  }
}
