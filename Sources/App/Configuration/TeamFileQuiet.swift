import Incidents
import Yams

extension TeamFileSections {
  /// `quiet: { from: "22:00", to: "07:00", severities: [P2, P3] }`, on the person's own clock.
  mutating func readQuiet(_ node: Node, of id: String, zone: String?) -> QuietHours? {
    let section = report.section(node, in: "`quiet` of `\(id)`", keys: ["from", "to", "severities"])
    guard let from = section["from"], let to = section["to"] else {
      report.refuse(
        node, "`quiet` of `\(id)` needs `from` and `to`.", hint: "write `{ from: \"22:00\", to: \"07:00\" }`.")
      return nil
    }
    let severities = section["severities"].map { report.texts($0, "A severity").map(\.text) } ?? []
    guard let begin = minuteOfDay(from, "`from`"), let end = minuteOfDay(to, "`to`") else { return nil }
    guard begin != end else {
      report.refuse(to, "`quiet` of `\(id)` ends when it begins.", hint: "nobody can be quiet all day.")
      return nil
    }
    return QuietHours(
      from: begin, until: end, zone: zone.flatMap(TimeZones.rules(named:)) ?? .utc, severities: severities)
  }

  private mutating func minuteOfDay(_ node: Node, _ what: String) -> Int? {
    guard let text = report.text(node, what) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour), (0...59).contains(minute)
    {
      return hour * 60 + minute
    }
    report.refuse(node, "\(what) `\(clipped(text))` is not a time of day.", hint: "write `\"22:00\"`.")
    return nil
  }
}
