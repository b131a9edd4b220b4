import ServiceLifecycle

/// One of the server's loops, as a service that ends when the server drains, or when another part of it cannot run.
struct Loop: Service {
  var body: @Sendable () async throws -> Void
  var stop: @Sendable () -> Void

  func run() async throws {
    try await withTaskCancellationOrGracefulShutdownHandler(
      operation: body, onCancelOrGracefulShutdown: stop)
  }
}
