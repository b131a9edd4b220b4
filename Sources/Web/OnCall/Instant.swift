import Incidents

/// Times as forms and programs write them.
enum Instant {
  /// `2026-12-24`, `2026-12-24 18:00`, `2026-12-24T18:00` on a zone's clocks, or RFC 3339 with `Z` or an offset.
  static func read(_ text: String, in zone: ZoneRules) -> Timestamp? {
    let form = /(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|z|[+-]\d{2}:\d{2})?)?/
    guard text.utf8.count <= 40, let match = text.wholeMatch(of: form) else { return nil }
    let date = [match.1, match.2, match.3].compactMap { Int($0) }
    guard date.count == 3, (1970...2199).contains(date[0]), (1...12).contains(date[1]), (1...31).contains(date[2])
    else { return nil }
    let day = CivilTime.days(year: date[0], month: date[1], day: date[2])
    guard LocalTime(day: day, minute: 0).civil.day == date[2] else { return nil }
    let (hour, minute) = (match.4.flatMap { Int($0) } ?? 0, match.5.flatMap { Int($0) } ?? 0)
    guard hour < 24, minute < 60 else { return nil }
    let wall = LocalTime(day: day, minute: hour * 60 + minute)
    guard let offset = match.6 else { return zone.instant(of: wall) }
    return Timestamp(seconds: wall.seconds - seconds(ofOffset: offset))
  }

  private static func seconds(ofOffset offset: Substring) -> Int64 {
    guard offset.count == 6, let hours = Int64(offset.dropFirst().prefix(2)), let minutes = Int64(offset.suffix(2))
    else {
      return 0
    }
    return (offset.hasPrefix("-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }
}
