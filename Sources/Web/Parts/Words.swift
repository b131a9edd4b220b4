import Incidents

/// Numbers and times in the words that people read. Durations are "23 min", "1 h 45 min", never "a few minutes".
enum Words {
  /// Of an incident, while silences hold back every page.
  static let silenced = "Its alerts are silenced: nobody is paged while they are."

  static func duration(_ span: Span) -> String {
    let seconds = max(0, span.seconds)
    if seconds < 60 { return "\(seconds) s" }
    let minutes = seconds / 60
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest) min"
  }

  /// Minutes out of a document: "15 min", "1 h", "48 h", "7.5 min".
  static func minutes(_ minutes: Double) -> String {
    guard minutes.isFinite else { return "no time" }
    if minutes >= 120, minutes.truncatingRemainder(dividingBy: 60) == 0 {
      return Attribute.short(minutes / 60) + " h"
    }
    return Attribute.short(minutes) + " min"
  }

  /// What a countdown shows: `6:48`, `3:05 h`, `2 d 4 h`, or how late it is.
  static func countdown(_ left: Span) -> String {
    guard left.microseconds >= 0 else { return late(left) }
    let seconds = Int((left.microseconds + 999_999) / 1_000_000)
    if seconds < 3_600 { return "\(seconds / 60):\(padded(seconds % 60, 2))" }
    if seconds < 86_400 { return "\(seconds / 3_600):\(padded(seconds % 3_600 / 60, 2)) h" }
    // Beside months an hour says nothing.
    let hours = seconds >= 100 * 86_400 ? 0 : seconds % 86_400 / 3_600
    return hours == 0 ? "\(seconds / 86_400) d" : "\(seconds / 86_400) d \(hours) h"
  }

  /// The same for a screen reader: "6 minutes 48 seconds left".
  static func spoken(_ left: Span) -> String {
    guard left.microseconds >= 0 else { return late(left) }
    let seconds = Int(left.seconds)
    if seconds < 3_600 {
      return "\(count(seconds / 60, "minute")) \(count(seconds % 60, "second")) left"
    }
    if seconds < 86_400 {
      return "\(count(seconds / 3_600, "hour")) \(count(seconds % 3_600 / 60, "minute")) left"
    }
    return "\(count(seconds / 86_400, "day")) \(count(seconds % 86_400 / 3_600, "hour")) left"
  }

  /// A number and its unit stay on one line.
  static func bound(_ text: String) -> String {
    text.replacing(/(\d) (s|min|h|d)\b/) { "\($0.output.1)\u{00A0}\($0.output.2)" }
  }

  private static func late(_ left: Span) -> String {
    let by = Span(microseconds: left.microseconds == .min ? .max : -left.microseconds)
    return (by >= .hours(48) ? "\(by.seconds / 86_400) d" : duration(by)) + " late"
  }

  /// "3 alerts", "1 alert".
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// "One incident", "Two incidents", "14 incidents".
  static func spelled(_ number: Int) -> String {
    let small = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return number >= 0 && number < small.count ? small[number] : String(number)
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// "a, b and c"
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// "2026-02-14 03:12 UTC"
  static func moment(_ timestamp: Timestamp) -> String {
    let civil = CivilTime(timestamp)
    return "\(civil.date) \(civil.clock) UTC"
  }

  /// "14 February 2026"
  static func date(_ timestamp: Timestamp) -> String {
    let civil = CivilTime(timestamp)
    return "\(civil.day) \(month(civil.month)) \(civil.year)"
  }

  private static func month(_ number: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return number >= 1 && number <= 12 ? names[number - 1] : ""
  }

  static func weekday(_ timestamp: Timestamp) -> String {
    weekday(ofDay: floorDivide(timestamp.seconds, 86_400))
  }

  /// Of a day since 1970-01-01.
  static func weekday(ofDay day: Int64) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let day = LocalTime.weekday(ofDay: day)
    return day >= 1 && day <= 7 ? names[day - 1] : ""
  }
}
