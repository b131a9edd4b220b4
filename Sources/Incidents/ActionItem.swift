/// A thing to be done after an incident, by somebody, by a time.
package struct ActionItem: Sendable, Hashable {
  package enum Priority: String, Sendable, Hashable, Codable, CaseIterable {
    case high, medium, low
    package var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  package enum State: String, Sendable, Hashable, Codable, CaseIterable {
    case open, started, done
    /// It will not be done, and somebody said so.
    case dropped
    package var isOver: Bool { self == .done || self == .dropped }
    package var label: String { rawValue }
  }

  /// `RowID` of its incident and number.
  package var id: Int64
  package var text: String
  /// A person's identifier, or any name.
  package var owner: String
  package var due: Timestamp?
  package var priority: Priority
  package var state = State.open
  package var created: Timestamp
  package var createdBy: String
  /// When it was done or dropped, and by whom.
  package var doneAt: Timestamp?
  package var doneBy: String?

  package init(
    id: Int64, text: String, owner: String = "", due: Timestamp? = nil, priority: Priority = .medium,
    created: Timestamp, createdBy: String
  ) {
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
    self.priority = priority
    self.created = created
    self.createdBy = createdBy
  }

  package var incident: Int64 { RowID.incident(of: id) }
  /// Its number inside the incident, from 1.
  package var number: Int { Int(id & (Int64(RowID.limit) - 1)) }
}
