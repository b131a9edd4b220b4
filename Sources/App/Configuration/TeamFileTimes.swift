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

  mutating func wholeDays(_ node: Node) -> Int? {
    guard let length = span(node, "`every`") else { return nil }
    let day = Span.days(1).microseconds
    let days = length.microseconds / day
    guard length.microseconds % day == 0, (1...366).contains(days) else {
      report.refuse(node, "`every` is not a number of whole days from 1 to 366.", hint: "write `1d`, `1w` or `2w`.")
      return nil
    }
    return Int(days)
  }

  mutating func moment(_ node: Node, _ what: String) -> Timestamp? {
    guard let text = report.text(node, what) else { return nil }
    if let moment = WrittenTime.moment(text) { return moment }
    report.refuse(
      node, "\(what), `\(clipped(text))`, is not a time.", hint: "write `2026-01-05T09:00:00Z` or `2026-01-05`.")
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
