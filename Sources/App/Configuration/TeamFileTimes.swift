import Incidents
import Yams

extension TeamFileSections {
  /// `90s`, `5m`, `1h`, `2d`, `1w`.
  mutating func span(_ node: Node, _ what: String) -> Span? {
    guard let text = report.text(node, what) else { return nil }
    if let span = WrittenTime.span(text) { return span }
    report.refuse(
      node, "\(what) `\(clipped(text))` is not a length of time.", hint: "write `90s`, `5m`, `1h`, `2d` or `1w`.")
    return nil
  }

  /// From one hand-over to the next.
  mutating func turnLength(_ node: Node) -> Span? {
    guard let length = span(node, "`every`") else { return nil }
    guard length.seconds % 3_600 == 0, length >= .hours(1), length <= .days(366) else {
      report.refuse(node, "`every` is not a number of whole hours up to 366 days.", hint: "write `12h`, `1d` or `1w`.")
      return nil
    }
    return length
  }

  /// A time on the clocks of a zone: a date, a date and an hour, or an instant with its offset.
  mutating func localTime(_ node: Node, _ what: String, in zone: ZoneRules) -> LocalTime? {
    guard let text = report.text(node, what) else { return nil }
    if let time = WrittenTime.local(text, in: zone) { return time }
    report.refuse(
      node, "\(what), `\(clipped(text))`, is not a time.",
      hint: "write `2026-01-05`, `2026-01-05 09:00` or `2026-01-05T09:00:00Z`.")
    return nil
  }

  /// A date and perhaps an hour on the clocks of a zone, as an instant.
  mutating func moment(_ node: Node, _ what: String, in zone: ZoneRules) -> Timestamp? {
    localTime(node, what, in: zone).map { zone.instant(of: $0) }
  }

  /// `09:00`, in minutes since midnight.
  mutating func hour(_ node: Node, _ what: String) -> Int? {
    guard let text = report.text(node, what) else { return nil }
    if let minute = WrittenTime.minute(text), minute < 1_440 { return minute }
    report.refuse(node, "\(what), `\(clipped(text))`, is not an hour of the day.", hint: "write `\"09:00\"`.")
    return nil
  }
}

/// Times as people write them in files and on the command line.
package enum WrittenTime {
  private static let units: [Character: Int64] = [
    "s": 1_000_000, "m": 60_000_000, "h": 3_600_000_000, "d": 86_400_000_000, "w": 604_800_000_000,
  ]

  /// A whole number and a unit, at most ten years.
  package static func span(_ text: String) -> Span? {
    guard let last = text.last, let unit = units[last], let count = Int64(text.dropLast()), count >= 0 else {
      return nil
    }
    let (length, over) = count.multipliedReportingOverflow(by: unit)
    return over || length > 3_653 * 86_400_000_000 ? nil : Span(microseconds: length)
  }

  /// `2026-01-05`, `2026-01-05 09:00` or RFC 3339 with its offset, on the clocks of a zone.
  package static func local(_ text: String, in zone: ZoneRules) -> LocalTime? {
    if let moment = moment(text), text.count > 10 { return zone.local(moment) }
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard let date = parts.first, parts.count <= 2, let day = moment(String(date)), date.count == 10 else { return nil }
    guard parts.count == 2 else { return LocalTime(seconds: day.seconds) }
    return minute(String(parts[1])).map { LocalTime(seconds: day.seconds + Int64($0) * 60) }
  }

  /// `09:00` in minutes since midnight; `24:00` is the end of the day.
  package static func minute(_ text: String) -> Int? {
    guard let match = text.wholeMatch(of: /(\d{1,2}):(\d{2})/), let hour = Int(match.1), let minute = Int(match.2),
      minute < 60, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    return hour * 60 + minute
  }

  /// RFC 3339 with its offset, or a date alone, which means its midnight in UTC.
  package static func moment(_ text: String) -> Timestamp? {
    let form = /(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2}))?(Z|z|[+-]\d{2}:\d{2}))?/
    guard let match = text.wholeMatch(of: form) else { return nil }
    let (_, year, month, day, hour, minute, second, offset) = match.output
    guard let y = Int(year), let m = Int(month), let d = Int(day), (1970...2200).contains(y), (1...12).contains(m),
      (1...lastDay(year: y, month: m)).contains(d)
    else { return nil }
    let clock = [hour, minute, second].map { $0.flatMap { Int64($0) } ?? 0 }
    guard clock[0] < 24, clock[1] < 60, clock[2] < 60, let shift = minutes(ofOffset: offset) else { return nil }
    let seconds = CivilTime.days(year: y, month: m, day: d) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    return Timestamp(microseconds: (seconds - shift * 60) * 1_000_000)
  }

  private static func lastDay(year: Int, month: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func minutes(ofOffset offset: Substring?) -> Int64? {
    guard let offset, offset.lowercased() != "z" else { return 0 }
    guard let hours = Int64(offset.dropFirst().prefix(2)), let rest = Int64(offset.suffix(2)), hours < 24, rest < 60
    else { return nil }
    return (offset.hasPrefix("-") ? -1 : 1) * (hours * 60 + rest)
  }
}
