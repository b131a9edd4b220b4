import Foundation
import Incidents
import Storage

/// What became of a request: Opsgenie answers each with an identifier by which its clients ask later.
struct OpsgenieOutcome: Codable, Sendable {
  var action: String
  var isSuccess: Bool
  var status: String
  var alert: String
  var alias: String

  /// Stores it, and returns the request's identifier.
  func keep(_ visit: Visit, _ integration: Int64) async throws -> String {
    let id = Secrets.newUUID()
    let text = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    _ = try await visit.context.write(
      RequestStatements.keep(
        RequestOutcome(id: id, kind: .opsgenie, integration: integration, at: visit.now, outcome: text)))
    return id
  }

  static func find(_ id: String, _ visit: Visit, _ integration: Int64) async throws -> (Self, Timestamp)? {
    guard let kept = try await visit.context.database.read(RequestQueries.one(id, .opsgenie, of: integration)).first
    else { return nil }
    return (try JSONDecoder().decode(Self.self, from: Data(kept.outcome.utf8)), kept.at)
  }
}
