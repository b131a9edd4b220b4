/// Shifts as a calendar that any program reads (RFC 5545). Times are in UTC, which every calendar turns into the
/// reader's own; an event's identifier stays while its shift keeps its beginning and its person.
package struct CalendarFeed: Sendable {
  /// Shifts so long past are left out.
  package static let past = Span.days(62)
  package static let ahead = Span.days(366)

  let title: String
  let shifts: [Shift]
  let team: Team

  /// Every shift of a schedule.
  package init(schedule: Schedule, of team: Team, now: Timestamp) {
    title = "On call: \(schedule.name)"
    shifts = CalendarFeed.shifts(schedule, now)
    self.team = team
  }

  /// The shifts of one person in all schedules.
  package init(person: Person, of team: Team, now: Timestamp) {
    title = "On call: \(person.name)"
    shifts = team.allSchedules.flatMap { CalendarFeed.shifts($0, now) }.filter { $0.person == person.id }
      .sorted { ($0.from, $0.schedule) < ($1.from, $1.schedule) }
    self.team = team
  }

  private static func shifts(_ schedule: Schedule, _ now: Timestamp) -> [Shift] {
    // Begun early, so that no shift is cut where the feed begins; the last may be cut and is left for tomorrow's feed.
    let (start, end) = (now - past - .days(62), now + ahead)
    return schedule.shifts(from: start, until: end).filter {
      $0.until > now - past && $0.from > start && $0.until < end
    }
  }

  /// The calendar's text, lines ended by CR LF and folded at 75 octets.
  package func text(now: Timestamp) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tocsin//On call//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(title))", "NAME:\(Self.escaped(title))", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
    ]
    for shift in shifts { lines += event(shift, stamp: Self.time(now)) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func event(_ shift: Shift, stamp: String) -> [String] {
    let name = team.person(shift.person)?.name ?? shift.person
    let reason = team.schedule(named: shift.schedule).map { "By \(team.words(shift.duty, of: $0))." } ?? ""
    let note: String
    if case .override(let override) = shift.duty.source, !override.note.isEmpty {
      note = " \(override.note)"
    } else {
      note = ""
    }
    return [
      "BEGIN:VEVENT", "UID:\(Self.token(shift.schedule)).\(Self.token(shift.person)).\(shift.from.seconds)@tocsin",
      "DTSTAMP:\(stamp)", "DTSTART:\(Self.time(shift.from))", "DTEND:\(Self.time(shift.until))",
      "SUMMARY:\(Self.escaped("\(name) on call: \(shift.schedule)"))", "DESCRIPTION:\(Self.escaped(reason + note))",
      "CATEGORIES:ON-CALL", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  /// `20261224T170000Z`
  static func time(_ at: Timestamp) -> String {
    let time = CivilTime(at)
    let date = padded(time.year, 4) + padded(time.month, 2) + padded(time.day, 2)
    return "\(date)T\(padded(time.hour, 2))\(padded(time.minute, 2))\(padded(time.second, 2))Z"
  }

  /// A text value: backslash, semicolon, comma and line break are escaped, other control characters left out.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out.append(contentsOf: ["\\", scalar])
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      default: if scalar.properties.generalCategory != .control { out.append(scalar) }
      }
    }
    return String(out)
  }

  /// Lines of at most 75 octets, never broken inside a character; a further one begins with a space.
  static func folded(_ line: String) -> String {
    var out = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        out += "\r\n "
        octets = 1
      }
      out.unicodeScalars.append(scalar)
      octets += width
    }
    return out
  }

  /// Names of the team file are letters, digits and `-_.`; anything else leaves no trace in an identifier.
  private static func token(_ name: String) -> String {
    String(
      name.unicodeScalars.filter {
        $0.isASCII
          && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "-_".unicodeScalars.contains($0))
      }.map(Character.init))
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { UTF8.encode(scalar)?.count ?? 1 }
}
