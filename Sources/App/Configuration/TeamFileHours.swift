import Incidents
import Yams

/// Days and hours of schedules: restrictions, holidays, overrides.
extension TeamFileSections {
  /// `[{ days: mon-fri, hours: 09:00-17:00 }]`; either may be left out.
  mutating func readRestrictions(_ node: Node, _ place: String) -> [Restriction] {
    report.items(of: node).compactMap { item in
      let section = report.section(item, in: "a restriction of \(place)", keys: ["days", "hours"])
      var restriction = Restriction()
      if let node = section["days"] { restriction.weekdays = weekdays(node, place) }
      if let node = section["hours"], let hours = hours(node, place) {
        (restriction.from, restriction.until) = hours
      }
      return section.isEmpty ? nil : restriction
    }
  }

  /// `mon-fri`, `sat`, or a list of these.
  mutating func weekdays(_ node: Node, _ place: String) -> Set<Int> {
    var days: Set<Int> = []
    for (text, item) in report.texts(node, "The days of \(place)") {
      let ends = text.lowercased().split(separator: "-").map { end in
        Self.names.firstIndex { $0 == end || $0.prefix(3) == end }
      }
      guard let first = ends.first, let first, let last = ends.last, let last, ends.count <= 2 else {
        report.refuse(item, "`\(clipped(text))` is not a day of the week.", hint: "write `mon-fri` or `[sat, sun]`.")
        continue
      }
      for step in 0...(last - first + 7) % 7 { days.insert((first + step) % 7 + 1) }
    }
    return days
  }
  private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private mutating func hours(_ node: Node, _ place: String) -> (Int, Int)? {
    guard let text = report.text(node, "The hours of \(place)") else { return nil }
    let ends = text.split(separator: "-").map { WrittenTime.minute(String($0)) }
    if ends.count == 2, let from = ends[0], let until = ends[1], from < 1_440, from != until { return (from, until) }
    report.refuse(
      node, "The hours `\(clipped(text))` of \(place) are not two hours of the day.",
      hint: "write `\"09:00-17:00\"`, or `\"22:00-06:00\"` past midnight.")
    return nil
  }

  mutating func onHolidays(_ node: Node, _ place: String) -> Layer.OnHolidays? {
    guard let text = report.text(node, "`holidays` of \(place)") else { return nil }
    if let rule = Layer.OnHolidays(rawValue: text) { return rule }
    let known = Layer.OnHolidays.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    report.refuse(node, "`\(clipped(text))` says nothing about holidays.", hint: "write one of \(known).")
    return nil
  }

  /// Dates, each alone or with its name: `[2026-12-25, 2027-01-01: New Year]`.
  mutating func readHolidays(_ node: Node) -> [Holiday] {
    report.items(of: node).compactMap { item in
      guard item.mapping != nil else { return holiday(item, name: "") }
      guard let entry = report.entries(of: item, in: "a holiday").first else { return nil }
      return holiday(entry.keyNode, name: report.text(entry.value, "The name of a holiday") ?? "")
    }
  }

  private mutating func holiday(_ node: Node, name: String) -> Holiday? {
    guard let text = report.text(node, "A holiday") else { return nil }
    if text.count == 10, let day = WrittenTime.local(text, in: .utc)?.day { return Holiday(day: day, name: name) }
    report.refuse(node, "The holiday `\(clipped(text))` is not a date.", hint: "write `2026-12-25`.")
    return nil
  }

  /// `[{ schedule: primary, person: bo, instead: ana, from: 2026-12-24 18:00, until: 2026-12-26 09:00 }]`
  mutating func readOverrides(_ node: Node, of team: Team) -> [Override] {
    report.items(of: node).compactMap { readOverride($0, of: team) }
  }

  private mutating func readOverride(_ node: Node, of team: Team) -> Override? {
    let needed = ["schedule", "person", "from", "until"]
    let section = report.section(node, in: "an override", keys: needed + ["instead", "note"])
    let missing = needed.filter { section[$0] == nil }.map { "`\($0)`" }.joined(separator: ", ")
    guard let name = section["schedule"], let who = section["person"], let start = section["from"],
      let end = section["until"]
    else {
      report.refuse(node, "An override lacks \(missing).")
      return nil
    }
    let (stand, instead) = (person(who, "An override"), section["instead"].flatMap { person($0, "An override") })
    guard let schedule = overridden(name, team), let stand,
      let from = moment(start, "The start of an override", in: schedule.zone),
      let until = moment(end, "The end of an override", in: schedule.zone)
    else { return nil }
    if until <= from { report.refuse(end, "The override ends before it begins.") }
    return Override(
      schedule: schedule.name, person: stand, instead: instead, from: from, until: until,
      note: section["note"].flatMap { report.text($0, "The note of an override") } ?? "")
  }

  private mutating func overridden(_ node: Node, _ team: Team) -> Schedule? {
    guard let name = report.text(node, "The schedule of an override") else { return nil }
    if let schedule = team.schedule(named: name) { return schedule }
    let known = Array(rotationSizes.keys) + Array(scheduleSizes.keys)
    let near = Spelling.nearest(to: name, among: known.sorted()).map { "did you mean `\($0)`?" }
    // One that is known and not readable has its own error.
    if !known.contains(name) {
      report.refuse(node, "There is no schedule `\(clipped(name))`.", hint: near ?? "describe it under `schedules`.")
    }
    return nil
  }
}
