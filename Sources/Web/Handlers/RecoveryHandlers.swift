import Hummingbird

/// A person lets what a restored backup holds open page again.
enum RecoveryHandlers {
  @Sendable static func end(_ visit: Visit) async throws -> Response {
    try await visit.context.endHold()
    return Reply.seeOther("/")
  }

  @Sendable static func endByToken(_ visit: Visit) async throws -> Response {
    try await visit.context.endHold()
    return Response(status: .noContent)
  }
}
