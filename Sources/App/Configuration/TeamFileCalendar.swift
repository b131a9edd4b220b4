import Incidents
import Yams

/// When the team works: what "next business day" in a runbook means.
///
///     calendar: { zone: Europe/Berlin, days: mon-fri, hours: "09:00-17:00" }
///
/// The team's `holidays` are no working days.
extension TeamFileSections {
  mutating func readCalendar(_ node: Node) -> BusinessCalendar? {
    guard !report.isEmpty(node) else { return nil }
    if let holidays = node.mapping?["holidays"] {
      report.refuse(holidays, "`calendar` has no holidays of its own.", hint: "write them under `holidays`.")
    }
    let section = report.section(node, in: "`calendar`", keys: ["zone", "days", "hours", "holidays"])
    var calendar = BusinessCalendar()
    if let node = section["zone"], let name = zone(node, "The zone of `calendar`") {
      calendar.zone = TimeZones.rules(named: name) ?? .utc
    }
    if let node = section["days"] {
      let days = weekdays(node, "`calendar`")
      if !days.isEmpty { calendar.weekdays = days }
    }
    if let node = section["hours"] { hours(node, &calendar) }
    return calendar
  }

  private mutating func hours(_ node: Node, _ calendar: inout BusinessCalendar) {
    guard let text = report.text(node, "The calendar's hours") else { return }
    let form = /(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})/
    let parts = text.wholeMatch(of: form).map { [$0.1, $0.2, $0.3, $0.4].compactMap { Int($0) } } ?? []
    guard parts.count == 4, parts[1] < 60, parts[3] < 60 else {
      return report.refuse(node, "The hours `\(clipped(text))` are not two times.", hint: "write `\"09:00-17:00\"`.")
    }
    let (opens, closes) = (parts[0] * 60 + parts[1], parts[2] * 60 + parts[3])
    guard opens < closes, closes <= 1_440 else {
      return report.refuse(
        node, "The hours `\(clipped(text))` do not end after they begin.", hint: "write `\"09:00-17:00\"`.")
    }
    calendar.opens = opens
    calendar.closes = closes
  }
}
