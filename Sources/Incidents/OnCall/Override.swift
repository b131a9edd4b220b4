/// One person for another, for a while: a cover that somebody made, or half of a swap.
package struct Override: Sendable, Hashable {
  /// Identifier in the store; 0 for one of the team file.
  package var id: Int64
  /// Name of the schedule or rotation.
  package var schedule: String
  /// Who is on call instead.
  package var person: String
  /// Only where this person would be; nil: whoever would be, also nobody.
  package var instead: String?
  package var from: Timestamp
  package var until: Timestamp
  /// Who made it: a person's name, or "the team file".
  package var by: String
  /// Why, in a few words; may be empty.
  package var note: String

  package init(
    id: Int64 = 0, schedule: String, person: String, instead: String? = nil, from: Timestamp, until: Timestamp,
    by: String = "the team file", note: String = ""
  ) {
    self.id = id
    self.schedule = schedule
    self.person = person
    self.instead = instead
    self.from = from
    self.until = until
    self.by = by
    self.note = note
  }

  /// Whether it changes who is on call at `at`, where `person` would be without it.
  func applies(at: Timestamp, over person: String?) -> Bool {
    from <= at && at < until && (instead == nil || instead == person)
  }
}

/// A day on which layers may do otherwise.
package struct Holiday: Sendable, Hashable {
  /// Days since 1970-01-01, on the schedule's calendar.
  package var day: Int64
  /// "Christmas Day"; may be empty.
  package var name: String

  package init(day: Int64, name: String = "") {
    self.day = day
    self.name = name
  }
}
