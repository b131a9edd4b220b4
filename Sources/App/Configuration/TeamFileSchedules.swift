import Incidents
import Yams

extension TeamFileSections {
  mutating func readRotations(_ node: Node) -> [Rotation] {
    report.entries(of: node, in: "`rotations`").compactMap { entry in
      guard identifier(entry, "a rotation") else { return nil }
      let what = "rotation `\(entry.key)`"
      let section = report.section(
        entry.value, in: what, keys: ["people", "start", "at", "every", "zone", "notice"])
      rotationSizes[entry.key] = section["people"].map { report.items(of: $0).count } ?? 0
      let zone = rules(section["zone"], what)
      var rotation = turns(section, at: entry.value, name: entry.key, what, in: zone)
      rotation?.notice = section["notice"].flatMap { notice($0, what) }
      return rotation
    }
  }

  mutating func readSchedules(_ node: Node, teamHolidays: [Holiday]) -> [Schedule] {
    report.entries(of: node, in: "`schedules`").compactMap { entry in
      guard identifier(entry, "a schedule") else { return nil }
      if rotationSizes[entry.key] != nil {
        report.refuse(entry.keyNode, "`\(entry.key)` is a rotation already.", hint: "give the schedule another name.")
      }
      return readSchedule(entry.key, entry.value, teamHolidays)
    }
  }

  private mutating func readSchedule(_ name: String, _ node: Node, _ teamHolidays: [Holiday]) -> Schedule {
    let what = "schedule `\(name)`"
    let section = report.section(node, in: what, keys: ["zone", "layers", "holidays", "notice"])
    let zone = rules(section["zone"], what)
    let items = section["layers"].map { report.items(of: $0) } ?? []
    if items.isEmpty {
      report.refuse(node, "Schedule `\(name)` has no layers.", hint: "add `layers: [{ people: [ana, bo], … }]`.")
    }
    let layers = items.enumerated().compactMap { readLayer($0.element, number: $0.offset + 1, of: name, in: zone) }
    scheduleSizes[name] = Set(layers.flatMap(\.rotation.people)).count
    let own = section["holidays"].map { readHolidays($0) } ?? []
    return Schedule(
      name: name, zone: zone, layers: layers, holidays: teamHolidays + own,
      notice: section["notice"].flatMap { notice($0, what) })
  }

  private mutating func readLayer(_ node: Node, number: Int, of schedule: String, in zone: ZoneRules) -> Layer? {
    let place = "layer \(number) of schedule `\(schedule)`"
    let keys = ["name", "people", "start", "at", "every", "restrictions", "from", "until", "holidays"]
    let section = report.section(node, in: place, keys: keys)
    let name = section["name"].flatMap { report.text($0, "The name of \(place)") } ?? "\(number)"
    guard let rotation = turns(section, at: node, name: name, place, in: zone) else { return nil }
    var layer = Layer(name: name, rotation: rotation)
    layer.restrictions = section["restrictions"].map { readRestrictions($0, place) } ?? []
    layer.from = section["from"].flatMap { localTime($0, "The start of \(place)", in: zone) }
    layer.until = section["until"].flatMap { localTime($0, "The end of \(place)", in: zone) }
    if let node = section["holidays"] { layer.onHolidays = onHolidays(node, place) ?? .usual }
    return layer
  }

  /// The people of a rotation or layer, their first hand-over and how long a turn is.
  private mutating func turns(
    _ section: [String: Node], at node: Node, name: String, _ what: String, in zone: ZoneRules
  ) -> Rotation? {
    let capital = what.prefix(1).uppercased() + what.dropFirst()
    let list = section["people"].map { report.items(of: $0) } ?? []
    let members = list.compactMap { person($0, capital) }
    if list.isEmpty { report.refuse(node, "\(capital) has no people.", hint: "add `people: [ana, bo]`.") }
    guard let startNode = section["start"], !report.isEmpty(startNode) else {
      report.refuse(node, "\(capital) does not say when it starts.", hint: "add `start: 2026-01-05`.")
      return nil
    }
    var start = localTime(startNode, "The start of \(what)", in: zone)
    if let node = section["at"] {
      let minute = hour(node, "`at` of \(what)")
      if start.map({ $0.minute != 0 }) == true {
        report.refuse(node, "`start` of \(what) has an hour already.", hint: "write a date alone beside `at`.")
      }
      if let day = start?.day, let minute { start = LocalTime(day: day, minute: minute) }
    }
    let every = section["every"].map { turnLength($0) } ?? .days(7)
    guard let start, let every, members.count == list.count, !members.isEmpty else { return nil }
    return Rotation(name: name, people: members, start: start, every: every, zone: zone)
  }

  private mutating func rules(_ node: Node?, _ what: String) -> ZoneRules {
    guard let node, let name = zone(node, "The zone of \(what)") else { return .utc }
    return TimeZones.rules(named: name) ?? .utc
  }

  private mutating func notice(_ node: Node, _ what: String) -> Span? {
    guard let span = span(node, "The notice of \(what)") else { return nil }
    if span >= .minutes(1), span <= .days(31) { return span }
    report.refuse(node, "The notice of \(what) is not between a minute and 31 days.", hint: "write `24h`.")
    return nil
  }
}
