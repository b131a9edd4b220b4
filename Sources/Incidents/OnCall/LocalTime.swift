/// What a clock on the wall shows: seconds since 1970-01-01 00:00 of a place's own calendar, whatever its zone.
package struct LocalTime: Sendable, Hashable, Comparable {
  package var seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  /// A minute of a day; `minute` may pass midnight.
  package init(day: Int64, minute: Int) { seconds = day &* LocalTime.secondsOfDay &+ Int64(minute) &* 60 }

  /// Days since 1970-01-01.
  package var day: Int64 { floorDivide(seconds, LocalTime.secondsOfDay) }
  /// Minutes since midnight, 0 to 1439.
  package var minute: Int { Int(floorModulo(seconds, LocalTime.secondsOfDay) / 60) }
  /// 1 Monday … 7 Sunday.
  package var weekday: Int { LocalTime.weekday(ofDay: day) }
  package var civil: CivilTime { CivilTime(Timestamp(seconds: seconds)) }
  /// `2026-12-24 18:00`
  package var text: String { "\(civil.date) \(civil.clock)" }

  package static func < (a: LocalTime, b: LocalTime) -> Bool { a.seconds < b.seconds }

  /// The weekday of a day since 1970-01-01, 1 Monday … 7 Sunday.
  package static func weekday(ofDay day: Int64) -> Int { Int(floorModulo(day &+ 3, 7)) + 1 }

  static let secondsOfDay: Int64 = 86_400
}

extension Timestamp {
  /// Saturates at the ends of time.
  package init(seconds: Int64) {
    let (product, over) = seconds.multipliedReportingOverflow(by: 1_000_000)
    self.init(microseconds: over ? (seconds > 0 ? .max : .min) : product)
  }

  /// Whole seconds since 1970, rounded down.
  package var seconds: Int64 { floorDivide(microseconds, 1_000_000) }
}
