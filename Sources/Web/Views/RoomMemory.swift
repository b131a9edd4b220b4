import Engine
import Incidents
import Storage

extension RoomView {
  /// Another incident and what it is to this one.
  struct Relation: Sendable {
    enum Kind: String, Sendable {
      case related = "linked:"
      case mergedInto = "merged into"
      case mergedFrom = "came from"
    }
    var kind: Kind
    var incident: Incident
  }

  /// One like it from before, and what mended that.
  struct Past: Sendable {
    var incident: Incident
    /// The last words on its end.
    var ended: String
    /// First lines of commands that changed something.
    var commands: [String]
  }
}

extension Site {
  func relations(_ incident: Incident) async throws -> [RoomView.Relation] {
    let room = incident.engagement.room
    let wanted = [room.mergedInto].compactMap { $0 } + room.mergedFrom.suffix(20) + room.related.suffix(20)
    guard !wanted.isEmpty else { return [] }
    return try await context.database.read(MergeQueries.heads(wanted)).map { other in
      let kind: RoomView.Relation.Kind =
        other.id == room.mergedInto ? .mergedInto : room.mergedFrom.contains(other.id) ? .mergedFrom : .related
      return RoomView.Relation(kind: kind, incident: other)
    }
  }

  /// The newest that are over and had the same scenario, or the same cause where none fits.
  func similar(to incident: Incident) async throws -> [RoomView.Past] {
    let found = try await context.database.read(SimilarQueries.like(incident, limit: 5))
    guard !found.isEmpty else { return [] }
    let ids = found.map(\.id)
    let (ends, runs) = try await context.database.read(SimilarQueries.ends(of: ids), SimilarQueries.runs(of: ids))
    return found.map { past in
      let ended = ends.last { $0.incident == past.id }?.text ?? ""
      let commands = runs.filter { $0.incident == past.id && $0.exit == 0 }.compactMap { run in
        run.command.split(whereSeparator: \.isNewline).first.map { String($0.prefix(120)) }
      }
      return RoomView.Past(
        incident: past, ended: ended, commands: Array(commands.distinct.prefix(3)))
    }
  }
}
