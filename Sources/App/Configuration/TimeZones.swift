import Foundation
import Incidents

/// The tz database as tables. Foundation brings it along, so a server needs no package for it.
package enum TimeZones {
  /// Changes of the clock are listed from 1970 to 2100; beyond, the last offset stays.
  private static let end = Date(timeIntervalSince1970: 4_102_444_800)

  /// nil where there is no such zone.
  package static func rules(named name: String) -> ZoneRules? {
    if name == "UTC" { return .utc }
    guard let zone = TimeZone(identifier: name) else { return nil }
    var at = Date(timeIntervalSince1970: 0)
    var changes: [ZoneRules.Change] = []
    while let next = zone.nextDaylightSavingTimeTransition(after: at), next < end, next > at {
      changes.append(
        ZoneRules.Change(
          at: Int64(next.timeIntervalSince1970.rounded()), offset: Int64(zone.secondsFromGMT(for: next))))
      at = next
    }
    return ZoneRules(
      name: name, first: Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0))), changes: changes)
  }

  package static var names: [String] { TimeZone.knownTimeZoneIdentifiers }
}
