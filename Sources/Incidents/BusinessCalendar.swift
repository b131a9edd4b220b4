/// When a team works: its weekdays and hours on its own clock, without its holidays.
package struct BusinessCalendar: Sendable, Hashable {
  package var zone: ZoneRules
  /// 1 Monday … 7 Sunday.
  package var weekdays: Set<Int>
  /// Minutes after local midnight.
  package var opens: Int
  package var closes: Int
  /// Local days since 1970-01-01.
  package var holidays: Set<Int64>
  /// The team file says so; otherwise it is what Tocsin assumes.
  package var isStated: Bool

  package init(
    zone: ZoneRules = .utc, weekdays: Set<Int> = [1, 2, 3, 4, 5], opens: Int = 540, closes: Int = 1_020,
    holidays: Set<Int64> = [], isStated: Bool = true
  ) {
    self.zone = zone
    self.weekdays = weekdays
    self.opens = opens
    self.closes = closes
    self.holidays = holidays
    self.isStated = isStated
  }

  /// Monday to Friday, nine to five in UTC.
  package static let assumed = BusinessCalendar(isStated: false)

  /// Whether the team works on a day, counted from 1970-01-01.
  package func isWorking(day: Int64) -> Bool {
    weekdays.contains(LocalTime.weekday(ofDay: day)) && !holidays.contains(day)
  }

  /// The end of the working day that comes `days` working days after the local day of `from`; 0 is that day itself
  /// where it is a working day and not over, else the next one.
  package func close(days: Int, after from: Timestamp) -> Timestamp {
    let local = zone.local(from)
    var day = local.day
    var left = max(days, 0)
    if left == 0, !isWorking(day: day) || local.minute >= closes { left = 1 }
    // A calendar without working days ends after two years instead of never.
    for _ in 0..<732 where left > 0 {
      day += 1
      if isWorking(day: day) { left -= 1 }
    }
    return zone.instant(of: LocalTime(day: day, minute: closes))
  }

  /// The end of work on a date, `YYYY-MM-DD`; nil where that is no date.
  package func close(on date: String) -> Timestamp? {
    BusinessCalendar.day(of: date).map { zone.instant(of: LocalTime(day: $0, minute: closes)) }
  }

  /// Days since 1970-01-01 of `YYYY-MM-DD`; of `YYYY-MM` its last day. nil where the text is no date.
  package static func day(of date: String) -> Int64? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), (1970...9_998).contains(year), (1...12).contains(month)
    else { return nil }
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    let last = CivilTime.days(year: next.0, month: next.1, day: 1) - 1
    guard parts.count == 3 else { return last }
    guard let day = Int(parts[2]), day >= 1 else { return nil }
    let days = CivilTime.days(year: year, month: month, day: day)
    return days <= last ? days : nil
  }
}
