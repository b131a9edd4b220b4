import Incidents
import Storage

/// Acts on two incidents: the other one is named by its name or number.
extension RoomHandlers {
  /// False where the act is none of these.
  static func join(
    _ act: Act, _ fields: RoomFields, _ incident: Incident, by actor: String, _ visit: Visit
  ) async throws -> Bool {
    let acts = visit.context.acts
    switch act {
    case .merge:
      let other = try await named(try fields.needed("into"), visit)
      try await acts.merge(incident.id, into: other.id, by: actor)
      await visit.site.remakeStatus()
    case .relate:
      let other = try await named(try fields.needed("with"), visit)
      try await acts.relate(incident.id, with: other.id, holds: fields.holds("holds"), by: actor)
    case .split:
      guard let alert = Int64(try fields.needed("alert")) else { throw Failure.bad("alert: expected a number.") }
      guard try await visit.context.database.read(AlertLookups.byId(alert, of: nil)).first?.incident == incident.id
      else {
        throw Failure.refused("This incident has no alert \(alert).")
      }
      _ = try await acts.split(alert, from: incident.id, by: actor)
    default: return false
    }
    return true
  }

  private static func named(_ reference: String, _ visit: Visit) async throws -> Incident {
    guard let found = try await visit.site.incident(reference), found.isVisible(to: try await visit.viewer()) else {
      throw Failure.refused("There is no incident \(reference.prefix(80)).")
    }
    return found
  }
}
