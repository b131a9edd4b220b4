/// How far a place's clocks are from UTC, and when that changes: one zone of the tz database as a table. The edges of
/// the program make it, so that everything here can be played on any clock.
///
/// A wall time and an instant are joined by one rule: **a wall time is reached at the first instant at which the clock
/// shows it or a later time.** So what the clock skips is reached when it jumps, and what it shows twice is reached the
/// first time. The rule never goes back: a later wall time is never reached earlier.
package struct ZoneRules: Sendable, Hashable {
  /// From `at` on, in seconds since 1970 UTC, clocks are `offset` seconds ahead of UTC.
  package struct Change: Sendable, Hashable {
    package var at: Int64
    package var offset: Int64
    package init(at: Int64, offset: Int64) {
      self.at = at
      self.offset = offset
    }
  }

  /// IANA name: "Europe/Berlin".
  package let name: String
  /// Seconds ahead of UTC before the first change.
  package let first: Int64
  /// In order of time.
  package let changes: [Change]

  package init(name: String, first: Int64, changes: [Change] = []) {
    self.name = name
    self.first = first
    self.changes = changes
  }

  package static let utc = ZoneRules(name: "UTC", first: 0)

  /// What the clock shows at an instant.
  package func local(_ at: Timestamp) -> LocalTime {
    LocalTime(seconds: at.seconds &+ offset(before: regime(at: at.seconds)))
  }

  /// The first instant at which the clock shows `wall` or a later time.
  package func instant(of wall: LocalTime) -> Timestamp {
    var place = regime(at: wall.seconds &- ZoneRules.widest)
    while true {
      let begun = place > 0 ? max(changes[place - 1].at, wall.seconds &- offset(before: place)) : nil
      let instant = begun ?? wall.seconds &- offset(before: place)
      guard place < changes.count, instant >= changes[place].at else { return Timestamp(seconds: instant) }
      place += 1
    }
  }

  /// `2026-12-24 18:00` on the clocks of this zone.
  package func text(_ at: Timestamp) -> String { local(at).text }

  /// Changes of the clock in a stretch of time, each with what the clock shows just before and at it.
  package func jumps(from start: Timestamp, until end: Timestamp) -> [ClockJump] {
    changes.indices.compactMap { place in
      let at = changes[place].at
      guard at >= start.seconds, at < end.seconds, changes[place].offset != offset(before: place) else { return nil }
      return ClockJump(
        at: Timestamp(seconds: at), before: LocalTime(seconds: at &+ offset(before: place)),
        after: LocalTime(seconds: at &+ changes[place].offset))
    }
  }

  /// No place was ever further from UTC than its calendar's day and a bit.
  private static let widest: Int64 = 26 * 3_600

  /// How many changes are past at `seconds`.
  private func regime(at seconds: Int64) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func offset(before place: Int) -> Int64 { place == 0 ? first : changes[place - 1].offset }
}

/// A moment at which clocks are put forward or back.
package struct ClockJump: Sendable, Hashable {
  package var at: Timestamp
  /// What the clock would have shown.
  package var before: LocalTime
  /// What it shows.
  package var after: LocalTime

  /// The clock skips a stretch; else it shows one twice.
  package var isForward: Bool { after > before }
}
