/// What has happened to one promise of the runbook in one incident. Kept with the incident, so that each miss is noted
/// once and nobody is reminded twice.
package struct PromiseState: Sendable, Hashable, Codable {
  /// Counted from here instead of the runbook's own start: a person began it, or put it off.
  package var since: Timestamp?
  /// When a person says that it is due.
  package var due: Timestamp?
  package var met: Timestamp?
  package var metBy: String?
  /// The deadline that was last noted on the timeline as passed.
  package var noted: Timestamp?
  /// How many of the moments at which somebody is paged for the present deadline have passed.
  package var paged: Int?

  package init() {}
}

/// A thing to be done after an incident, by somebody, by a time.
package struct ActionItem: Sendable, Hashable {
  /// `RowID` of its incident and number.
  package var id: Int64
  package var text: String
  /// A person's identifier, or any name.
  package var owner: String
  package var due: Timestamp?
  package var created: Timestamp
  package var createdBy: String
  package var doneAt: Timestamp?
  package var doneBy: String?

  package init(
    id: Int64, text: String, owner: String = "", due: Timestamp? = nil, created: Timestamp, createdBy: String
  ) {
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
    self.created = created
    self.createdBy = createdBy
  }

  package var incident: Int64 { RowID.incident(of: id) }
  /// Its number inside the incident, from 1.
  package var number: Int { Int(id & (Int64(RowID.limit) - 1)) }
}
