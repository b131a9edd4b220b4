import ServiceLifecycle

/// One of the server's loops, as a service that ends when the server drains. One whose work is done, or given up, waits
/// for that: the end of a side loop must not end the process that pages people.
struct Loop: Service {
  var body: @Sendable () async -> Void
  var stop: @Sendable () -> Void

  func run() async throws {
    try await withTaskCancellationOrGracefulShutdownHandler(
      operation: {
        await body()
        try await gracefulShutdown()
      }, onCancelOrGracefulShutdown: stop)
  }
}
