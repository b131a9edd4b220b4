import Incidents

extension TeamFile {
  /// A team file in which everybody is reached on the console and nowhere else: a demonstration with a real team must
  /// not send anything to real people.
  package static func consoleOnly(_ team: Team) -> String {
    var lines = ["team: \(quoted(team.name.isEmpty ? "Demo" : team.name))", "people:"]
    lines += team.people.map { "  \(quoted($0.id)): { name: \(flow($0.name)), contact: [console] }" }
    lines.append("rotations:")
    lines += team.rotations.map { "  \(quoted($0.name)): { \(turns($0)), zone: \(flow($0.zone.name)) }" }
    lines.append("schedules:")
    lines += team.schedules.flatMap(schedule)
    lines.append("overrides:")
    lines += team.overrides.map { "  - \(override($0))" }
    lines.append("roles:")
    lines += team.roles.map { "  \(quoted($0.role)): \(binding($0))" }
    if let fallback = team.fallback { lines.append("fallback: \(quoted(fallback))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func schedule(_ schedule: Schedule) -> [String] {
    let days = schedule.holidays.map { holiday in
      let date = LocalTime(day: holiday.day, minute: 0).civil.date
      return holiday.name.isEmpty ? date : "{ \(date): \(flow(holiday.name)) }"
    }
    return [
      "  \(quoted(schedule.name)):", "    zone: \(flow(schedule.zone.name))",
      "    holidays: [\(days.joined(separator: ", "))]", "    layers:",
    ] + schedule.layers.map { "      - { \(layer($0)) }" }
  }

  private static func layer(_ layer: Layer) -> String {
    var parts = ["name: \(flow(layer.name))", turns(layer.rotation), "holidays: \(layer.onHolidays.rawValue)"]
    if let from = layer.from { parts.append("from: \(flow(from.text))") }
    if let until = layer.until { parts.append("until: \(flow(until.text))") }
    if !layer.restrictions.isEmpty {
      parts.append("restrictions: [\(layer.restrictions.map(restriction).joined(separator: ", "))]")
    }
    return parts.joined(separator: ", ")
  }

  private static func restriction(_ restriction: Restriction) -> String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let days = restriction.weekdays.sorted().filter { (1...7).contains($0) }.map { names[$0 - 1] }
    return
      "{ days: [\(days.joined(separator: ", "))], hours: \"\(hour(restriction.from))-\(hour(restriction.until))\" }"
  }

  private static func hour(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }

  private static func turns(_ rotation: Rotation) -> String {
    let hours = rotation.every.seconds / 3_600
    return "people: [\(list(rotation.people))], start: \(flow(rotation.start.text)), every: \(hours)h"
  }

  private static func override(_ override: Override) -> String {
    let (from, until) = (CivilTime(override.from).rfc3339, CivilTime(override.until).rfc3339)
    let instead = override.instead.map { ", instead: \(flow($0))" } ?? ""
    let who = "schedule: \(flow(override.schedule)), person: \(flow(override.person))\(instead)"
    let note = override.note.isEmpty ? "" : ", note: \(flow(override.note))"
    return "{ \(who), from: \(from), until: \(until)\(note) }"
  }

  private static func binding(_ role: RoleBinding) -> String {
    guard case .people(let ids) = role.holder, role.need > 1 || role.inTurn else { return holder(role.holder) }
    return "{ people: [\(list(ids))], \(role.inTurn ? "turns: true" : "need: \(role.need)") }"
  }

  private static func holder(_ holder: RoleBinding.Holder) -> String {
    switch holder {
    case .people(let ids): "[\(list(ids))]"
    case .rotation(let name, let position): "{ rotation: \(flow(name)), position: \(position) }"
    case .schedule(let name, let position): "{ schedule: \(flow(name)), position: \(position) }"
    case .schedules(let names): "{ schedules: [\(list(names))] }"
    // Whatever the channel is, the demonstration has the console alone.
    case .channel: "{ channel: console }"
    }
  }

  private static func list(_ ids: [String]) -> String { ids.map(flow).joined(separator: ", ") }

  /// Always in quotes: between braces more letters have a meaning.
  private static func flow(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
