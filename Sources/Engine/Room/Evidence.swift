import Incidents

/// Pins and files.
extension Draft {
  /// What everybody is to see first: an entry of the timeline by its number inside the incident.
  mutating func pin(_ entry: Int, _ holds: Bool) throws(Refusal) {
    guard entry >= 0, entry < incident.entries else { throw .unknownEntry(entry) }
    incident.engagement.room.pins.removeAll { $0 == entry }
    guard holds else { return }
    guard incident.engagement.room.pins.count < 20 else { throw .tooMany("pins", 20) }
    incident.engagement.room.pins.append(entry)
  }
}

extension Engine {
  /// A file was attached; `count` is how many the incident has already.
  package static func attach(
    _ view: IncidentView, _ file: Attachment, count: Int, by actor: String, now: Timestamp
  ) throws(Refusal) -> Plan {
    try act(view, now) { (draft: inout Draft) throws(Refusal) in
      guard count < Attachment.mostOfAnIncident else { throw .tooMany("files", Attachment.mostOfAnIncident) }
      guard file.size > 0 else { throw .empty("file") }
      draft.note(
        .file, by: actor, "\(draft.name(of: actor)) attached \(Wording.line(file.name, limit: 120)), \(file.sizeWords)",
        detail: "SHA-256 \(file.digest)")
    }
  }
}
