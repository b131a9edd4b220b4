/// Ninety days of one part, day by day, with what is not known as its own kind.
package struct ComponentDays: Sendable, Hashable {
  /// What a day was, and its length of each kind.
  package struct Day: Sendable, Hashable {
    package var start: Timestamp
    package var worked = Span.zero
    package var degraded = Span.zero
    package var down = Span.zero
    package var maintenance = Span.zero
    package var unknown = Span.zero

    package init(start: Timestamp) { self.start = start }

    /// Trouble shows however short it was; a day is unknown where more than half of it is.
    package var kind: DayKind {
      if down > .zero { return .down }
      if degraded > .zero { return .degraded }
      if maintenance > .zero { return .maintenance }
      return unknown > worked || worked == .zero ? .unknown : .worked
    }
  }
  package enum DayKind: String, Sendable, Hashable, CaseIterable { case worked, degraded, down, maintenance, unknown }

  /// Oldest first; the last one is today, up to now.
  package let days: [Day]

  package static let count = 90
  /// A silence of ours up to this is a restart, not a gap.
  package static let restart = Span.minutes(3)

  package init(
    _ component: String, incidents: [PublicIncident], maintenance: [Maintenance], presence: [Presence], now: Timestamp
  ) {
    let today = floorDivide(now.microseconds, Self.day)
    let first = Timestamp(microseconds: (today - Int64(Self.count - 1)) &* Self.day)
    var sweep = Sweep(from: first, to: now)
    for known in Self.joined(presence) { sweep.add(.known, known.from, known.to) }
    for work in maintenance where work.cancelled == nil && work.components.contains(component) {
      sweep.add(.maintenance, work.starts, work.ends)
    }
    for incident in incidents {
      for (from, to, state) in incident.stretches(of: component, until: now) {
        sweep.add(state == .degraded ? .degraded : state == .maintenance ? .maintenance : .down, from, to)
      }
    }
    days = sweep.days(count: Self.count, length: Self.day)
  }

  private static let day: Int64 = 86_400_000_000

  /// Stretches with the silences of restarts closed.
  private static func joined(_ presence: [Presence]) -> [Presence] {
    var all: [Presence] = []
    for next in presence.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      if let last = all.last, next.from <= last.to + restart {
        all[all.count - 1].to = max(last.to, next.to)
      } else {
        all.append(next)
      }
    }
    return all
  }

  package func total(_ kind: KeyPath<Day, Span>) -> Span { days.reduce(.zero) { $0 + $1[keyPath: kind] } }
  package func number(of kind: DayKind) -> Int { days.count { $0.kind == kind } }

  /// The time that counts: neither unknown nor announced.
  package var known: Span { total(\.worked) + total(\.degraded) + total(\.down) }

  /// Hundredths of a per cent in which it was not down, rounded against us; nil where less than a minute is known.
  package var uptime: Int? {
    guard known >= .minutes(1) else { return nil }
    let up = (known - total(\.down)).seconds
    return Int(up &* 10_000 / max(1, known.seconds))
  }
}

/// Cuts time at every change and says what holds in between. What is known to be trouble outweighs that we were away.
private struct Sweep {
  enum Kind: Int { case known, maintenance, degraded, down }

  private let from: Timestamp
  private let to: Timestamp
  private var edges: [(at: Timestamp, kind: Kind, step: Int)] = []

  init(from: Timestamp, to: Timestamp) {
    self.from = from
    self.to = to
  }

  mutating func add(_ kind: Kind, _ start: Timestamp, _ end: Timestamp) {
    let (start, end) = (max(start, from), min(end, to))
    guard start < end else { return }
    edges += [(start, kind, 1), (end, kind, -1)]
  }

  func days(count: Int, length: Int64) -> [ComponentDays.Day] {
    var days = (0..<count).map { ComponentDays.Day(start: from + Span(microseconds: Int64($0) &* length)) }
    var active = [0, 0, 0, 0]
    var at = from
    let cuts = edges.sorted { $0.at < $1.at } + [(to, Kind.known, 0)]
    for cut in cuts {
      while at < cut.at {
        let index = Int((at - from).microseconds / length)
        guard days.indices.contains(index) else { break }
        let end = min(cut.at, days[index].start + Span(microseconds: length))
        Self.add(end - at, active, to: &days[index])
        at = end
      }
      active[cut.kind.rawValue] += cut.step
    }
    return days
  }

  private static func add(_ span: Span, _ active: [Int], to day: inout ComponentDays.Day) {
    if active[Kind.down.rawValue] > 0 {
      day.down = day.down + span
    } else if active[Kind.degraded.rawValue] > 0 {
      day.degraded = day.degraded + span
    } else if active[Kind.maintenance.rawValue] > 0 {
      day.maintenance = day.maintenance + span
    } else if active[Kind.known.rawValue] > 0 {
      day.worked = day.worked + span
    } else {
      day.unknown = day.unknown + span
    }
  }
}
