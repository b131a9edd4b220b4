/// A word to one person about their shifts.
package struct ShiftNews: Sendable, Hashable {
  /// The same news has the same key.
  package var key: String
  package var person: String
  package var title: String
  package var text: String
  /// When the person is to hear it.
  package var due: Timestamp

  /// The key of the word before a shift.
  package static func key(ofShift schedule: String, _ person: String, from: Timestamp) -> String {
    "shift.\(schedule).\(person).\(from.seconds)"
  }
}

extension Team {
  /// For each shift whose notice is due by `now`: a word to whoever takes it over, who is not woken for it.
  package func comingShifts(now: Timestamp) -> [ShiftNews] {
    allSchedules.flatMap { schedule -> [ShiftNews] in
      guard let notice = schedule.notice else { return [] }
      // A notice that would fall into quiet hours may be due up to a day earlier.
      return schedule.shifts(from: now, until: now + notice + .hours(25)).compactMap { shift in
        let due = wakeful(shift.person, shift.from - notice, before: shift.from)
        guard shift.from > now, due <= now else { return nil }
        // Who goes on by another turn or layer takes nothing over.
        guard schedule.duty(at: shift.from - Span(microseconds: 1))?.person != shift.person else { return nil }
        return news(of: shift, schedule, due: wakeful(shift.person, now, before: shift.from, notEarlier: now))
      }
    }
  }

  private func wakeful(
    _ id: String, _ at: Timestamp, before limit: Timestamp, notEarlier: Timestamp? = nil
  ) -> Timestamp {
    let due = person(id)?.quiet?.wakeful(at, before: limit) ?? at
    return notEarlier.map { max(due, $0) } ?? due
  }

  private func news(of shift: Shift, _ schedule: Schedule, due: Timestamp) -> ShiftNews {
    let end = schedule.endOfDuty(at: shift.from).map { " until \(schedule.zone.text($0))" } ?? ""
    let start = schedule.zone.text(shift.from)
    return ShiftNews(
      key: ShiftNews.key(ofShift: schedule.name, shift.person, from: shift.from), person: shift.person,
      title: "On call for \(schedule.name) from \(start)",
      text: "Your shift begins at \(start)\(end), \(schedule.zone.name): by \(words(shift.duty, of: schedule)).",
      due: due)
  }

  /// Words to everybody whose shifts a new override changes, or one that was taken back.
  package func news(of override: Override, made: Bool, by actor: String, now: Timestamp) -> [ShiftNews] {
    guard override.until > now, var before = schedule(named: override.schedule) else { return [] }
    before.overrides.removeAll { $0.id == override.id && $0.id != 0 }
    let start = max(override.from, now)
    let replaced = before.shifts(from: start, until: override.until).map(\.person).filter { person in
      person != override.person && (override.instead == nil || override.instead == person)
    }
    let stretch =
      "from \(before.zone.text(override.from)) until \(before.zone.text(override.until)) \(before.zone.name)"
    let stand = person(override.person)?.name ?? override.person
    let note = override.note.isEmpty ? "" : " \(override.note)"
    let word = made ? "made" : "taken-back"
    let own = ShiftNews(
      key: "override.\(override.id).\(word).\(override.person)", person: override.person,
      title: made ? "You are on call for \(override.schedule)" : "You are no longer on call for \(override.schedule)",
      text: made
        ? "\(actor) put you on call \(stretch).\(note)" : "\(actor) took back your override \(stretch).",
      due: wakeful(override.person, now, before: start, notEarlier: now))
    var told: Set<String> = [override.person]
    return [own]
      + replaced.filter { told.insert($0).inserted }.map { person in
        ShiftNews(
          key: "override.\(override.id).\(word).\(person)", person: person,
          title: made
            ? "\(stand) is on call for \(override.schedule)" : "You are on call for \(override.schedule) again",
          text: made
            ? "\(stand) stands in for you \(stretch). \(actor) made the override.\(note)"
            : "\(actor) took back the override of \(stand) \(stretch).",
          due: wakeful(person, now, before: start, notEarlier: now))
      }
  }
}
