/// One layer of a schedule: people in turn, at some hours or at all, for a while or for good.
package struct Layer: Sendable, Hashable {
  /// What a layer does on the schedule's holidays.
  package enum OnHolidays: String, Sendable, Hashable, CaseIterable {
    /// The same as on every day.
    case usual
    /// It rests, and the layers below show through.
    case off
    /// It is there for those days alone.
    case only
    /// Its hours are left out: it is on call around the clock.
    case allDay = "all-day"
  }

  package var name: String
  package var rotation: Rotation
  /// Hours at which it is on call; none: always.
  package var restrictions: [Restriction]
  /// When it begins to count, on the schedule's clock; nil: it always has.
  package var from: LocalTime?
  /// When it no longer counts; nil: it goes on.
  package var until: LocalTime?
  package var onHolidays: OnHolidays

  package init(
    name: String, rotation: Rotation, restrictions: [Restriction] = [], from: LocalTime? = nil,
    until: LocalTime? = nil, onHolidays: OnHolidays = .usual
  ) {
    self.name = name
    self.rotation = rotation
    self.restrictions = restrictions
    self.from = from
    self.until = until
    self.onHolidays = onHolidays
  }
}

/// Hours of some weekdays, on the clock of the schedule.
package struct Restriction: Sendable, Hashable {
  /// 1 Monday … 7 Sunday: the days on which the hours begin.
  package var weekdays: Set<Int>
  /// Minutes since midnight.
  package var from: Int
  /// Minutes since midnight; not after `from`: on the next day.
  package var until: Int

  package init(weekdays: Set<Int> = Set(1...7), from: Int = 0, until: Int = 1_440) {
    self.weekdays = weekdays
    self.from = from
    self.until = until
  }

  /// `until` counted from the midnight on which `from` is counted.
  var end: Int { until > from ? until : until + 1_440 }
}

/// A layer among its schedule's holidays and on its clock.
struct LayerHours {
  let layer: Layer
  let zone: ZoneRules
  let holidays: Set<Int64>

  /// Whether somebody of this layer is on call at `at`.
  func covers(_ at: Timestamp) -> Bool {
    if let from = layer.from, at < zone.instant(of: from) { return false }
    if let until = layer.until, at >= zone.instant(of: until) { return false }
    guard hasHours else { return true }
    let day = zone.local(at).day
    // Hours that pass midnight began yesterday; a clock that went back over midnight shows yesterday once more.
    return (day - 1...day + 1).contains { windows(on: $0).contains { $0.from <= at && at < $0.until } }
  }

  /// The first instant after `at` at which `covers` or the turn may change.
  func nextChange(after at: Timestamp) -> Timestamp {
    var next = layer.rotation.nextHandover(after: at)
    for edge in [layer.from, layer.until].compactMap({ $0 }).map(zone.instant) where edge > at {
      next = min(next, edge)
    }
    return hasHours ? min(next, nextEdge(after: at)) : next
  }

  private var hasHours: Bool { !layer.restrictions.isEmpty || layer.onHolidays == .off || layer.onHolidays == .only }

  /// An edge of the hours, or eight days on where there is none so soon: to look again there costs little.
  private func nextEdge(after at: Timestamp) -> Timestamp {
    let today = zone.local(at).day
    for day in today - 1...today + 8 {
      let edges = windows(on: day).flatMap { [$0.from, $0.until] }.filter { $0 > at }
      // The hours of the next day may begin before those of this day end.
      let following = windows(on: day + 1).map(\.from).filter { $0 > at }
      if let edge = (edges + following).min() { return edge }
    }
    return zone.instant(of: LocalTime(day: today + 8, minute: 0))
  }

  /// The stretches that begin on a day of the calendar.
  private func windows(on day: Int64) -> [(from: Timestamp, until: Timestamp)] {
    let holiday = holidays.contains(day)
    switch layer.onHolidays {
    case .off where holiday: return []
    case .only where !holiday: return []
    case .allDay where holiday: return [window(day, Restriction())]
    default: break
    }
    if layer.restrictions.isEmpty { return [window(day, Restriction())] }
    let weekday = LocalTime.weekday(ofDay: day)
    return layer.restrictions.filter { $0.weekdays.contains(weekday) }.map { window(day, $0) }
  }

  private func window(_ day: Int64, _ hours: Restriction) -> (from: Timestamp, until: Timestamp) {
    (
      zone.instant(of: LocalTime(day: day, minute: hours.from)),
      zone.instant(of: LocalTime(day: day, minute: hours.end))
    )
  }
}
