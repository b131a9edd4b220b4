import Foundation
import Incidents
import Yams

/// When the team works: what "next business day" in a runbook means.
///
///     calendar: { zone: Europe/Berlin, days: mon-fri, hours: "09:00-17:00", holidays: [2026-12-25] }
extension TeamFileSections {
  mutating func readCalendar(_ node: Node) -> BusinessCalendar? {
    guard !report.isEmpty(node) else { return nil }
    let section = report.section(node, in: "`calendar`", keys: ["zone", "days", "hours", "holidays"])
    var calendar = BusinessCalendar()
    if let node = section["zone"] { zone(node, &calendar) }
    if let node = section["days"] { days(node, &calendar) }
    if let node = section["hours"] { hours(node, &calendar) }
    let holidays = section["holidays"].map { report.texts($0, "A holiday") } ?? []
    for holiday in holidays {
      let (date, item) = (holiday.text, holiday.node)
      guard date.utf8.count == 10, BusinessCalendar.day(of: date) != nil else {
        report.refuse(item, "The holiday `\(clipped(date))` is not a date.", hint: "write `2026-12-25`.")
        continue
      }
      calendar.holidays.insert(date)
    }
    return calendar
  }

  private mutating func zone(_ node: Node, _ calendar: inout BusinessCalendar) {
    guard let name = report.text(node, "The calendar's zone") else { return }
    guard let zone = TimeZone(identifier: name) else {
      let near = Spelling.nearest(to: name, among: TimeZone.knownTimeZoneIdentifiers).map { "did you mean `\($0)`?" }
      report.refuse(node, "There is no zone `\(clipped(name))`.", hint: near ?? "write it as `Europe/Berlin`.")
      return
    }
    calendar.zone = name
    calendar.offsets = BusinessCalendar.offsets(of: zone)
  }

  private mutating func days(_ node: Node, _ calendar: inout BusinessCalendar) {
    var days: Set<Int> = []
    let named = report.texts(node, "The calendar's days")
    for (text, item) in named {
      guard let range = WrittenDays.read(text) else {
        report.refuse(item, "`\(clipped(text))` names no weekday.", hint: "write `mon-fri` or `[mon, tue, thu]`.")
        return
      }
      days.formUnion(range)
    }
    if !days.isEmpty { calendar.weekdays = days }
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

/// Weekdays as people write them: `mon-fri`, `sat`, `Monday`.
enum WrittenDays {
  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// 1 Monday … 7 Sunday; a range may run over the week's end. nil where the text names no day.
  static func read(_ text: String) -> Set<Int>? {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map { part in
      names.firstIndex(of: String(part.filter { !$0.isWhitespace }.prefix(3)))
    }
    guard let first = parts.first ?? nil, parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return [first + 1] }
    guard let last = parts[1] else { return nil }
    let length = (last - first + 7) % 7
    return Set((0...length).map { (first + $0) % 7 + 1 })
  }
}

extension BusinessCalendar {
  /// A zone's offsets from 2020 to 2050 as data, so that what is pure needs no zone database.
  static func offsets(of zone: TimeZone) -> [Offset] {
    var at = Date(timeIntervalSince1970: 1_577_836_800)
    let end = Date(timeIntervalSince1970: 2_524_608_000)
    var found: [Offset] = []
    for _ in 0..<200 where at < end {
      let from = found.isEmpty ? Int64.min / 4 : Int64(at.timeIntervalSince1970 * 1_000_000)
      found.append(Offset(from: Timestamp(microseconds: from), ahead: .seconds(zone.secondsFromGMT(for: at))))
      guard let next = zone.nextDaylightSavingTimeTransition(after: at), next > at else { break }
      at = next
    }
    return found
  }
}
