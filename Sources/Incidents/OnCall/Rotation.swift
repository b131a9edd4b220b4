/// People in turn, handing over at one time of a place's clock.
package struct Rotation: Sendable, Hashable {
  package var name: String
  package var people: [String]
  /// A hand-over on the clock of `zone`; turns are counted from it, forwards and backwards.
  package var start: LocalTime
  /// Time on the clock from one hand-over to the next: a week stays a week when clocks change. Whole seconds.
  package var every: Span
  package var zone: ZoneRules
  /// How long before a shift its person is told; nil: not at all.
  package var notice: Span?

  package init(
    name: String, people: [String], start: LocalTime, every: Span = .days(7), zone: ZoneRules = .utc,
    notice: Span? = nil
  ) {
    self.name = name
    self.people = people
    self.start = start
    self.every = every
    self.zone = zone
    self.notice = notice
  }

  /// Begun at an instant, handing over every `days` days.
  package init(name: String, people: [String], start: Timestamp, days: Int = 7, zone: ZoneRules = .utc) {
    self.init(
      name: name, people: people, start: zone.local(start), every: .days(min(max(days, 1), 3_660)), zone: zone)
  }

  /// Who holds a position at `at`: position 1 is on call, 2 is next in turn. nil for a rotation of nobody.
  package func person(at: Timestamp, position: Int = 1) -> String? { person(ofTurn: turn(at: at), position: position) }

  /// When the rotation next hands over after `at`.
  package func nextHandover(after at: Timestamp) -> Timestamp { beginning(ofTurn: turn(at: at) &+ 1) }

  /// The turn at an instant; 0 begins at `start`. A turn whose wall times the clock skipped has no instant.
  package func turn(at: Timestamp) -> Int64 {
    var turn = floorDivide(zone.local(at).seconds &- start.seconds, length)
    // The clock may have gone back since the turn began, or have skipped a boundary: at most a day's worth of turns.
    let (first, last) = (turn - Rotation.mostTurnsInJump, turn + Rotation.mostTurnsInJump)
    while turn > first, beginning(ofTurn: turn) > at { turn -= 1 }
    while turn < last, beginning(ofTurn: turn + 1) <= at { turn += 1 }
    return turn
  }

  func person(ofTurn turn: Int64, position: Int = 1) -> String? {
    guard !people.isEmpty else { return nil }
    return people[Int(floorModulo(turn &+ Int64(clamping: position) &- 1, Int64(people.count)))]
  }

  func beginning(ofTurn turn: Int64) -> Timestamp {
    let (passed, over) = turn.multipliedReportingOverflow(by: length)
    return over
      ? Timestamp(microseconds: turn > 0 ? .max : .min)
      : zone.instant(of: LocalTime(seconds: start.seconds &+ passed))
  }

  /// Seconds on the clock, from an hour to ten years.
  private var length: Int64 { min(max(every.seconds, 3_600), 3_660 * LocalTime.secondsOfDay) }
  private static let mostTurnsInJump: Int64 = 27
}
