import Incidents

/// Working days by the team's calendar, or by the one that is assumed.
extension Policy {
  private var calendar: BusinessCalendar { team.workingDays }

  func businessClose(days: Int, after from: Timestamp) -> Timestamp {
    calendar.close(days: days, after: from)
  }

  /// What is assumed about working days; nil where the team file states its calendar.
  var calendarAssumption: String? {
    calendar.isStated
      ? nil
      : "The team file has no calendar: working days are Monday to Friday, 09:00 to 17:00 UTC."
  }

  /// A due time as people write it: a date, which means the end of work on it, or a moment in UTC
  /// (`2026-03-01T12:00Z`). nil where nothing is written.
  func due(_ written: String) throws(Refusal) -> Timestamp? {
    let text = Wording.line(written, limit: 40)
    if text.isEmpty { return nil }
    if let close = calendar.close(on: text) { return close }
    let parts = text.split(separator: "T", maxSplits: 1)
    if parts.count == 2, parts[1].hasSuffix("Z"), parts[0].utf8.count == 10,
      let day = BusinessCalendar.day(of: String(parts[0])), let minute = Policy.minute(parts[1].dropLast())
    {
      return Timestamp(microseconds: day &* 86_400_000_000) + .minutes(minute)
    }
    throw .badDue(text)
  }

  /// Minutes after midnight of `HH:MM` or `HH:MM:SS`.
  private static func minute(_ clock: Substring) -> Int? {
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
