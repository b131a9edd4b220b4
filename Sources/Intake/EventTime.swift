import Incidents

/// Reads the time of an event: RFC 3339, and the forms of ISO 8601 that senders use in its place (an offset without a
/// colon, as in PagerDuty's own example; a blank instead of the T; no offset at all, which means UTC).
package enum EventTime {
  /// nil when the text is not a point in time that the calendar has, or lies outside the years 1970 to 9999.
  package static func read(_ text: String) -> Timestamp? {
    guard text.utf8.count <= 64 else { return nil }
    var scanner = Digits(bytes: Array(text.utf8))
    guard let day = date(&scanner), scanner.take(0x54) || scanner.take(0x74) || scanner.take(0x20),
      let time = clock(&scanner),
      let micros = fraction(&scanner), let offset = offset(&scanner), scanner.isAtEnd
    else { return nil }
    let seconds = day * 86_400 + time - offset
    return seconds < 0 ? nil : Timestamp(microseconds: seconds * 1_000_000 + micros)
  }

  private static func date(_ scanner: inout Digits) -> Int64? {
    guard let year = scanner.number(4), scanner.take(0x2D), let month = scanner.number(2), scanner.take(0x2D),
      let day = scanner.number(2), (1...12).contains(month), day >= 1, day <= length(of: month, in: year)
    else { return nil }
    return CivilTime.days(year: year, month: month, day: day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Seconds of the day; 60 is taken for the leap second that RFC 3339 allows.
  private static func clock(_ scanner: inout Digits) -> Int64? {
    guard let hour = scanner.number(2), hour < 24, scanner.take(0x3A), let minute = scanner.number(2), minute < 60
    else { return nil }
    guard scanner.take(0x3A) else { return Int64(hour * 3_600 + minute * 60) }
    guard let second = scanner.number(2), second <= 60 else { return nil }
    return Int64(hour * 3_600 + minute * 60 + second)
  }

  /// Microseconds of a fraction of any length, cut; 0 where none stands.
  private static func fraction(_ scanner: inout Digits) -> Int64? {
    guard scanner.take(0x2E) || scanner.take(0x2C) else { return 0 }
    var micros: Int64 = 0
    var places = 0
    while let digit = scanner.number(1) {
      if places < 6 { micros = micros * 10 + Int64(digit) }
      places += 1
    }
    guard places > 0 else { return nil }
    for _ in places..<max(6, places) { micros *= 10 }
    return micros
  }

  /// Seconds east of UTC.
  private static func offset(_ scanner: inout Digits) -> Int64? {
    if scanner.isAtEnd || scanner.take(0x5A) || scanner.take(0x7A) { return 0 }
    let east = scanner.take(0x2B)
    guard east || scanner.take(0x2D), let hours = scanner.number(2), hours < 24 else { return nil }
    _ = scanner.take(0x3A)
    let minutes = scanner.isAtEnd ? 0 : scanner.number(2)
    guard let minutes, minutes < 60 else { return nil }
    return Int64(hours * 3_600 + minutes * 60) * (east ? 1 : -1)
  }
}

/// Takes digits and single bytes off the front of a text.
private struct Digits {
  let bytes: [UInt8]
  var at = 0

  var isAtEnd: Bool { at >= bytes.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// Exactly `count` digits, at most four.
  mutating func number(_ count: Int) -> Int? {
    guard at + count <= bytes.count else { return nil }
    var value = 0
    for index in at..<at + count {
      let byte = bytes[index]
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    at += count
    return value
  }
}
