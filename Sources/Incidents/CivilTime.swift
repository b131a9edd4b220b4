/// A UTC calendar reading of a timestamp, by integer arithmetic alone, so that pure code needs
/// neither a time zone database nor a formatter. Algorithm: days-from-civil of the proleptic
/// Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
package struct CivilTime: Sendable, Hashable {
  package var year: Int
  package var month: Int
  package var day: Int
  package var hour: Int
  package var minute: Int
  package var second: Int

  package init(_ timestamp: Timestamp) {
    let seconds = floorDivide(timestamp.microseconds, 1_000_000)
    let days = floorDivide(seconds, 86_400)
    let rest = Int(seconds - days * 86_400)
    let z = days + 719_468
    let era = floorDivide(z, 146_097)
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
    month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    hour = rest / 3_600
    minute = rest % 3_600 / 60
    second = rest % 60
  }

  /// Days since 1970-01-01 of a civil date. The caller has checked the ranges of month and day.
  package static func days(year: Int, month: Int, day: Int) -> Int64 {
    let y = Int64(month <= 2 ? year - 1 : year)
    let era = floorDivide(y, 400)
    let yearOfEra = y - era * 400
    let m = Int64(month)
    let dayOfYear = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The weekday, 1 Monday … 7 Sunday (ISO 8601).
  package var weekday: Int {
    Int(floorModulo(CivilTime.days(year: year, month: month, day: day) + 3, 7)) + 1
  }

  /// `2026-02-14`
  package var date: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
  /// `03:46`
  package var clock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
  /// `2026-02-14T03:46:00Z` (RFC 3339)
  package var rfc3339: String { "\(date)T\(clock):\(padded(second, 2))Z" }
}

package func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
  let quotient = a / b
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}

package func floorModulo(_ a: Int64, _ b: Int64) -> Int64 { a - floorDivide(a, b) * b }

package func padded(_ n: Int, _ width: Int) -> String {
  let digits = String(n)
  return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
