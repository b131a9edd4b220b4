import App

/// A server and something that is done with it, in one process.
enum DemoServer {
  /// Runs the server until it stops, and `act` as soon as it takes alerts; the server stops where `act` throws.
  /// - Returns: what `act` returned; nil where the server stopped before it could begin.
  static func run<T: Sendable>(
    _ options: ServerOptions, act: @escaping @Sendable (RunningServer) async throws -> T
  ) async throws -> T? {
    let (servers, started) = AsyncStream.makeStream(of: RunningServer.self)
    return try await withThrowingTaskGroup(of: T?.self) { group in
      group.addTask {
        defer { started.finish() }
        // The server answers once this closure returns, so whatever asks it anything goes beside.
        try await Server.run(options) { _ = started.yield($0) }
        return nil
      }
      group.addTask {
        for await running in servers {
          do {
            return try await act(running)
          } catch {
            await running.stop()
            throw error
          }
        }
        return nil
      }
      var result: T?
      for try await finished in group { result = finished ?? result }
      return result
    }
  }
}
