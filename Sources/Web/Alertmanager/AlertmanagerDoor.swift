import Foundation
import HTTPTypes
import Storage

/// Who asks under Alertmanager's addresses. An ingest key reaches its own alerts and silences; a token of the API
/// reaches all of them, and cannot send alerts.
struct AlertmanagerDoor {
  /// The ingest key whose alerts are reached; nil for a token, which reaches all.
  var integration: Int64?

  /// The secret stands in the path, or as a bearer, or as the password of basic authentication, since these are the
  /// ways that Prometheus and `amtool` know.
  static func admit(_ visit: Visit, token scope: Scope?) async throws -> AlertmanagerDoor {
    for secret in secrets(of: visit) {
      if let key = await visit.site.keys.check(secret, now: visit.now) { return AlertmanagerDoor(integration: key) }
      guard let scope, let token = try await visit.site.doorkeeper.token(secret) else { continue }
      guard let held = Scope(rawValue: token.scope), held >= scope else { throw Failure.forbidden }
      return AlertmanagerDoor(integration: nil)
    }
    throw Failure.unauthorized("This address asks for an ingest key: Authorization: Bearer KEY, or /am/KEY/ in front.")
  }

  /// Remembers what was wrong, for `tocsin intake`.
  func note(_ problem: String, _ visit: Visit) {
    if let integration { visit.site.keys.note(problem, of: integration, at: visit.now) }
  }

  private static func secrets(of visit: Visit) -> [String] {
    if let key = visit.parameters["key"] { return [key] }
    guard let header = visit.request.headers[.authorization], let space = header.firstIndex(of: " ") else { return [] }
    let value = String(header[header.index(after: space)...])
    switch header[..<space].lowercased() {
    case "bearer", "token", "geniekey": return [value]
    case "basic":
      guard let bytes = Data(base64Encoded: value), let pair = String(validating: bytes, as: UTF8.self) else {
        return []
      }
      let parts = pair.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.reversed().map(String.init).filter { !$0.isEmpty }
    default: return []
    }
  }
}
