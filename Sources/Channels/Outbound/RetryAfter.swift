import Incidents

/// `Retry-After`: whole seconds or an HTTP date (RFC 9110, section 10.2.3). Nonsense is none; above an hour is an hour.
enum RetryAfter {
  static let longest = Span.hours(1)

  static func read(_ value: String, now: Timestamp) -> Span? {
    let text = value.trimmingPrefix { $0 == " " }
    if let first = text.utf8.first, (0x30...0x39).contains(first) {
      guard text.utf8.count <= 12, let seconds = Int(text) else { return nil }
      return min(.seconds(seconds), longest)
    }
    guard let date = httpDate(String(text)) else { return nil }
    return min(max(date - now, .zero), longest)
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The one form that senders may write: `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func httpDate(_ text: String) -> Timestamp? {
    guard text.utf8.count <= 40 else { return nil }
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = number(parts[1], 1...31),
      let month = months.firstIndex(of: String(parts[2])), let year = number(parts[3], 1_970...9_999)
    else { return nil }
    let clock = parts[4].split(separator: ":")
    guard clock.count == 3, let hour = number(clock[0], 0...23), let minute = number(clock[1], 0...59),
      let second = number(clock[2], 0...60)
    else { return nil }
    let days = CivilTime.days(year: year, month: month + 1, day: day)
    return Timestamp(microseconds: (days * 86_400 + Int64(hour * 3_600 + minute * 60 + second)) * 1_000_000)
  }

  private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }
}
