/// A cron expression of five fields (minute, hour, day of month, month, day of week), read as POSIX crontab does, in
/// UTC: `*`, numbers, lists, ranges and steps.
package struct Cron: Sendable, Hashable {
  private var minutes: Set<Int>
  private var hours: Set<Int>
  private var days: Set<Int>
  private var months: Set<Int>
  private var weekdays: Set<Int>
  /// Where both the day and the weekday are restricted, either is enough.
  private var eitherDay: Bool

  /// nil where it is no such expression.
  package init?(_ text: String) {
    let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == 5, let minutes = Self.field(fields[0], 0...59), let hours = Self.field(fields[1], 0...23),
      let days = Self.field(fields[2], 1...31), let months = Self.field(fields[3], 1...12),
      let weekdays = Self.field(fields[4], 0...7)
    else { return nil }
    self.minutes = minutes
    self.hours = hours
    self.days = days
    self.months = months
    self.weekdays = Set(weekdays.map { $0 == 0 ? 7 : $0 })
    eitherDay = !fields[2].hasPrefix("*") && !fields[4].hasPrefix("*")
  }

  private static func field(_ text: String, _ range: ClosedRange<Int>) -> Set<Int>? {
    var values: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = halves.first, let span = self.span(first, range, isOpen: halves.count == 2) else { return nil }
      guard let step = halves.count == 2 ? Int(halves[1]) : 1, (1...59).contains(step) else { return nil }
      values.formUnion(stride(from: span.lowerBound, through: span.upperBound, by: step))
    }
    return values.isEmpty ? nil : values
  }

  private static func span(_ text: Substring, _ range: ClosedRange<Int>, isOpen: Bool) -> ClosedRange<Int>? {
    if text == "*" { return range }
    let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
    guard let low = ends.first ?? nil, range.contains(low) else { return nil }
    guard ends.count == 2 else { return low...(isOpen ? range.upperBound : low) }
    guard let high = ends[1], range.contains(high), low <= high else { return nil }
    return low...high
  }

  /// The first time after `time`; nil where there is none within five years ("31 February").
  package func next(after time: Timestamp) -> Timestamp? {
    let civil = CivilTime(time)
    var day = CivilTime.days(year: civil.year, month: civil.month, day: civil.day)
    var from = civil.hour * 60 + civil.minute + 1
    for _ in 0..<1_830 {
      let date = CivilTime(Timestamp(microseconds: day * 86_400_000_000))
      if takes(date), let minute = (from..<1_440).first(where: { hours.contains($0 / 60) && minutes.contains($0 % 60) })
      {
        return Timestamp(microseconds: (day * 1_440 + Int64(minute)) * 60_000_000)
      }
      day += 1
      from = 0
    }
    return nil
  }

  private func takes(_ date: CivilTime) -> Bool {
    guard months.contains(date.month) else { return false }
    let (byDay, byWeekday) = (days.contains(date.day), weekdays.contains(date.weekday))
    return eitherDay ? byDay || byWeekday : byDay && byWeekday
  }
}
