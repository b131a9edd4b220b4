import Incidents

/// The words of the public page. No severity, person, host or command ever passes here.
enum StatusWords {
  static func state(_ state: PublicState) -> String { Words.capitalized(state.rawValue) }

  static func state(_ state: ComponentState) -> String {
    switch state {
    case .operational: "Works"
    case .maintenance: "Maintenance"
    case .degraded: "Degraded"
    case .partial: "Partly down"
    case .major: "Down"
    }
  }

  static func kind(_ kind: ComponentDays.DayKind) -> String { kind.rawValue }

  /// "2026-02-14 03:46 UTC"
  static func moment(_ at: Timestamp) -> String { "\(CivilTime(at).date) \(CivilTime(at).clock) UTC" }

  /// "2026-02-14 08:00 to 08:20 UTC"
  static func window(_ work: Maintenance) -> String {
    let (from, to) = (CivilTime(work.starts), CivilTime(work.ends))
    return "\(from.date) \(from.clock) to \(from.date == to.date ? "" : to.date + " ")\(to.clock) UTC"
  }

  /// "in 11 minutes", or how late a promise is.
  static func distance(_ due: Timestamp, _ now: Timestamp) -> String {
    let minutes = Int((due - now).minutes)
    if due <= now { return minutes > -1 ? "now due" : "\(Words.duration(now - due)) late" }
    return minutes < 1 ? "in less than a minute" : "in \(spoken(minutes))"
  }

  /// "11 minutes", "1 hour 5 minutes"
  static func spoken(_ minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return rest < 1 ? "less than a minute" : Words.count(rest, "minute") }
    return Words.count(hours, "hour") + (rest == 0 ? "" : " " + Words.count(rest, "minute"))
  }

  /// "88 days", "5 h 12 min": a day and more in whole days.
  static func days(_ span: Span) -> String {
    span >= .days(1) ? Words.count(Int(span.seconds / 86_400), "day") : Words.duration(span)
  }

  /// "99.61 %"; "100 %" only where nothing is missing.
  static func percent(_ hundredths: Int) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    return rest == 0 ? "\(whole) %" : "\(whole).\(padded(rest, 2)) %"
  }

  /// "of the 88 days known. 2 days unknown and 20 min of maintenance are left out."
  static func reach(_ days: ComponentDays) -> String {
    let unknown = days.total(\.unknown)
    let announced = days.total(\.maintenance)
    var left: [String] = []
    if unknown >= .minutes(1) { left.append("\(self.days(unknown)) unknown") }
    if announced >= .minutes(1) { left.append("\(self.days(announced)) of maintenance") }
    let several = left.count > 1 || max(unknown, announced) >= .days(2)
    let out = left.isEmpty ? "" : " \(Words.capitalized(Words.list(left))) \(several ? "are" : "is") left out."
    return "of the \(self.days(days.known)) known.\(out)"
  }

  /// "Website, 90 days: 83 worked, 2 degraded, 2 down, 1 maintenance, 2 unknown"
  static func bars(_ name: String, _ days: ComponentDays) -> String {
    let counts = ComponentDays.DayKind.allCases.compactMap { kind -> String? in
      let number = days.number(of: kind)
      return number == 0 ? nil : "\(number) \(kind.rawValue)"
    }
    return "\(name), \(days.days.count) days: \(counts.joined(separator: ", "))"
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `Sat, 14 Feb 2026 03:46:00 +0000` (RFC 822 with four digits of the year, as RSS asks).
  static func mailDate(_ at: Timestamp) -> String { date(at) + "+0000" }

  /// The same as HTTP writes it: `… 03:46:00 GMT` (RFC 9110, 5.6.7).
  static func httpDate(_ at: Timestamp) -> String { date(at) + "GMT" }

  private static func date(_ at: Timestamp) -> String {
    let civil = CivilTime(at)
    let month = months[min(max(civil.month - 1, 0), 11)]
    return "\(Words.weekday(at)), \(padded(civil.day, 2)) \(month) \(padded(civil.year, 4)) \(civil.clock):"
      + "\(padded(civil.second, 2)) "
  }
}
