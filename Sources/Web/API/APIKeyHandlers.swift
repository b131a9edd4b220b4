import Foundation
import Hummingbird
import Incidents
import Storage

/// Ingest keys over the API, for a token that administers.
enum APIKeyHandlers {
  @Sendable static func list(_ visit: Visit) async throws -> Response {
    struct Listing: Encodable { var keys: [Row] }
    struct Row: Encodable {
      var name: String
      var created: String
      var lastUsed: String?
      var revoked: String?
    }
    let keys = try await visit.context.database.read(KeyQueries.all)
    return try Reply.json(
      Listing(
        keys: keys.map { key in
          Row(
            name: key.name, created: rfc3339(key.created), lastUsed: key.lastUsed.map(rfc3339),
            revoked: key.revoked.map(rfc3339))
        }))
  }

  @Sendable static func create(_ visit: Visit) async throws -> Response {
    struct Wanted: Decodable { var name: String }
    struct Made: Encodable {
      var name: String
      var key: String
    }
    guard let wanted = try? JSONDecoder().decode(Wanted.self, from: visit.json),
      wanted.name.contains(where: { !$0.isWhitespace })
    else { throw Failure.bad("name: required, but missing or blank.") }
    guard wanted.name.count <= 100, !wanted.name.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
      throw Failure.refused("name: 1 to 100 characters in one line.")
    }
    let secret = Secrets.newIngestKey()
    _ = try await visit.context.write([
      KeyStatements.create(
        IngestKey(id: visit.context.newID(), name: wanted.name, hash: Secrets.hash(secret), created: visit.now))
    ])
    try await visit.site.keys.refresh()
    return try Reply.json(Made(name: wanted.name, key: secret), status: .created)
  }

  /// Ends every live key of that name.
  @Sendable static func revoke(_ visit: Visit) async throws -> Response {
    let name = visit.parameter("name")
    let keys = try await visit.context.database.read(KeyQueries.all).filter { $0.name == name && $0.revoked == nil }
    guard !keys.isEmpty else { throw Failure.notFound }
    _ = try await visit.context.write(keys.map { KeyStatements.revoke($0.id, at: visit.now) })
    try await visit.site.keys.refresh()
    return Response(status: .noContent)
  }
}
