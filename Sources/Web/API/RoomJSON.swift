import Engine
import Incidents
import Storage

/// A list of the runbook with what of it is done, as the API tells it.
struct ChecklistJSON: Encodable {
  struct Item: Encodable {
    var key: String
    var text: String
    var line: Int?
    /// Who ticked it off; left out while it is open.
    var by: String?
    var at: String?
    var remark: String?
  }
  var kind: String
  var title: String
  var line: Int
  var items: [Item]

  init(_ list: Checklist) {
    kind = list.kind.rawValue
    title = list.title
    line = list.line
    items = list.items.map { item in
      Item(
        key: item.key, text: item.text, line: item.line, by: item.tick?.by, at: item.tick.map { rfc3339($0.at) },
        remark: item.tick.flatMap { $0.remark.isEmpty ? nil : $0.remark })
    }
  }
}

/// Who has a role in an incident.
struct RoleJSON: Encodable {
  var role: String
  var duties: [String]
  /// Left out where the document names no roles and this one is assumed.
  var line: Int?
  var person: String?
  var name: String?
  var since: String?
  /// Whom the team file binds to it now.
  var bound: [String]

  init(_ role: RoomRole, _ names: [String: String]) {
    self.role = role.name
    duties = role.duties
    line = role.line
    person = role.held?.person
    name = role.held.map { names[$0.person] ?? $0.person }
    since = role.held.map { rfc3339($0.since) }
    bound = role.bound
  }
}

/// What the runbook asks for before the end, and what of it is missing.
struct ClosingJSON: Encodable {
  var complete: Bool
  /// Parts of a sentence each.
  var missing: [String]
  /// Steps that nobody has ticked off.
  var open: [ChecklistJSON.Item]

  init(_ closing: Closing) {
    complete = closing.isComplete
    missing = closing.missing
    open = closing.open.map { ChecklistJSON.Item(key: $0.key, text: $0.text, line: $0.line) }
  }
}

/// A file of an incident; its bytes stand under `/api/v1/incidents/INCIDENT/files/ID`.
struct AttachmentJSON: Encodable {
  var id: String
  var name: String
  var size: Int
  var sha256: String
  var by: String
  var at: String

  init(_ file: Attachment) {
    id = String(file.id)
    name = file.name
    size = file.size
    sha256 = file.digest
    by = file.by
    at = rfc3339(file.at)
  }
}

extension APIHandlers {
  /// What people do in the room: lists, roles, the end, other incidents, files, privacy.
  static func addRoom(to json: inout IncidentJSON, _ watched: Watched, _ visit: Visit) async throws {
    let (incident, room) = (watched.incident, watched.incident.engagement.room)
    json.checklists = Checklists(incident, watched.runbook).all.map(ChecklistJSON.init)
    json.roles = RoomRole.all(watched.view, now: watched.now).map { RoleJSON($0, watched.names) }
    if incident.status.isOpen { json.closing = ClosingJSON(Closing(watched.view, now: watched.now)) }
    json.mergedInto = room.mergedInto.map(String.init)
    json.mergedFrom = room.mergedFrom.map(String.init)
    json.related = room.related.map(String.init)
    json.attachments = try await visit.context.database.read(AttachmentQueries.of(incident.id))
      .map(AttachmentJSON.init)
    json.visibleTo = room.privacy?.people
    json.legalHold = room.hold?.reason
    json.present = visit.site.present.names(in: incident.id)
  }
}
