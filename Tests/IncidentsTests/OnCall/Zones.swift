import Foundation
import Incidents

/// The tz database, as the tests play it.
enum Zones {
  static func rules(_ name: String) -> ZoneRules {
    guard let zone = TimeZone(identifier: name) else { return .utc }
    var at = Date(timeIntervalSince1970: 0)
    var changes: [ZoneRules.Change] = []
    while let next = zone.nextDaylightSavingTimeTransition(after: at), next.timeIntervalSince1970 < 2_208_988_800 {
      changes.append(.init(at: Int64(next.timeIntervalSince1970), offset: Int64(zone.secondsFromGMT(for: next))))
      at = next
    }
    return ZoneRules(
      name: name, first: Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0))), changes: changes)
  }

  /// Each zone whose clocks run otherwise than those of the ones before it, in ten years from a New Year.
  static func distinct(from start: Timestamp, until end: Timestamp) -> [ZoneRules] {
    var seen: Set<ZoneRules> = []
    return TimeZone.knownTimeZoneIdentifiers.sorted().map(rules).filter { zone in
      let inside = zone.changes.filter { $0.at > start.seconds && $0.at < end.seconds }
      let first = zone.local(start).seconds - start.seconds
      return seen.insert(ZoneRules(name: "", first: first, changes: inside)).inserted
    }
  }

  static func time(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) -> LocalTime {
    LocalTime(day: CivilTime.days(year: year, month: month, day: day), minute: hour * 60 + minute)
  }
}
